import type { IDataObject, INode } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS } from '../../simulator';
import type { Credential } from '../../tools/n8n/restClient';
import { call, chained, publish, step, webhook } from '../../tools/n8n/workflows';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { useRealN8n } from '../support/realN8n';
import { JOURNEYS } from '../support/scenarios';

const TYPE = 'capillaryClientApi';
const { send, sendPath, recipient } = JOURNEYS['capillaryValidateOtp as an API client'];
const { clientKey, clientSecret, otherClientKey, otherClientSecret } = SIMULATOR_ACCOUNTS.capillary;
const FIRST = { key: clientKey, secret: clientSecret };
const OTHER = { key: otherClientKey, secret: otherClientSecret };

const real = useRealN8n();

beforeEach(() => real().simulator.reset());

let people = 0;

/** Whose token each call to a path carried. */
const accountsAt = (path: string) =>
	real()
		.simulator.requests()
		.filter((request) => request.path === path)
		.map(({ account }) => account);
const tokens = () => accountsAt('/v3/oauth/token/generate').length;

/** A workflow that gives an item with these fields to a node with a credential, and has to succeed. */
async function workflowWith(node: INode, { id, name }: Credential) {
	const path = `token-${(people += 1)}`;
	const given = { ...node, credentials: { [TYPE]: { id, name } } };
	const stored = await publish(real(), chained(path, [...webhook(path), given]));
	return async (fields: IDataObject = {}) => {
		const item = { to: recipient((people += 1)), ...fields };
		const execution = await real().n8n.rest.finishedExecution(await call(real(), stored, [item]));
		expect(execution.status).toBe('success');
	};
}

const host = () => `${real().simulator.url}/capillary`;
const sending = () => step('Send', send.type, send.parameters);
const requesting = () =>
	step(
		'Request',
		'n8n-nodes-base.httpRequest',
		{
			url: `${host()}/v2/otp`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: TYPE,
			options: { response: { response: { neverError: true } } },
		},
		{ typeVersion: 4.2 },
	);

it('sends with the token of its tenant in each execution, where the fields of a credential are expressions', async () => {
	const fields = { key: '={{ $json.key }}', secret: '={{ $json.secret }}', cluster: 'custom' };
	const credential = await real().n8n.rest.createCredential(TYPE, 'Capillary of the item', {
		...fields,
		customHost: '={{ $json.host }}',
	});
	const run = await workflowWith(sending(), credential);
	for (const tenant of [FIRST, OTHER, OTHER, FIRST]) await run({ ...tenant, host: host() });
	expect(accountsAt(sendPath)).toEqual([clientKey, otherClientKey, otherClientKey, clientKey]);
	expect(tokens()).toBe(3);
});

it.each([
	['a node of this package', sending, sendPath],
	["n8n's HTTP Request node", requesting, '/v2/otp'],
])(
	'lets %s send with a token of the key that a user has put into the credential by then',
	async (_, node, path) => {
		const { rest } = real().n8n;
		const { data } = simulatorCredentials(real().simulator.url)[TYPE];
		const credential = await rest.createCredential(TYPE, 'Capillary', data);
		const run = await workflowWith(node(), credential);
		await run();
		// The dialog saves what it does not show, too.
		const text = await rest.getText(`/credentials/${credential.id}?includeData=true`);
		const { data: stored } = (JSON.parse(text) as { data: { data: IDataObject } }).data;
		expect(stored).toHaveProperty('issuedTo', expect.stringMatching(/./));
		await rest.updateCredential(credential, { ...stored, ...OTHER });
		await run();
		expect(accountsAt(path)).toEqual([clientKey, otherClientKey]);
		expect(tokens()).toBe(2);
	},
);
