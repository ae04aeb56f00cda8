import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../simulator';
import { execute } from '../../tools/engine';
import { allCredentials } from '../../tools/package';
import { contractOf, minimalOf } from '../contracts';
import { pressTest } from '../support/credentialTest';
import { savedCredentials, useSimulator } from '../support/simulator';
import { refusalsIn } from './support/fieldTrial';
import { ADDRESSES, PIECES } from './support/hostileAddresses';
import { generated, HOSTILE_JSON, HOSTILE_TEXTS, SEED, spoilt } from './support/hostileValues';
import { useSocketWatch } from './support/sockets';
import { count, howMany, isFull } from './support/totals';

const simulator = useSimulator();
const sockets = useSocketWatch();

const host = () => simulator().url.slice('http://'.length);

/** A node that uses each credential. */
const NODES: Record<string, [node: string, parameters?: INodeParameters]> = {
	hyperVergeApi: ['hyperVergeSendEmailOtp'],
	iServeUApi: ['iServeUSendOtp'],
	wibmoApi: ['wibmoSendEmailOtp'],
	capillaryTillApi: ['capillaryGenerateOtp'],
	capillaryClientApi: ['capillaryGenerateOtp', { authentication: 'client' }],
};

const USUAL = 'Simulator-1';

const ADDRESS_FIELDS = /^(cluster|customHost|(crypto|operations)?baseUrl)$/i;

/** Other fields without which a field does not count. */
const OTHERS: Record<string, IDataObject> = {
	customHost: { cluster: 'custom' },
	attributionType: { attributionCode: 'till-1' },
	attributionCode: { attributionType: 'TILL' },
	alreadyMd5: { password: 'ABCDEF0123456789abcdef0123456789' },
};

const md5 = (value: string) => createHash('md5').update(value).digest('hex');

/** What requests carry, by its name, without spaces around it. */
function carriedBy(requests: readonly RecordedRequest[]): Array<[name: string, value: string]> {
	return requests.flatMap(({ headers, body }) => {
		const [, basic = ''] = (headers.Authorization ?? '').split('Basic ');
		const [user, ...password] = Buffer.from(basic, 'base64').toString().split(':');
		const all = { ...headers, ...(body as IDataObject | undefined), user, password: password.join(':') };
		return Object.entries(all).map(([name, value]): [string, string] => [name, String(value).trim()]);
	});
}

/** In the share, one entry of a list, and another for each address. */
let turn = 0;
const share = <T>(list: readonly T[]): readonly T[] => {
	turn += 1;
	return isFull ? list : [list[turn % list.length]];
};

