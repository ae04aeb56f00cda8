const base = require('../../jest.config.js');

const totals = { atLeastOne: ['workflows run', 'branches taken', 'pictures compared'] };

/** What a person does, in a real n8n and a real browser. */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/*.e2e.ts'],
	reporters: ['default', ['<rootDir>/tools/jest/totalsReporter.js', totals]],
	maxWorkers: 1,
	testTimeout: 900_000,
};
