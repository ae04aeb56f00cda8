const base = require('../../jest.config.js');

const totals = { never: ['messages lost', 'messages doubled'], atLeastOne: ['messages sent once'] };

/** n8n in queue mode: a main process, a webhook process and two workers, on Redis and Postgres. */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/queue/*.queue.ts'],
	reporters: ['default', ['<rootDir>/tools/jest/totalsReporter.js', totals]],
	maxWorkers: 1,
	testTimeout: 900_000,
};
