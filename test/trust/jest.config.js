const base = require('../../jest.config.js');

/** Every attack in full, those in a real n8n (`*.real.ts`) included. `npm test` takes a share of the others. */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/trust'],
	testMatch: ['**/*.test.ts', '**/*.real.ts'],
	globals: { TRUST_FULL: true },
	reporters: ['default', '<rootDir>/test/trust/support/totalsReporter.js'],
	testSequencer: '<rootDir>/test/trust/support/longestFirst.js',
	maxWorkers: 2,
	testTimeout: 900_000,
};
