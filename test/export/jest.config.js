const base = require('../../jest.config.js');

/** The packages in `export/`, in n8n's own tools and engine. */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/export'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 300_000,
};
