const base = require('../../jest.config.js');

const totals = {
	never: ['items granted without a success', 'marked values found', 'items lost'],
	equal: [['messages expected', 'messages sent']],
	atLeastOne: [
		'cells of the fault matrix',
		'messages expected',
		'attempts to get in',
		'marked values searched for',
		'hostile inputs tried',
		'items under load',
	],
};

/** Every attack, those in a real n8n (`*.real.ts`) included. `npm run test:trust:share` shortens the others. */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/trust/*.(test|real).ts'],
	testPathIgnorePatterns: [],
	reporters: ['default', ['<rootDir>/tools/jest/totalsReporter.js', totals]],
	testSequencer: '<rootDir>/tools/jest/longestFirst.js',
	// On two cores: the soak rests for two thirds of its time.
	maxWorkers: 3,
	testTimeout: 900_000,
};
