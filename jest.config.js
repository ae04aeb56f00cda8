/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	globalSetup: '<rootDir>/test/support/userFolder.ts',
	globalTeardown: '<rootDir>/test/support/removeUserFolder.ts',
	setupFiles: ['<rootDir>/test/support/environment.ts'],
	testTimeout: 180_000,
};
