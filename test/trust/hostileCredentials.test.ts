import fc from 'fast-check';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { allCredentials } from '../../tools/package';
import { contractOf, minimalOf } from '../contracts';
import { pressTest } from '../support/credentialTest';
import { savedCredentials, useSimulator } from '../support/simulator';
import { refusalsIn } from './support/fieldTrial';
import { ELSEWHERE, LOOPBACK, PIECES, THIS_MACHINE, TRICKS } from './support/hostileAddresses';
import { CREDENTIALS_UNDER_ATTACK, type CredentialUnderAttack } from './support/hostileCredentials';
import { generated, HOSTILE_JSON, HOSTILE_TEXTS, SEED, spoilt } from './support/hostileValues';
import { useSocketWatch } from './support/sockets';
import { count, howMany, isFull } from './support/totals';

const simulator = useSimulator();
const sockets = useSocketWatch();

const host = () => simulator().url.slice('http://'.length);

const labelOf = (type: string, field: string) =>
	allCredentials()
		.find(({ name }) => name === type)
		?.properties.find(({ name }) => name === field)?.displayName;

/** In the share, one entry of a list, and another for each address. */
let turn = 0;
const share = <T>(list: readonly T[]): readonly T[] => {
	turn += 1;
	return isFull ? list : [list[turn % list.length]];
};

const refusalOf = (type: string, field: string) => `'${labelOf(type, field)}' in the credential must be `;

/** Runs the credential's node on two items, with one field of the credential changed. */
async function run({ type, node, parameters }: CredentialUnderAttack, changed: IDataObject) {
	simulator().reset();
	const saved = { ...savedCredentials(type)[type], ...changed } as ICredentialDataDecryptedObject;
	const execution = await execute(
		{
			type: node,
			parameters: { ...minimalOf(node), ...parameters } as INodeParameters,
			settings: { onError: 'continueErrorOutput' },
		},
		[{ id: 0 }, { id: 1 }],
		{ [type]: saved },
	);
	count('hostile inputs tried');
	expect(execution.status).toBe('success');
	expect(Object.values(execution.outputs).flat()).toHaveLength(2);
	return { requests: simulator().requests(), attempts: sockets.attempts(), refusals: refusalsIn(execution) };
}

function expectRefused(
	{ requests, attempts, refusals }: Awaited<ReturnType<typeof run>>,
	named: string,
): void {
	expect(refusals.map((said) => said.slice(0, named.length))).toEqual([named, named]);
	expect({ requests, attempts }).toEqual({ requests: [], attempts: [] });
}

it('knows every field of every credential', () => {
	for (const { name, properties } of allCredentials()) {
		const known = CREDENTIALS_UNDER_ATTACK.find(({ type }) => type === name);
		const fields = properties.filter(({ type }) => type !== 'notice' && type !== 'hidden');
		expect(fields.map((field) => field.name).sort()).toEqual(
			[...Object.keys(known?.fields ?? {}), ...(known?.addresses ?? [])].sort(),
		);
	}
});

