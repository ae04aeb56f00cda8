/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	// Attacks take minutes (`npm run test:trust`), and packages must be exported first (`npm run test:export`).
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/trust/', '<rootDir>/test/export/'],
	maxWorkers: '100%',
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	globalSetup: '<rootDir>/tools/engine/userFolder.ts',
	globalTeardown: '<rootDir>/tools/engine/removeUserFolder.ts',
	setupFiles: ['<rootDir>/tools/engine/environment.ts'],
	testTimeout: 180_000,
};
