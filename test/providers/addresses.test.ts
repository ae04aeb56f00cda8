import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { allCredentials } from '../../tools/package';
import { EACH, contractOf } from '../contracts';
import { allAnswers, successOf } from '../support/contracts';
import { itemOf } from '../support/pure';

/** The fields of a credential that hold an address, by provider. */
const FIELDS: Record<string, Array<{ field: string; label: string; others?: IDataObject }>> = {
	capillary: [
		{ field: 'cluster', label: 'Cluster' },
		{ field: 'customHost', label: 'Custom Host', others: { cluster: 'custom' } },
	],
	hyperverge: [{ field: 'baseUrl', label: 'Base URL' }],
	iserveu: [{ field: 'baseUrl', label: 'Base URL' }],
	wibmo: [
		{ field: 'cryptoBaseUrl', label: 'Crypto Base URL' },
		{ field: 'operationsBaseUrl', label: 'Operations Base URL' },
	],
};

/** The addresses that an item is sent to. */
async function addressesOf(node: string, credential: IDataObject): Promise<string[]> {
	const contract = contractOf(node);
	const item = itemOf(node, contract.samples.minimal.parameters, credential);
	return (await item.answered(allAnswers(contract, successOf(contract)))).addresses;
}

const CASES = EACH.flatMap(([node, { provider }]) => FIELDS[provider].map((field) => ({ node, ...field })));

it.each(CASES)('$node is sent only to a safe address in $label', async ({ node, field, label, others }) => {
	const mine = await addressesOf(node, { ...others, [field]: 'https://mine.example.com/below/' });
	const isCrypto = field === 'operationsBaseUrl' && node.endsWith('Payload');
	expect(mine.some((address) => address.startsWith('https://mine.example.com/below/'))).toBe(!isCrypto);
	if (isCrypto) return;
	await expect(addressesOf(node, { ...others, [field]: 'http://mine.example.com' })).rejects.toThrow(
		`'${label}' in the credential must be a URL that begins with https://`,
	);
});

it('calls Capillary at each of its clusters', async () => {
	const hosts = [
		'https://apac.api.capillarytech.com',
		'https://apac2.api.capillarytech.com',
		'https://api.capillarytech.cn.com',
		'https://cdn-api.capillarytech.cn.com',
		'https://apichina.capillarytech-cn.com/api',
		'https://eu.api.capillarytech.com',
		'https://us.api.capillarytech.com',
	];
	for (const type of allCredentials().filter(({ name }) => name.startsWith('capillary'))) {
		const cluster = type.properties.find(({ name }) => name === 'cluster');
		const offered = (cluster?.options as INodePropertyOptions[]).map(({ value }) => value);
		expect(offered.sort()).toEqual([...hosts, 'custom'].sort());
	}
	for (const cluster of hosts) {
		expect(await addressesOf('capillaryGetOtp', { cluster })).toEqual([`${cluster}/v2/otp`]);
	}
});

describe('iServeU', () => {
	it.each([
		[' /common/dmt-lite/unified_1/ ', '/common/dmt-lite/unified_1'],
		['//common//', '/common'],
		['', ''],
		[undefined, ''],
	])('is called below the path prefix %j at %j', async (pathPrefix, prefix) => {
		const addresses = [`https://api.example.com${prefix}/otp/send`];
		expect(await addressesOf('iServeUSendOtp', { pathPrefix })).toEqual(addresses);
	});

	it.each([
		...['a//b', 'a/../b', 'a b', 'a/?b', 'ä', 'common/dmt-lite?x=1', 'a/%2e%2e/b', 'a#b', 'a\r\nb'],
		'//elsewhere.example.com',
		7,
	])('is not called below the path prefix %j', async (pathPrefix) => {
		await expect(addressesOf('iServeUSendOtp', { pathPrefix })).rejects.toMatchObject({
			message: "'Path Prefix' in the credential must be a path such as common/dmt-lite/unified",
			description: "Open the credential and correct 'Path Prefix': letters, digits, - and _ between slashes.",
		});
	});

	it('takes the user name of the credential, without spaces around it, and asks for one where there is none', () => {
		const { parameters } = contractOf('iServeUSendOtp').samples.minimal;
		const itemFor = (username: unknown) => itemOf('iServeUSendOtp', parameters, { username } as IDataObject);
		expect(itemFor(' agent-2 ').reference).toEqual({ username: 'agent-2' });
		expect(() => itemFor('a\nb')).toThrow("'Default Username' in the credential must be");
		const message = "'Username' must be filled in";
		const description = "Fill in 'Username' in the node, or 'Default Username' in the credential.";
		for (const username of ['', ' ', null])
			expect(() => itemFor(username)).toThrow(expect.objectContaining({ message, description }));
	});
});
