import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Fastify from 'fastify';
import type { IAuthenticate, ICredentialType, INodeType } from 'n8n-workflow';

import { credentialOf, execute, register, type Execution } from '../../tools/engine';
import { pressTest, SUCCESSFUL } from '../support/credentialTest';
import { codeBlocksOf } from '../support/markdown';
import { read, ROOT } from '../support/sources';
import { useSocketWatch } from '../trust/support/sockets';

const sockets = useSocketWatch();
const run = promisify(execFile);
const loadModule = createRequire(__filename);
const MINUTES = 60_000;

const BLOCKS = codeBlocksOf(read('docs/adding-a-provider.md')).filter(({ title }) => title !== '');
const FILES = BLOCKS.filter(({ title }) => title !== 'package.json');

type Authenticate = Extract<IAuthenticate, (...given: never[]) => unknown>;

interface Manifest {
	n8n: { credentials: string[]; nodes: string[] };
}

/** What the page adds to the manifest. */
const { n8n: added } = JSON.parse(
	BLOCKS.find(({ title }) => title === 'package.json')?.text ?? '{}',
) as Manifest;

/** A copy of what the page builds on, with the files of the page in it. */
let copy: string;

/** Acme, as the page tells it. */
const acme = Fastify();
let acmeUrl: string;
const arrived: Array<{ path?: string; key: unknown; body: unknown }> = [];
const KEY = 'acme-key-for-the-test';

const ANSWERS: Record<string, [status: number, body: object]> = {
	'9876543210': [200, { result: 'SENT', id: 'm-1' }],
	'9876543211': [400, { result: 'REFUSED', code: 'E12', text: 'Number is blocked' }],
	'9876543212': [200, { result: 'REFUSED', code: 'E20', text: 'Three codes in ten minutes' }],
	'9876543213': [503, { result: 'SENT', id: 'm-2' }],
	'': [400, { result: 'REFUSED', code: 'E10', text: 'Number is missing' }],
};

/** What a file that was compiled exports. */
function made<T>(path: string): T {
	const [Exported] = Object.values(loadModule(join(copy, path)) as Record<string, new () => T>);
	return new Exported();
}

beforeAll(async () => {
	acme.post('*', async ({ url, headers, body }, reply) => {
		const { 'x-acme-key': key } = headers;
		arrived.push({ path: url, key, body });
		const refusal = [200, { result: 'REFUSED', code: 'E90' }] as const;
		const [status, answer] = key === KEY ? ANSWERS[(body as { mobile: string }).mobile] : refusal;
		return await reply.code(status).send(answer);
	});
	acmeUrl = await acme.listen({ host: '127.0.0.1', port: 0 });

	copy = mkdtempSync(join(realpathSync(tmpdir()), 'adding-a-provider-'));
	cpSync(join(ROOT, 'nodes', 'engine'), join(copy, 'nodes', 'engine'), { recursive: true });
	for (const file of ['tsconfig.json', 'eslint.config.mjs']) cpSync(join(ROOT, file), join(copy, file));
	symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(copy, 'node_modules'), 'junction');
	for (const { title, text } of FILES) {
		mkdirSync(dirname(join(copy, title)), { recursive: true });
		writeFileSync(join(copy, title), text);
	}
	const manifest = JSON.parse(read('package.json')) as Manifest;
	writeFileSync(
		join(copy, 'package.json'),
		JSON.stringify({ ...manifest, n8n: { ...manifest.n8n, ...added } }),
	);
	const tsc = require.resolve('typescript/bin/tsc');
	await run(process.execPath, [tsc, '--project', copy]).catch((error: { stdout: string }) => {
		throw new Error(error.stdout);
	});
	const [node] = added.nodes.map((path) => made<INodeType>(path));
	const [credential] = added.credentials.map((path) => made<ICredentialType>(path));
	register(node, credential);
}, 5 * MINUTES);

afterAll(async () => {
	await acme.close();
	rmSync(copy, { recursive: true, force: true });
});

const saved = (apiKey = KEY) => ({ apiKey, baseUrl: ` ${acmeUrl}/v1/ ` });

async function send(mobile: string): Promise<Execution> {
	arrived.length = 0;
	const node = { type: 'acmeSendSmsOtp', parameters: { mobileNumber: mobile } };
	return await execute(node, [{}], { acmeApi: saved() });
}

