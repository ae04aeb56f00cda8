import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { startRecorder, type Recorded, type Recorder } from './support/recorder';
import { count, howMany } from './support/totals';

const EXECUTIONS = howMany(50, 10);
const ITEMS = 20;

/** A token that says whose it is. */
const tokenOf = (key: string) => `token-of-${key}`;

let recorder: Recorder;

/** Says yes in the words of all four providers. */
function yes({ path, body }: Recorded): object {
	if (path.endsWith('/token/generate')) {
		const { key } = JSON.parse(body) as { key: string };
		// Every other token is over at once, so that it is renewed again and again on the way.
		return {
			data: { accessToken: tokenOf(key), ttlSeconds: Number(key.replace(/\D/g, '')) % 2 === 0 ? 300 : 0 },
		};
	}
	if (path.endsWith('/encrypt')) return { token: Buffer.from(body).toString('base64') };
	if (path.endsWith('/decrypt')) return { responseCode: '00', responseMessage: 'SUCCESS' };
	if (path.endsWith('/v2/otp/generate')) return { createdId: 10, warnings: [] };
	return {
		status: path.includes('/otp/send') ? 'SUCCESS' : 'success',
		statusCode: path.includes('/otp/send') ? '0' : '200',
		result: { message: 'req-1' },
		token: 'sealed-answer',
	};
}

beforeAll(async () => {
	recorder = await startRecorder(yes);
});

beforeEach(() => recorder.requests.splice(0));

afterAll(async () => await recorder.close());

/** What of a credential is only one execution's. */
type Own = Record<string, string>;

interface Account {
	own: string[];
	others?: ICredentialDataDecryptedObject;
	/** The headers that only this execution's requests may carry, by their names. */
	headers: (own: Own) => Record<string, string>;
	parameters?: INodeParameters;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** By the name of the journey. */
const ACCOUNTS: Record<string, Account> = {
	HyperVerge: {
		own: ['appId', 'appKey'],
		headers: ({ appId, appKey }) => ({ appid: appId, appkey: appKey }),
	},
	iServeU: {
		own: ['clientId', 'clientSecret'],
		others: { username: 'agent' },
		headers: ({ clientId, clientSecret }) => ({ client_id: clientId, client_secret: clientSecret }),
		parameters: { customerMobileNumber: '9876543210', additionalFields: { email: '={{ $json.to }}' } },
	},
	Wibmo: {
		own: ['apiKey', 'clientId', 'secureCode', 'consumerId'],
		others: { bankId: '1', entityId: '2', clientHeadersOnCrypto: true },
		headers: ({ apiKey, clientId, secureCode, consumerId }) => ({
			'x-api-key': apiKey,
			clientid: clientId,
			securecode: secureCode,
			'x-consumer-custom-id': consumerId,
		}),
	},
	'Capillary with a till': {
		own: ['username', 'password'],
		headers: ({ username, password }) => ({
			authorization: `Basic ${Buffer.from(`${username}:${md5(password)}`).toString('base64')}`,
		}),
	},
	'Capillary with an API client': {
		own: ['key', 'secret'],
		headers: ({ key }) => ({ 'x-cap-api-oauth-token': tokenOf(key) }),
	},
};

const ownOf = ({ own }: Account, run: number): Own =>
	Object.fromEntries(own.map((name) => [name, `${name}-${run}`]));

function credentialOf(account: Account, run: number): ICredentialDataDecryptedObject {
	const { url } = recorder;
	const addresses = { baseUrl: url, cryptoBaseUrl: url, operationsBaseUrl: url, customHost: url };
	return { ...ownOf(account, run), ...account.others, ...addresses, cluster: 'custom' };
}

const addressOf = (run: number, item: number) => `run-${run}-item-${item}@example.com`;

/** The execution that a request is of, by the address in it; a sealed token is the payload in base64. */
function runOf({ path, body }: Recorded): number | undefined {
	const isSealed = path.includes('/onboarding/');
	const { token } = (isSealed ? JSON.parse(body) : {}) as { token?: string };
	const text = token === undefined ? body : Buffer.from(token, 'base64').toString('utf8');
	const found = /run-([0-9]+)-item-/.exec(text);
	return found === null ? undefined : Number(found[1]);
}

/** Whether nothing goes out by a request, and nothing is asked of a person. */
const isCrypto = ({ path }: Recorded) => /\/(en|de)crypt$/.test(path);

async function runOne(name: string, run: number) {
	const { send, credential } = JOURNEYS[name];
	const items: IDataObject[] = Array.from({ length: ITEMS }, (_, item) => ({ to: addressOf(run, item) }));
	const options = { batching: { batch: { batchSize: (run % 10) + 1 } } };
	const parameters = { ...send.parameters, ...ACCOUNTS[name].parameters, options };
	const saved = { [credential]: credentialOf(ACCOUNTS[name], run) };
	return await execute({ type: send.type, parameters }, items, saved);
}

function expectOwnCredentials(account: Account): void {
	for (const request of recorder.requests) {
		const run = runOf(request);
		if (run === undefined) continue;
		expect({ run, headers: request.headers }).toMatchObject({
			run,
			headers: account.headers(ownOf(account, run)),
		});
	}
}

it.each(Object.entries(ACCOUNTS))(
	'%s: each request carries the credential of its own execution, however many run side by side',
	async (name, account) => {
		const runs = Array.from({ length: EXECUTIONS }, (_, run) => run);
		const executions = await Promise.all(runs.map(async (run) => await runOne(name, run)));

		const own = recorder.requests.filter((request) => runOf(request) !== undefined && !isCrypto(request));
		count('items under load', EXECUTIONS * ITEMS);
		count('items lost', EXECUTIONS * ITEMS - executions.flatMap(({ outputs }) => outputs.Sent).length);
		count('messages expected', EXECUTIONS * ITEMS);
		count('messages sent', own.length);
		expectOwnCredentials(account);
		for (const run of runs) {
			const { status, outputs } = executions[run];
			expect(status).toBe('success');
			expect(outputs.Sent.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(
				Array.from({ length: ITEMS }, (_, item) => item),
			);
			expect(own.filter((request) => runOf(request) === run)).toHaveLength(ITEMS);
		}
	},
);

it('fetches one access token for each API client that is good for a while, and gives it to nobody else', async () => {
	const name = 'Capillary with an API client';
	const runs = Array.from({ length: EXECUTIONS }, (_, run) => run * 2);
	await Promise.all(runs.map(async (run) => await runOne(name, run)));
	const fetched = recorder.requests
		.filter(({ path }) => path.endsWith('/token/generate'))
		.map(({ body }) => JSON.parse(body) as IDataObject);
	expect(fetched.map(({ key }) => String(key)).sort()).toEqual(runs.map((run) => `key-${run}`).sort());
	for (const { key, secret: given } of fetched) expect(given).toBe(String(key).replace('key', 'secret'));
	expectOwnCredentials(ACCOUNTS[name]);
});