describe.each(allCredentials())(`$name (seed ${SEED})`, ({ name: type, properties }) => {
	const [node, parameters] = NODES[type];
	const calls = contractOf(node).calls.map((call) => call.split(' ')[1]);
	if (type === 'capillaryClientApi') calls.push('/v3/oauth/token/generate');
	const fields = properties.filter((property) => property.type !== 'notice' && property.type !== 'hidden');
	const addresses = fields.filter(({ name }) => ADDRESS_FIELDS.test(name));

	const saved = (field: string, value: unknown) =>
		({
			...savedCredentials(type)[type],
			...OTHERS[field],
			[field]: value,
		}) as ICredentialDataDecryptedObject;

	/** Runs the credential's node on two items, with one field of the credential changed. */
	async function run(field: string, value: unknown) {
		simulator().reset();
		const settings = { onError: 'continueErrorOutput' as const };
		const execution = await execute(
			{ type: node, parameters: { ...minimalOf(node), ...parameters }, settings },
			[{ id: 0 }, { id: 1 }],
			{ [type]: saved(field, value) },
		);
		count('hostile inputs tried');
		expect(execution.status).toBe('success');
		expect(Object.values(execution.outputs).flat()).toHaveLength(2);
		const [requests, attempts] = [simulator().requests(), sockets.attempts()];
		const refusals = refusalsIn(execution);
		if (refusals.length > 0) {
			const nothing = { value, refused: 2, requests: [], attempts: [] };
			expect({ value, refused: refusals.length, requests, attempts }).toEqual(nothing);
		}
		return { requests, attempts, refusals };
	}

	/** A node names the field, and *Test* says the same, before anything is sent. */
	async function expectNamed(field: string, value: unknown, refusals: readonly string[]) {
		const label = properties.find(({ name }) => name === field)?.displayName;
		const named = `'${label}' in the credential must be `;
		const said = [...refusals, await pressTest(type, saved(field, value))];
		count('hostile inputs tried');
		expect(said.map((sentence) => sentence.slice(0, named.length))).toEqual([named, named, named]);
		expect(sockets.attempts()).toEqual([]);
	}

	const values = [...HOSTILE_TEXTS, ...HOSTILE_JSON, ...spoilt(USUAL), NaN, 7.5, 7002];
	const others = fields.filter((field) => !addresses.includes(field));

	it.each(others)('refuses $name by its name, or sends it as it is', async ({ name, type: kind }) => {
		const usual = carriedBy((await run(name, kind === 'boolean' ? true : USUAL)).requests);
		const written = (value: unknown) => (name === 'password' ? md5(String(value)) : String(value).trim());
		const places = usual.filter(([, value]) => value === written(USUAL)).map(([place]) => place);
		expect(places.length > 0).toBe(kind !== 'boolean' && name !== 'pathPrefix');

		async function tryValue(value: unknown) {
			const { requests, attempts, refusals } = await run(name, value);
			const isEmpty = value === null || (typeof value === 'string' && value.trim() === '');
			if (refusals.length > 0) return isEmpty || (await expectNamed(name, value, refusals));
			expect({ value, attempts }).toEqual({ value, attempts: [host()] });
			if (kind === 'boolean') expect([true, false, null]).toContain(value);
			const carried = carriedBy(requests).filter(([place]) => places.includes(place));
			const expected = places.map((place) => [place, written(value)]);
			if (!isEmpty) expect(new Set(carried.map(String))).toEqual(new Set(expected.map(String)));
			for (const { path, headers } of requests) {
				expect(headers.Host).toBe(host());
				expect(path).toMatch(name === 'pathPrefix' ? /^(\/[\w-]+)+$/ : new RegExp(`^(${calls.join('|')})$`));
			}
		}
		const [every, offset] = [howMany(3, 24), others.findIndex((field) => field.name === name)];
		for (const value of values.filter((_, index) => index % every === offset % every)) await tryValue(value);
		await fc.assert(
			fc.asyncProperty(generated(USUAL), async (value) => void (await tryValue(value))),
			{ seed: SEED, numRuns: howMany(30, 2), endOnFailure: true },
		);
	});

	describe.each(addresses)('the address $name', ({ name }) => {
		/** With what only the run knows: the port of the evil server, and the address that works. */
		function filled(address: string): string {
			const usual = savedCredentials(type)[type];
			const { pathname, port } = new URL(String(usual[name === 'cluster' ? 'customHost' : name]));
			return address
				.replaceAll('EVIL', String(sockets.evilPort()))
				.replaceAll('PORT', port)
				.replaceAll('/PATH', pathname);
		}

		it.each(share(ADDRESSES))(
			'is refused, or reaches only what it names: %j',
			async (template, place = '') => {
				const address = filled(template);
				const { requests, attempts, refusals } = await run(name, address);
				if (place === '') return await expectNamed(name, address, refusals);
				expect(new Set([host(), ...attempts])).toEqual(new Set([host(), filled(place)]));
				expect(refusals).toEqual([]);
				if (filled(place) !== host()) return;
				expect(requests.map((request) => request.path)).toEqual(expect.arrayContaining(calls));
			},
		);

		it('reaches the host that it names and no other, or is refused, whatever it is made of', async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 }),
					async (pieces) => {
						const address = filled(pieces.join(''));
						const { attempts, refusals } = await run(name, address);
						if (refusals.length > 0) return await expectNamed(name, address, refusals);
						const { protocol, hostname, port } = new URL(address.trim());
						const bare = hostname.replace(/^\[|\]$/g, '');
						expect(protocol === 'https:' || ['127.0.0.1', 'localhost', '::1'].includes(bare)).toBe(true);
						const allowed = [host(), `${bare}:${port || (protocol === 'https:' ? 443 : 80)}`];
						expect(attempts.filter((attempt) => !allowed.includes(attempt))).toEqual([]);
					},
				),
				{ seed: SEED, numRuns: howMany(60, 5), endOnFailure: true },
			);
		});
	});
});
