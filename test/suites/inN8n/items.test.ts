import type { IDataObject } from 'n8n-workflow';

import { credentialOf } from '../../../tools/engine';
import { EACH } from '../../contracts';
import type { Contract, CredentialType, Wrong } from '../../contracts/contract';
import { withValue } from '../../contracts/paths';
import { asFault, bestOutput, labelInN8n, successOf } from '../../support/contracts';
import { asExpected } from '../../support/patterns';
import { allItems, ERROR_OUTPUT, indexOf, runNode } from '../../support/runs';
import { ownHeaders } from '../../support/samples';
import { savedCredentials, useSimulator } from '../../support/simulator';
import { credentialHeaders } from '../../support/wire';

const simulator = useSimulator();

/** Of no word: words of a provider are shown. */
const MARK = '5ec4e75ec4e75ec4e75ec4e7';

/** Three items, of which the second one is refused for the first field that can be spoilt, and what is said of it. */
function spoilt({ fields, samples: { minimal } }: Contract) {
	const [path, field] =
		Object.entries(fields).find(
			([, { empty, secret, recipient }]) => empty === 'refused' && (secret ?? recipient) !== undefined,
		) ?? Object.entries(fields)[0];
	const { value: wrong, says } = field.refuses.find(({ value }) => value !== undefined) as Wrong;
	return {
		parameters: withValue(minimal.parameters, path, '={{ $json.field }}'),
		items: [field.takes[0], wrong, field.takes[0]].map((value, id) => ({ id, field: value }) as IDataObject),
		message: `'${field.label}' ${says}`,
	};
}

/** The fields of a credential that hold a secret. */
const secretFields = (credential: CredentialType, data: IDataObject) =>
	credentialOf(credential).properties.filter(
		({ name, typeOptions }) => typeOptions?.password === true && (data[name] ?? '') !== '',
	);

describe.each(EACH)('%s', (_node, contract) => {
	it.each(contract.credentials)('signs its requests with the credential %s', async (credential) => {
		await runNode(contract, { credential });
		const requests = simulator()
			.requests()
			.filter(({ path }) => !path.endsWith('/token/generate'));
		expect(requests.map(({ method, path, headers }) => [method, path, ownHeaders({ headers })])).toEqual(
			asExpected(
				contract.samples.minimal.requests
					.slice(0, requests.length)
					.map(({ method, path, headers }) => [
						method,
						path,
						{ Accept: 'application/json', ...headers, ...credentialHeaders(credential, path) },
					]),
			),
		);
		expect(requests.length).toBeGreaterThan(0);
	});

	it('sends nothing without a credential', async () => {
		const { status, error } = await runNode(contract, { saved: {} });
		expect(status).toBe('error');
		expect(error?.message).toContain('credential');
		expect(simulator().requests()).toEqual([]);
	});

	it.each(contract.credentials)(
		'sends nothing while a secret of the credential %s is missing',
		async (credential) => {
			const data = savedCredentials(credential)[credential];
			const secrets = secretFields(credential, data);
			expect(secrets).not.toEqual([]);
			for (const { name, displayName } of secrets) {
				const saved = { [credential]: { ...data, [name]: '' } };
				const { error } = await runNode(contract, { credential, saved });
				expect(error?.message).toContain(`'${displayName}' in the credential must be`);
			}
			expect(simulator().requests()).toEqual([]);
		},
	);

	it('sends nothing at all when one item is refused and the node is to stop', async () => {
		const { message, ...given } = spoilt(contract);
		const { status, error } = await runNode(contract, given);
		expect([status, error?.message]).toEqual(['error', message]);
		expect(simulator().requests()).toEqual([]);
	});

	it('holds up only the item that is refused when the node is to go on, and keeps its input', async () => {
		const { message, ...given } = spoilt(contract);
		const execution = await runNode(contract, { ...given, settings: ERROR_OUTPUT });
		expect(execution.outputs.Error.find((item) => indexOf(item) === 1)?.json).toEqual({
			...given.items[1],
			error: {
				message,
				description: expect.stringMatching(/^[A-Z].*\.$/s) as string,
				...{ fault: 'invalidParameter', effect: 'none', statusCode: null, httpStatus: null },
				...{ provider: contract.provider, operation: contract.operation, reference: {}, recipient: null },
			},
		});
		expect(allItems(execution)).toHaveLength(3);
		const calls = simulator().requests();
		expect(calls.filter(({ method, path }) => `${method} ${path}` === contract.calls[0])).toHaveLength(2);
	});

	it('says which provider did not accept the credentials', async () => {
		simulator().inject({ provider: contract.provider, kind: 'status', status: 401 });
		const { error } = await runNode(contract);
		expect(error?.message).toBe(`${contract.title} did not accept the credentials`);
	});

	it.each(contract.credentials)(
		'shows no secret of its answer or of the credential %s that the provider repeats',
		async (credential) => {
			const data = savedCredentials(credential)[credential];
			const secrets = secretFields(credential, data).map(({ name }) => String(data[name]));
			const marked = contract.hides.map((key) => [key, MARK]);
			const success = successOf(contract);
			const body = { more: { echo: secrets, inner: Object.fromEntries(marked) as object } };
			simulator().inject(asFault(contract, { ...success, body: { ...(success.body as object), ...body } }));
			const { outputs } = await runNode(contract, { credential, settings: ERROR_OUTPUT });
			const shown = JSON.stringify(outputs);
			// Only an item that is no fault shows the answer.
			expect(outputs[labelInN8n(contract, bestOutput(contract))]).toHaveLength(1);
			for (const secret of [...secrets, MARK]) expect(shown).not.toContain(secret);
		},
	);
});
