import fc from 'fast-check';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { allCredentials } from '../../tools/package';
import { contractOf } from '../contracts';
import type { CredentialType } from '../contracts/contract';
import { pressTest } from '../support/credentialTest';
import { allItems, ERROR_OUTPUT, runNode } from '../support/runs';
import { savedCredentials, useSimulator } from '../support/simulator';
import { refusalsIn } from './support/fieldTrial';
import { generated, HOSTILE_JSON, HOSTILE_TEXTS, SEED, spoilt } from './support/hostileValues';
import { useSocketWatch } from './support/sockets';
import { count, everyNth, howMany } from './support/totals';

const simulator = useSimulator();
const sockets = useSocketWatch();

const host = () => simulator().url.slice('http://'.length);

/** Nodes that use the credentials between them. */
const NODES = ['hyperVergeSendEmailOtp', 'iServeUSendOtp', 'wibmoSendEmailOtp', 'capillaryGenerateOtp'];

const ADDRESS_FIELDS = /^(cluster|customHost|(crypto|operations)?baseUrl)$/i;

/** Other fields without which a field does not count. */
const OTHERS: Record<string, IDataObject> = {
	customHost: { cluster: 'custom' },
	attributionType: { attributionCode: 'till-1' },
	attributionCode: { attributionType: 'TILL' },
	alreadyMd5: { password: 'ABCDEF0123456789abcdef0123456789' },
};

/**
 * Addresses for the base URLs of credentials. `EVIL` stands for the port of the evil server, `PORT`
 * and `/PATH` for those that work, and the place for the only one that may be called.
 */
type Address = [address: string, place?: string];

/** Addresses that look like another place than they are, or say more than a place: they are refused. */
const TRICKS = [
	...['http://127.0.0.1%2eevil.example/', 'http://localhost.:PORT/', 'http://[::ffff:127.0.0.1]:PORT/'],
	...['http://evil-localhost/', 'http://192.168.1.1/', 'http://0.0.0.0:PORT/'],
	...['http://127.0.0.1@127.0.0.1:EVIL/', 'http://127.0.0.1:PORT@127.0.0.1:EVIL/'],
	...['https://api.example.com@127.0.0.1:EVIL/', 'https://@api.example.com/x?'],
	...['https://evil.example#.good.example', 'http://127.0.0.1:PORT/PATH#', 'http://127.0.0.1:PORT/PATH?'],
	...['https:\\\\evil.example', 'http://127.0.0.1:EVIL\\@127.0.0.1:PORT/'],
	...['http://127.0.0.1:PORT\\@127.0.0.1:EVIL/', 'https:evil.example', 'https:/evil.example'],
	...['https:///evil.example', '//127.0.0.1:EVIL/', '127.0.0.1:EVIL', 'ht\ttp://127.0.0.1:EVIL/'],
	...['http://127.0.0.1:PORT/\r\nHost: evil.example', 'https://api.example.com\u0000.evil.example'],
	...['https://api.example.com:99999', 'http://127.0.0.1:PORT:EVIL/'],
	...['javascript:fetch("http://127.0.0.1:EVIL/")', 'ws://127.0.0.1:EVIL/', '__proto__'],
	'={{ "http://127.0.0.1:EVIL/" }}',
];

/** Ways to write this machine that are as good as 127.0.0.1. */
const THIS_MACHINE = [
	...[
		...['127.0.0.1', '2130706433', '127.1', '0x7f.0.0.1', '0177.0.0.1', '127.0.0.1.'],
		...['127\u30020\u30020\u30021', '\uff11\uff12\uff17.0.0.1'],
	].map((host) => `http://${host}:PORT/PATH`),
	...['http://127.0.0.1:PORT/PATH////', 'HTTP://127.0.0.1:PORT/PATH'],
	...[' \n http://127.0.0.1:PORT/PATH \u00a0', 'http://127.0.0.1:PORT/x/../PATH/%2e'],
];

