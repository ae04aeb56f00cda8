import { createHash } from 'node:crypto';

import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { CONTRACTS } from '../contracts';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const ADDRESSES = ['baseUrl', 'customHost', 'cryptoBaseUrl', 'operationsBaseUrl'];
const CALLS = CONTRACTS.flatMap(({ node, calls, credentials }) =>
	[...new Set(calls)].map((call) => ({ node, call, type: credentials[0] })),
);

it.each(CALLS)('has a handler for $call of $node', async ({ call, type }) => {
	const [method, path] = call.split(' ');
	const { data } = simulatorCredentials(simulator().url)[type];
	const md5 = createHash('md5').update(String(data.password)).digest('hex');
	// Capillary asks who is calling before it looks at the path.
	const headers = { Authorization: `Basic ${Buffer.from(`${data.username}:${md5}`).toString('base64')}` };
	const statuses = ADDRESSES.filter((field) => field in data).map(
		async (field) => (await fetch(data[field] + path, { method, headers })).status,
	);
	expect((await Promise.all(statuses)).some((status) => status !== 404)).toBe(true);
});
