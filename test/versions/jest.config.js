const base = require('../../jest.config.js');

const [[, transform]] = Object.entries(base.transform);

/** The folder with the n8n-core and n8n-workflow to test with. */
const { N8N_CORE_FOLDER } = process.env;

/**
 * Every suite that runs workflows in n8n's engine, in that of another n8n.
 *
 * @type {import('jest').Config}
 */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['suites/inN8n/*', 'workflow/*', 'package/addingAProvider'].map(
		(path) => `<rootDir>/test/${path}.test.ts`,
	),
	moduleNameMapper: { '^(n8n-core|n8n-workflow|reflect-metadata)$': `${N8N_CORE_FOLDER}/node_modules/$1` },
	// n8n-core of n8n 2.0 requires ES modules, which jest cannot load before Node 24.9.
	transform: { ...base.transform, '/node_modules/(p-retry|is-network-error)/.+\\.js$': transform },
	transformIgnorePatterns: ['/node_modules/(?!(p-retry|is-network-error)/)'],
	// n8n-core of n8n 2.x leaves a timer running.
	forceExit: true,
};
