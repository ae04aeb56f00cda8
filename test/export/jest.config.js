const base = require('../../jest.config.js');

/** The packages in `export/`, in n8n's own tools and engine. */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/export/*.test.ts'],
	testPathIgnorePatterns: [],
	testTimeout: 300_000,
};