describe('the provider of the page', () => {
	it('is made of the files that a provider needs', () => {
		expect(FILES.map(({ title }) => title)).toEqual([
			...['nodes/acme/codes.ts', 'nodes/acme/credential.ts', 'credentials/AcmeApi.credentials.ts'],
			...['nodes/acme/provider.ts', 'nodes/acme/answer.ts', 'nodes/acme/AcmeSendSmsOtp/operation.ts'],
			...['nodes/acme/AcmeSendSmsOtp/AcmeSendSmsOtp.node.ts', 'nodes/acme/acme.svg'],
			'nodes/acme/acme.dark.svg',
		]);
	});

	it(
		"keeps n8n's rules for community nodes",
		async () => {
			const eslint = require.resolve('eslint/package.json').replace(/package\.json$/, 'bin/eslint.js');
			// n8n's lint rules take every file for a file of their own tests while NODE_ENV is "test".
			const options = { cwd: copy, env: { ...process.env, NODE_ENV: 'production' } };
			const linted = run(process.execPath, [eslint, 'nodes/acme', 'credentials'], options);
			const { stdout } = await linted.catch((error: { stdout: string }) => error);
			expect(stdout).toBe('');
		},
		MINUTES,
	);

	it('sends a code, and the item leaves through Sent', async () => {
		const { outputs } = await send('9876543210');
		expect(arrived).toEqual([{ path: '/v1/otp', key: KEY, body: { mobile: '9876543210' } }]);
		expect(outputs.Sent.map(({ json }) => json)).toEqual([
			{
				...{ provider: 'acme', operation: 'sendSmsOtp', outcome: 'sent', reason: 'accepted' },
				...{ statusCode: 'SENT', message: 'Sent', httpStatus: 200, reference: { messageId: 'm-1' } },
				...{ recipient: '••••••3210', retryAfterSeconds: null, attemptsRemaining: null, expiresAt: null },
				response: { result: 'SENT', id: 'm-1' },
			},
		]);
	});

	it('lets a refusal leave through Not Sent, and one that asks to wait through Throttled', async () => {
		const refused = await send('9876543211');
		const why = { reason: 'notAllowed', statusCode: 'E12', message: 'Number is blocked' };
		expect(refused.outputs['Not Sent'][0].json).toMatchObject({ outcome: 'notSent', ...why });
		const throttled = await send('9876543212');
		expect(throttled.outputs.Throttled[0].json).toMatchObject({ outcome: 'throttled', statusCode: 'E20' });
	});

	it('ends with an error where there is no answer to trust, and has sent once', async () => {
		const { status, error, outputs } = await send('9876543213');
		expect(status).toBe('error');
		expect(error?.message).toBe('Acme is currently unavailable');
		expect(error?.description).toContain('Delivery unknown');
		expect(Object.values(outputs).flat()).toEqual([]);
		expect(arrived).toHaveLength(1);
	});

	it('tests a credential at the address that the node calls', async () => {
		arrived.length = 0;
		expect(await pressTest('acmeApi', saved())).toBe(SUCCESSFUL);
		expect(arrived).toEqual([{ path: '/v1/otp', key: KEY, body: { mobile: '' } }]);
	});

	it.each([false, true])('refuses a wrong key, also where n8n hides the HTTP status: %j', async (hides) => {
		const told = await pressTest('acmeApi', saved('mistyped'), hides);
		expect(told).toMatch(/^Acme did not accept the API Key\./);
	});

	it.each([
		['Base URL', { baseUrl: 'http://api.acme.example/v1' }],
		['API Key', { apiKey: 'key\nof two lines' }],
	])("lets nothing out for a credential whose '%s' is wrong: %j", async (label, wrong) => {
		const data = { ...saved(), ...wrong };
		const refusal = expect.stringMatching(`^'${label}' in the credential must be `) as string;
		sockets.attempts();
		expect(await pressTest('acmeApi', data)).toEqual(refusal);
		const authenticate = credentialOf('acmeApi').authenticate as Authenticate;
		await expect(authenticate(data, { url: '/otp' })).rejects.toMatchObject({ message: refusal });
		expect(sockets.attempts()).toEqual([]);
	});
});
