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
	roots: ['<rootDir>/test/trust'],
	testMatch: ['**/*.test.ts', '**/*.real.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	reporters: ['default', ['<rootDir>/tools/jest/totalsReporter.js', totals]],
	testSequencer: '<rootDir>/tools/jest/longestFirst.js',
	// On two cores: the soak rests for two thirds of its time.
	maxWorkers: 3,
	testTimeout: 900_000,
};
