import { readdirSync } from 'node:fs';
import { config } from '@n8n/node-cli/eslint';

/**
 * n8n's own rules for community nodes hold in full for everything that is published. The rest
 * (simulator, playground, tests, tools, benchmark) is never loaded by n8n: it starts servers and prints, which
 * published nodes must not, and invents keys and tokens to see that they are never shown.
 */
const unpublished = ['bench/**', 'playground/**', 'simulator/**', 'test/**', 'tools/**', 'gulpfile.js'];

const providers = readdirSync(new URL('nodes', import.meta.url)).filter((folder) => folder !== 'engine');

/** The credential types of a provider, whose files begin with its name. */
const credentialsOf = (provider) =>
	readdirSync(new URL('credentials', import.meta.url))
		.filter((file) => file.toLowerCase().startsWith(provider))
		.map((file) => `credentials/${file}`);

/** Imports that a folder may not have. */
const wall = (files, ...patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });

const throughTheIndex = {
	regex: '/engine/',
	message: "Import the engine's index: what a provider needs of it is exported there.",
};

const withoutDependencies = {
	regex: '^(?!n8n-workflow$|crypto$|\\.)',
	message: 'The published package has no dependencies.',
};

/** n8n's rules for the fields of nodes hold for the fields of credentials too: users read both. */
const fieldRules = {
	files: ['credentials/**/*.ts'],
	rules: Object.fromEntries(
		config
			.filter(({ files }) => files?.includes('./nodes/**/*.ts'))
			.flatMap(({ rules }) => Object.entries(rules))
			.filter(([name]) => name.startsWith('n8n-nodes-base/node-param-')),
	),
};

/** Which part of the project may know which; see CONTRIBUTING.md. */
const walls = [
	...providers.map((provider) =>
		wall([`nodes/${provider}/**/*.ts`, ...credentialsOf(provider)], withoutDependencies, throughTheIndex, {
			regex: `/(${providers.filter((other) => other !== provider).join('|')})/`,
			message: 'A provider knows no other provider.',
		}),
	),
	wall(['nodes/engine/**/*.ts'], withoutDependencies, {
		regex: `/(${providers.join('|')})/`,
		message: 'The engine knows no provider.',
	}),
	wall(['simulator/**/*.ts', 'test/contracts/**/*.ts', 'bench/standIn.ts'], {
		regex: '/(nodes|credentials)/',
		message: 'What the product is held against is written without it.',
	}),
	wall(['tools/**/*.ts'], {
		regex: '/(playground|bench)/',
		message: 'The playground and the benchmark are made with the tools, not the other way round.',
	}),
	{
		files: ['nodes/**/*.ts'],
		ignores: ['nodes/engine/run/transport.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'MemberExpression[property.name=/^(httpRequest|request)(WithAuthentication)?$/]',
					message: 'Only nodes/engine/run/transport.ts talks to the network.',
				},
			],
		},
	},
];

/** n8n's config brings the plugin, for TypeScript only. */
const { plugins } = config.find((part) => part.plugins?.['import-x'] !== undefined);

/** Node.js, packages, an empty line, this project from the farthest folder to the nearest; each by name. */
const importOrder = {
	files: ['**/*.{ts,js,mjs,cjs}'],
	plugins: { 'import-x': plugins['import-x'] },
	rules: {
		'import-x/order': [
			'error',
			{
				groups: [
					['builtin', 'external'],
					['parent', 'sibling', 'index'],
				],
				pathGroups: [
					{ pattern: '{node:*,node:*/**}', group: 'external', position: 'before' },
					...['../../../../**', '../../../**', '../../**', '../**'].map((pattern) => ({
						pattern,
						group: 'parent',
						position: 'before',
					})),
				],
				pathGroupsExcludedImportTypes: [],
				distinctGroup: false,
				'newlines-between': 'always',
				alphabetize: { order: 'asc' },
			},
		],
	},
};

export default [
	{ ignores: ['dist/**', 'export/**', 'coverage/**', 'reports/**', 'tools/n8n/release/**'] },
	...config,
	{
		files: unpublished,
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
		},
	},
	// Their files come together when they are exported, where n8n's linter checks them as they are.
	{
		files: ['packages/**/*.ts'],
		rules: {
			'import-x/no-unresolved': 'off',
			'@n8n/community-nodes/icon-validation': 'off',
			'@n8n/community-nodes/no-credential-reuse': 'off',
		},
	},
	importOrder,
	fieldRules,
	...walls,
];
