import type { IDataObject } from 'n8n-workflow';

import { EACH } from '../../contracts';
import type { Contract, Field, Wrong } from '../../contracts/contract';
import { withValue } from '../../contracts/paths';
import { execute } from '../../support/engine';
import { asExpected } from '../../support/patterns';
import { JSON_HEADERS, ownHeaders } from '../../support/samples';
import { savedCredentials, useSimulator } from '../../support/simulator';
import { credentialHeaders } from '../../support/wire';

const simulator = useSimulator();

const saved = ({ credentials }: Contract) => savedCredentials(credentials[0]);

/** The first field that an item can spoil, and a value that does. */
function spoilt({ fields }: Contract): { path: string; field: Field; wrong: Wrong } {
	const [path, field] =
		Object.entries(fields).find(
			([, { empty, secret, recipient }]) => empty === 'refused' && (secret ?? recipient) !== undefined,
		) ?? Object.entries(fields)[0];
	const wrong = field.refuses.find(({ value }) => value !== undefined) as Wrong;
	return { path, field, wrong };
}

describe.each(EACH)('%s', (type, contract) => {
	const [firstCall] = contract.calls;
	const sent = () =>
		simulator()
			.requests()
			.filter(({ method, path }) => `${method} ${path}` === firstCall);

	it.each(contract.credentials)('signs its requests with the credential %s', async (credential) => {
		const { minimal } = contract.samples;
		const authentication = credential.endsWith('ClientApi') ? 'client' : 'till';
		const parameters = {
			...minimal.parameters,
			...(contract.credentials.length > 1 && { authentication }),
		};
		await execute({ type, parameters }, [{}], savedCredentials(credential));
		const requests = simulator()
			.requests()
			.filter(({ path }) => !path.endsWith('/token/generate'));
		expect(requests.map(({ method, path, headers }) => [method, path, ownHeaders({ headers })])).toEqual(
			asExpected(
				minimal.requests
					.slice(0, requests.length)
					.map(({ method, path, headers }) => [
						method,
						path,
						{ ...JSON_HEADERS, ...headers, ...credentialHeaders(credential, path) },
					]),
			),
		);
		expect(requests.length).toBeGreaterThan(0);
	});

	it('sends nothing without a credential', async () => {
		const { parameters } = contract.samples.minimal;
		const { status, error } = await execute({ type, parameters }, [{}], {});
		expect(status).toBe('error');
		expect(error?.message).toContain('credential');
		expect(simulator().requests()).toEqual([]);
	});

	it('sends nothing at all when one item is refused and the node is to stop', async () => {
		const { path, field, wrong } = spoilt(contract);
		const parameters = withValue(contract.samples.minimal.parameters, path, '={{ $json.field }}');
		const items = [field.takes[0], wrong.value, field.takes[0]].map(
			(value) => ({ field: value }) as IDataObject,
		);
		const { status, error } = await execute({ type, parameters }, items, saved(contract));
		expect(status).toBe('error');
		expect(error?.message).toBe(`'${field.label}' ${wrong.says}`);
		expect(simulator().requests()).toEqual([]);
	});

	it('holds up only the item that is refused when the node is to go on, and keeps its input', async () => {
		const { path, field, wrong } = spoilt(contract);
		const parameters = withValue(contract.samples.minimal.parameters, path, '={{ $json.field }}');
		const items = [field.takes[0], wrong.value, field.takes[0]].map(
			(value, id) => ({ id, field: value }) as IDataObject,
		);
		const settings = { onError: 'continueErrorOutput' as const };
		const { outputs } = await execute({ type, parameters, settings }, items, saved(contract));
		expect(outputs.Error.find(({ pairedItem }) => (pairedItem as { item: number }).item === 1)?.json).toEqual(
			{
				...items[1],
				error: {
					message: `'${field.label}' ${wrong.says}`,
					description: expect.stringMatching(/^[A-Z].*\.$/s) as string,
					fault: 'invalidParameter',
					effect: 'none',
					provider: contract.provider,
					operation: contract.operation,
					statusCode: null,
					httpStatus: null,
					reference: {},
					recipient: null,
				},
			},
		);
		expect(Object.values(outputs).flat()).toHaveLength(3);
		expect(sent()).toHaveLength(2);
	});
});
