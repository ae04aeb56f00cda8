import { config } from '@n8n/node-cli/eslint';

/**
 * n8n's own rules for community nodes hold in full for everything that is published. The rest
 * (simulator, playground, tests) is never loaded by n8n: it starts servers and prints, which
 * published nodes must not.
 */
const unpublished = ['docs/**', 'playground/**', 'simulator/**', 'test/**', 'gulpfile.js'];

export default [
	{ ignores: ['dist/**', 'coverage/**', 'reports/**', 'playground/n8n/**'] },
	...config,
	{
		files: unpublished,
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
		},
	},
];