const BEHIND_THE_HOST = ['/@evil.example', '/http://evil.example', '//evil.example', '/%40evil.example'];

const ADDRESSES: readonly Address[] = [
	...TRICKS.map((address): Address => [address]),
	...THIS_MACHINE.map((address): Address => [address, '127.0.0.1:PORT']),
	...['', '/..%2f..%2fevil', ...BEHIND_THE_HOST].map(
		(path): Address => [`https://api.example.com${path}`, 'api.example.com:443'],
	),
	['https://API.EXAMPLE.COM/v1/', 'api.example.com:443'],
	['https://api.example.com:8443/v1', 'api.example.com:8443'],
	['https://api.example.com.', 'api.example.com.:443'],
	['https://127.0.0.1.evil.example', '127.0.0.1.evil.example:443'],
	['https://b\u00fccher.example', 'xn--bcher-kva.example:443'],
	['https://api\u3002example\uff0ecom', 'api.example.com:443'],
	['https://3232235777/', '192.168.1.1:443'],
	['https://[2001:db8::1]/', '2001:db8::1:443'],
];

/** What an address is put together from. */
const PIECES = [
	...['http://', 'https://', 'http:', '//', '127.0.0.1:PORT', '127.0.0.1', 'localhost', '[::1]'],
	...['evil.example', ':8443', '0x7f.1', 'user:pass', ':', '@', '#', '?', '/', '/PATH', '\\', '..', '.'],
	...['%2e', '%2f', '%40', '\u3002', '\t', '\n', ' ', '\u200b', '\u0000'],
];

/** In the share, one address for each field, and another for the next. */
let turns = 0;
const addressesInTurn = () => everyNth(ADDRESSES, howMany(1, ADDRESSES.length), (turns += 1));

describe.each(allCredentials())(`$name (seed ${SEED})`, ({ name: type, properties }) => {
	const contract = NODES.map(contractOf).find(({ credentials }) =>
		credentials.some((credential) => credential === type),
	)!;
	const calls = contract.calls.map((call) => call.split(' ')[1]);
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
		const execution = await runNode(contract, {
			...{ credential: type as CredentialType, saved: { [type]: saved(field, value) } },
			...{ items: [{ id: 0 }, { id: 1 }], settings: ERROR_OUTPUT },
		});
		count('hostile inputs tried');
		expect(execution.status).toBe('success');
		expect(allItems(execution)).toHaveLength(2);
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

	const values = [...HOSTILE_TEXTS, ...HOSTILE_JSON, ...spoilt('Simulator-1'), NaN, 7.5, 7002];
	const others = fields.filter((field) => !addresses.includes(field));

	// That a value arrives as it is, is in suites/inN8n/items.test.ts and in the engine's tests of credential fields.
	it.each(others)('refuses $name by its name, or calls only its own host', async ({ name, type: kind }) => {
		async function tryValue(value: unknown) {
			const { requests, attempts, refusals } = await run(name, value);
			const isEmpty = value === null || (typeof value === 'string' && value.trim() === '');
			if (refusals.length > 0) return isEmpty || (await expectNamed(name, value, refusals));
			expect({ value, attempts }).toEqual({ value, attempts: [host()] });
			if (kind === 'boolean') expect(String(value).trim()).toMatch(/^(true|false|null)$/i);
			for (const { path, headers } of requests) {
				expect(headers.Host).toBe(host());
				expect(path).toMatch(name === 'pathPrefix' ? /^(\/[\w-]+)+$/ : new RegExp(`^(${calls.join('|')})$`));
			}
		}
		const turn = others.findIndex((field) => field.name === name);
		for (const value of everyNth(values, howMany(3, 24), turn)) await tryValue(value);
		await fc.assert(
			fc.asyncProperty(generated('Simulator-1'), async (value) => void (await tryValue(value))),
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

		it.each(addressesInTurn())(
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
