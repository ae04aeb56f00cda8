import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { execute, type NodeUnderTest } from '../../tools/engine';
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

interface Account {
	type: string;
	node: Omit<NodeUnderTest, 'settings'>;
	/** The credential of an execution. */
	credential: (run: number) => ICredentialDataDecryptedObject;
	/** The headers that only this execution's requests may carry, by their names. */
	headers: (run: number) => Record<string, string>;
}

const secret = (name: string, run: number) => Object.fromEntries([[name, `${name}-${run}`]]);
const basic = (run: number) =>
	`Basic ${Buffer.from(`till-${run}:${String(run).padStart(32, '0')}`).toString('base64')}`;
const capillary = {
	entityType: 'EMAIL',
	entityValue: '={{ $json.to }}',
	channels: { channel: [{ type: 'EMAIL', value: '' }] },
};

const ACCOUNTS: Record<string, Account> = {
	HyperVerge: {
		type: 'hyperVergeApi',
		node: { type: 'hyperVergeSendEmailOtp', parameters: { email: '={{ $json.to }}' } },
		credential: (run) => ({ ...secret('appId', run), ...secret('appKey', run), baseUrl: recorder.url }),
		headers: (run) => ({ appid: `appId-${run}`, appkey: `appKey-${run}` }),
	},
	iServeU: {
		type: 'iServeUApi',
		node: {
			type: 'iServeUSendOtp',
			parameters: {
				customerMobileNumber: '9876543210',
				ovdData: '765386439745',
				additionalFields: { email: '={{ $json.to }}' },
			},
		},
		credential: (run) => ({
			...secret('clientId', run),
			...secret('clientSecret', run),
			username: 'agent',
			baseUrl: recorder.url,
		}),
		headers: (run) => ({ client_id: `clientId-${run}`, client_secret: `clientSecret-${run}` }),
	},
	Wibmo: {
		type: 'wibmoApi',
		node: { type: 'wibmoSendEmailOtp', parameters: { email: '={{ $json.to }}' } },
		credential: (run) => ({
			...secret('apiKey', run),
			...secret('clientId', run),
			...secret('secureCode', run),
			...secret('consumerId', run),
			bankId: '1',
			entityId: '2',
			clientHeadersOnCrypto: true,
			cryptoBaseUrl: recorder.url,
			operationsBaseUrl: recorder.url,
		}),
		headers: (run) => ({
			'x-api-key': `apiKey-${run}`,
			clientid: `clientId-${run}`,
			securecode: `secureCode-${run}`,
			'x-consumer-custom-id': `consumerId-${run}`,
		}),
	},
	'Capillary with a till': {
		type: 'capillaryTillApi',
		node: { type: 'capillaryGenerateOtp', parameters: capillary },
		credential: (run) => ({
			username: `till-${run}`,
			...Object.fromEntries([['password', String(run).padStart(32, '0')]]),
			alreadyMd5: true,
			cluster: 'custom',
			customHost: recorder.url,
		}),
		headers: (run) => ({ authorization: basic(run) }),
	},
	'Capillary with an API client': {
		type: 'capillaryClientApi',
		node: { type: 'capillaryGenerateOtp', parameters: { ...capillary, authentication: 'client' } },
		credential: (run) => ({
			...secret('key', run),
			...secret('secret', run),
			cluster: 'custom',
			customHost: recorder.url,
		}),
		headers: (run) => ({ 'x-cap-api-oauth-token': tokenOf(`key-${run}`) }),
	},
};

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

async function runOne({ type, node, credential }: Account, run: number) {
	const items: IDataObject[] = Array.from({ length: ITEMS }, (_, item) => ({ to: addressOf(run, item) }));
	const batch = { batchSize: (run % 10) + 1 };
	const parameters = { ...node.parameters, options: { batching: { batch } } };
	return await execute({ ...node, parameters }, items, { [type]: credential(run) });
}

function expectOwnCredentials(account: Account): void {
	for (const request of recorder.requests) {
		const run = runOf(request);
		if (run === undefined) continue;
		expect({ run, headers: request.headers }).toMatchObject({ run, headers: account.headers(run) });
	}
}

it.each(Object.entries(ACCOUNTS))(
	'%s: each request carries the credential of its own execution, however many run side by side',
	async (_name, account) => {
		const runs = Array.from({ length: EXECUTIONS }, (_, run) => run);
		const executions = await Promise.all(runs.map(async (run) => await runOne(account, run)));

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
	const account = ACCOUNTS['Capillary with an API client'];
	const runs = Array.from({ length: EXECUTIONS }, (_, run) => run * 2);
	await Promise.all(runs.map(async (run) => await runOne(account, run)));
	const fetched = recorder.requests
		.filter(({ path }) => path.endsWith('/token/generate'))
		.map(({ body }) => JSON.parse(body) as IDataObject);
	expect(fetched.map(({ key }) => String(key)).sort()).toEqual(runs.map((run) => `key-${run}`).sort());
	for (const { key, secret: given } of fetched) expect(given).toBe(String(key).replace('key', 'secret'));
	expectOwnCredentials(account);
});
