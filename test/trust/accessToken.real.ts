import type { IDataObject, INode } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS } from '../../simulator';
import type { Credential } from '../../tools/n8n/restClient';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { JOURNEYS } from '../support/scenarios';
import { useRealN8n } from './support/realN8n';
import { call, chained, publish, splitItems, step, webhook } from './support/realWorkflows';

const TYPE = 'capillaryClientApi';
const { send, sendPath } = JOURNEYS['Capillary with an API client'];
const { clientKey, clientSecret, otherClientKey, otherClientSecret } = SIMULATOR_ACCOUNTS.capillary;
const TENANTS = {
	first: { key: clientKey, secret: clientSecret },
	other: { key: otherClientKey, secret: otherClientSecret },
};
type Tenant = keyof typeof TENANTS;

const real = useRealN8n();

beforeEach(() => real().simulator.reset());

let people = 0;

/** An item for each tenant that is named, with the key, the secret and the host of its credential. */
const itemsOf = (...names: Tenant[]): IDataObject[] =>
	names.map((name) => ({
		to: `${name}-${(people += 1)}@example.com`,
		...TENANTS[name],
		cluster: 'custom',
		host: `${real().simulator.url}/capillary`,
	}));

/** For each call to a path, the tenant that it was for, where it says so, and whose token it carried. */
const callsTo = (path: string) =>
	real()
		.simulator.requests()
		.filter((request) => request.path === path)
		.map(({ account, body }) => {
			const { entityValue = '' } = (body ?? {}) as { entityValue?: string };
			return [entityValue.split('-')[0], account];
		});
const asOwn = (...names: Tenant[]) => names.map((name) => [name, TENANTS[name].key]);
const tokens = () => callsTo('/v3/oauth/token/generate').length;

/** A workflow that gives the items of its webhook to a node with a credential. */
async function workflowWith(node: INode, { id, name }: Credential) {
	const path = `token-${(people += 1)}`;
	const given = { ...node, credentials: { [TYPE]: { id, name } } };
	const file = chained(path, [webhook(path), splitItems(), given]);
	const stored = await publish(real(), file);
	return async (items: IDataObject[]) => {
		const execution = await real().n8n.rest.finishedExecution(await call(real(), stored, items));
		expect(execution.status).toBe('success');
	};
}

const sending = () => step('Send', send.type, send.parameters);

describe('a credential whose fields are expressions', () => {
	const workflow = async () => {
		const fields = {
			key: '={{ $json.key }}',
			secret: '={{ $json.secret }}',
			cluster: '={{ $json.cluster }}',
			customHost: '={{ $json.host }}',
		};
		return await workflowWith(
			sending(),
			await real().n8n.rest.createCredential(TYPE, 'Capillary of the item', fields),
		);
	};

	it('sends with the token of its tenant in each execution', async () => {
		const run = await workflow();
		const names: Tenant[] = ['first', 'other', 'other', 'first'];
		for (const name of names) await run(itemsOf(name));
		expect(callsTo(sendPath)).toEqual(asOwn(...names));
		expect(tokens()).toBe(3);
	});

	it.each([2, 10])('sends %i items side by side, each with the token of its tenant', async (count) => {
		const run = await workflow();
		await run(itemsOf('first'));
		const names = Array.from({ length: count }, (_, index): Tenant => (index % 2 ? 'other' : 'first'));
		await run(itemsOf(...names));
		expect(callsTo(sendPath).sort()).toEqual(asOwn('first', ...names).sort());
		expect(tokens()).toBe(2);
	});
});

describe('a credential that a user edits', () => {
	const { data } = simulatorCredentials('')[TYPE];
	const created = async () =>
		await real().n8n.rest.createCredential(TYPE, 'Capillary', {
			...data,
			customHost: `${real().simulator.url}/capillary`,
		});

	/** Saves other values in the dialog, which keeps what it does not show. */
	async function edit(credential: Credential, change: object): Promise<void> {
		const text = await real().n8n.rest.getText(`/credentials/${credential.id}?includeData=true`);
		const { data: stored } = (JSON.parse(text) as { data: { data: IDataObject } }).data;
		expect(stored).toHaveProperty('issuedTo', expect.stringMatching(/./));
		await real().n8n.rest.updateCredential(credential, { ...stored, ...change });
	}

	it('sends with a token of the key that it holds by then', async () => {
		const credential = await created();
		const run = await workflowWith(sending(), credential);
		await run(itemsOf('first'));
		await edit(credential, TENANTS.other);
		await run(itemsOf('other'));
		expect(callsTo(sendPath)).toEqual(asOwn('first', 'other'));
		expect(tokens()).toBe(2);
	});

	it("lets n8n's HTTP Request node send with such a token, too", async () => {
		const credential = await created();
		const node = step(
			'Request',
			'n8n-nodes-base.httpRequest',
			{
				url: `${real().simulator.url}/capillary/v2/otp`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: TYPE,
				options: { response: { response: { neverError: true } } },
			},
			{ typeVersion: 4.2 },
		);
		const run = await workflowWith(node, credential);
		await run(itemsOf('first'));
		await edit(credential, TENANTS.other);
		await run(itemsOf('other'));
		expect(callsTo('/v2/otp').map(([, account]) => account)).toEqual([clientKey, otherClientKey]);
		expect(tokens()).toBe(2);
	});

	it('says in its Test that Capillary refused it, also with HTTP 200', async () => {
		const credential = await created();
		real().simulator.inject({
			provider: 'capillary',
			path: '/token/generate',
			kind: 'body',
			body: '{"data":null,"errors":[{"code":401,"message":"Failed to generate OAuth token"}]}',
		});
		const customHost = `${real().simulator.url}/capillary`;
		expect(await real().n8n.rest.testCredential(credential, { ...data, customHost })).toMatchObject({
			status: 'Error',
			message: 'Capillary did not accept the API client. Check the Client Key, Client Secret and Cluster.',
		});
	});
});