describe.each(CREDENTIALS_UNDER_ATTACK)(`$type (seed ${SEED})`, (attacked) => {
	const { type, node } = attacked;
	const calls = contractOf(node).calls.map((call) => call.split(' ')[1]);
	if (type === 'capillaryClientApi') calls.push('/v3/oauth/token/generate');

	/** *Test* says the same as a node, before anything is sent. */
	async function expectTestRefused(changed: IDataObject, named: string) {
		const data = { ...savedCredentials(type)[type], ...changed } as ICredentialDataDecryptedObject;
		const said = await pressTest(type, data);
		count('hostile inputs tried');
		expect(String(said).slice(0, named.length)).toBe(named);
		expect(sockets.attempts()).toEqual([]);
	}

	async function tryValue(field: string, value: unknown) {
		const { takes, arrived, expected, saysWhenEmpty, with: others } = attacked.fields[field];
		const isEmpty = value === null || (typeof value === 'string' && value.trim() === '');
		const outcome = await run(attacked, { ...others, [field]: value } as IDataObject);
		if (!takes(value)) {
			if (isEmpty && saysWhenEmpty !== undefined) return expectRefused(outcome, saysWhenEmpty);
			expectRefused(outcome, refusalOf(type, field));
			await expectTestRefused({ ...others, [field]: value } as IDataObject, refusalOf(type, field));
			return;
		}
		expect({ value, attempts: outcome.attempts }).toEqual({ value, attempts: [host()] });
		expect({ value, arrived: arrived(outcome.requests) }).toEqual({ value, arrived: expected(value) });
		for (const { path, headers } of outcome.requests) {
			expect(headers.Host).toBe(host());
			if (field !== 'pathPrefix') expect(calls).toContain(path);
		}
	}

	it.each(Object.keys(attacked.fields))('refuses %s by its name, or sends it as it is', async (field) => {
		const values = [...HOSTILE_TEXTS, ...HOSTILE_JSON, ...spoilt('Simulator-1'), NaN, 7.5, 7002];
		const offset = Object.keys(attacked.fields).indexOf(field);
		const every = howMany(3, 24);
		const tried = values.filter((_, index) => index % every === offset % every);
		for (const value of tried) await tryValue(field, value);
		await fc.assert(
			fc.asyncProperty(generated('Simulator-1'), async (value) => await tryValue(field, value)),
			{ seed: SEED, numRuns: howMany(30, 2), endOnFailure: true },
		);
	});

	describe.each(attacked.addresses)('the address %s', (field) => {
		const changed = (address: unknown): IDataObject => ({
			...(field === 'customHost' && { cluster: 'custom' }),
			[field]: address as string,
		});
		const tryAddress = async (address: unknown) => await run(attacked, changed(address));

		/** The address that works. */
		function working(): URL {
			const saved = savedCredentials(type)[type];
			return new URL(String(field === 'cluster' ? saved.customHost : saved[field]));
		}

		function filled<T>(address: T): T | string {
			if (typeof address !== 'string') return address;
			const { pathname, port } = working();
			return address
				.replaceAll('EVIL', String(sockets.evilPort()))
				.replaceAll('PORT', port)
				.replaceAll('/PATH', pathname);
		}

		it.each(Object.entries(TRICKS))('is refused %s', async (_how, addresses) => {
			for (const address of share(addresses).map(filled)) {
				expectRefused(await tryAddress(address), refusalOf(type, field));
				await expectTestRefused(changed(address), refusalOf(type, field));
			}
		});

		it.each(share(THIS_MACHINE))(
			'reaches this machine as %s, and sends what it sends there',
			async (address) => {
				const { requests, attempts, refusals } = await tryAddress(filled(address));
				const here = `${LOOPBACK}:${working().port}`;
				expect({ attempts, refusals }).toEqual({ attempts: [here], refusals: [] });
				expect(requests.map((request) => request.path)).toEqual(expect.arrayContaining(calls));
			},
		);

		it.each(share(ELSEWHERE))('reaches only %s', async (address, place) => {
			const { attempts, refusals } = await tryAddress(address);
			expect(refusals).toEqual([]);
			expect(attempts.filter((attempt) => attempt !== host())).toEqual([place]);
		});

		it('reaches the host that it names and no other, or is refused, whatever it is made of', async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 }),
					async (pieces) => {
						const address = filled(pieces.join(''));
						const outcome = await tryAddress(address);
						const elsewhere = outcome.attempts.filter((attempt) => attempt !== host());
						if (outcome.refusals.length > 0) return expectRefused(outcome, refusalOf(type, field));
						const { protocol, hostname, port: named } = new URL(address.trim());
						const bare = hostname.replace(/^\[|\]$/g, '');
						expect(protocol === 'https:' || [LOOPBACK, 'localhost', '::1'].includes(bare)).toBe(true);
						const allowed = `${bare}:${named || (protocol === 'https:' ? 443 : 80)}`;
						expect(elsewhere.filter((attempt) => attempt !== allowed)).toEqual([]);
					},
				),
				{ seed: SEED, numRuns: howMany(60, 5), endOnFailure: true },
			);
		});
	});
});
