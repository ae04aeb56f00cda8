import type { IDataObject } from 'n8n-workflow';

import { credentialOf, execute } from '../../../tools/engine';
import { EACH } from '../../contracts';
import type { Contract, CredentialType, Field, Wrong } from '../../contracts/contract';
import { withValue } from '../../contracts/paths';
import { asFault, bestOutput, labelInN8n, successOf } from '../../support/contracts';
import { asExpected } from '../../support/patterns';
import { ownHeaders } from '../../support/samples';
import { savedCredentials, useSimulator } from '../../support/simulator';
import { credentialHeaders } from '../../support/wire';

const simulator = useSimulator();

/** Of no word: words of a provider are shown. */
const MARK = '5ec4e75ec4e75ec4e75ec4e7';

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

/** The fields of a credential that hold a secret. */
const secretFields = (credential: CredentialType, data: IDataObject) =>
	credentialOf(credential).properties.filter(
		({ name, typeOptions }) => typeOptions?.password === true && (data[name] ?? '') !== '',
	);

/** The minimal item, for a credential that the node takes. */
const signedIn = ({ credentials, samples: { minimal } }: Contract, credential: CredentialType) => ({
	...minimal.parameters,
	...(credentials.length > 1 && {
		authentication: credential === 'capillaryClientApi' ? 'client' : 'till',
	}),
});

describe.each(EACH)('%s', (type, contract) => {
	const [firstCall] = contract.calls;
	const sent = () =>
		simulator()
			.requests()
			.filter(({ method, path }) => `${method} ${path}` === firstCall);

	it.each(contract.credentials)('signs its requests with the credential %s', async (credential) => {
		const { minimal } = contract.samples;
		const parameters = signedIn(contract, credential);
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
						{ Accept: 'application/json', ...headers, ...credentialHeaders(credential, path) },
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

	it.each(contract.credentials)(
		'sends nothing while a secret of the credential %s is missing',
		async (credential) => {
			const data = savedCredentials(credential)[credential];
			const secrets = secretFields(credential, data);
			expect(secrets).not.toEqual([]);
			for (const { name, displayName } of secrets) {
				const parameters = signedIn(contract, credential);
				const { error } = await execute({ type, parameters }, [{}], {
					[credential]: { ...data, [name]: '' },
				});
				expect(error?.message).toContain(`'${displayName}' in the credential must be`);
			}
			expect(simulator().requests()).toEqual([]);
		},
	);

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

	it('says which provider did not accept the credentials', async () => {
		simulator().inject({ provider: contract.provider, kind: 'status', status: 401 });
		const { parameters } = contract.samples.minimal;
		const { error } = await execute({ type, parameters }, [{}], saved(contract));
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
			const parameters = signedIn(contract, credential);
			const settings = { onError: 'continueErrorOutput' as const };
			const { outputs } = await execute({ type, parameters, settings }, [{}], savedCredentials(credential));
			const shown = JSON.stringify(outputs);
			// Only an item that is no fault shows the answer.
			expect(outputs[labelInN8n(contract, bestOutput(contract))]).toHaveLength(1);
			for (const secret of [...secrets, MARK]) expect(shown).not.toContain(secret);
		},
	);
});
