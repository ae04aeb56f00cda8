import type { IDataObject, INode } from 'n8n-workflow';

import type { SavedCredentials } from '../support/credentials';
import { execute, type Execution } from '../support/engine';
import { JOURNEYS, verifyItem, type Journey } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** The secret fields of the credentials. */
const SECRET_FIELDS = [
	'apiKey',
	'secureCode',
	'consumerId',
	'clientSecret',
	'password',
	'secret',
	'accessToken',
	'appKey',
];

/** Every secret that is in use: keys, passwords, tokens, and the code. */
function secretsInUse(saved: Record<string, IDataObject>, code: string): string[] {
	const fields = Object.values(saved).flatMap((credential) =>
		SECRET_FIELDS.map((field) => credential[field]),
	);
	return [code, ...fields.filter((value): value is string => typeof value === 'string' && value !== '')];
}

/** What the node under test added: its outputs, errors and memory, without the input items. */
function whatTheNodeAdded({ run, outputs }: Execution): string {
	const added = Object.values(outputs)
		.flat()
		.map(({ json }) => ({ ...json, to: undefined, code: undefined }));
	const { error, runData } = run.data.resultData;
	const nodeErrors = runData['Under Test']?.map((task) => ({
		error: task.error,
		stack: task.error?.stack,
		cause: String((task.error as { cause?: unknown } | undefined)?.cause ?? ''),
	}));
	return JSON.stringify([added, error, error?.stack, nodeErrors, run.data.executionData?.contextData]);
}

async function runWith(
	journey: Journey,
	step: 'send' | 'verify',
	item: IDataObject,
	settings: Partial<INode>,
	saved: SavedCredentials,
) {
	return await execute({ ...journey[step], settings }, [item], saved);
}

describe.each(Object.entries(JOURNEYS))('%s', (_name, journey) => {
	const { provider } = journey;

	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'shows no secret, and every recipient masked, whatever the provider answers (On Error: %s)',
		async (onError) => {
			const to = journey.recipient('marked');
			const saved = savedCredentials(journey.credential);
			const sent = await runWith(journey, 'send', { to }, { onError }, saved);
			const code = lastMessageTo(to).code;
			const item = verifyItem(to, code, sent.outputs.Sent[0].json);
			const secrets = secretsInUse(saved, code);

			const echo = JSON.stringify({
				status: 'failure',
				statusCode: 400,
				message: `code ${code} of ${to} is wrong, key ${secrets.join(' ')}`,
				errors: [{ code: 605, message: `code ${code} of ${to} is wrong, key ${secrets.join(' ')}` }],
				statusDesc: `code ${code} of ${to}`,
				otp: code,
				email: to,
				nested: [{ mobile: to, deep: { text: `${to} ${code}` } }],
			});
			const answers: Array<() => void> = [
				() => {},
				() =>
					simulator().inject({ provider, path: journey.verifyPath, kind: 'body', status: 400, body: echo }),
				() =>
					simulator().inject({ provider, path: journey.verifyPath, kind: 'body', status: 500, body: echo }),
				() =>
					simulator().inject({ provider, path: journey.verifyPath, kind: 'body', status: 401, body: echo }),
				() =>
					simulator().inject({
						provider,
						path: journey.verifyPath,
						kind: 'body',
						body: echo.replace('failure', 'FAILED'),
					}),
				() => simulator().inject({ provider, path: journey.verifyPath, kind: 'reset' }),
			];
			for (const arrange of answers) {
				arrange();
				const added = whatTheNodeAdded(await runWith(journey, 'verify', item, { onError }, saved));
				for (const secret of secrets) expect(added).not.toContain(secret);
				expect(added).not.toContain(to);
			}
			const added = whatTheNodeAdded(sent);
			for (const secret of secrets) expect(added).not.toContain(secret);
			expect(added).not.toContain(to);
		},
	);
});

it('never shows an Aadhaar number or a biometric block that iServeU hands back', async () => {
	const [ovdData, pid] = ['765386439745', 'QmlvbWV0cmljQmxvY2s='];
	const body = JSON.stringify({
		status: 'FAILED',
		statusCode: '1',
		statusDesc: `bad ${ovdData} ${pid}`,
		paramA: ovdData,
		pid,
	});
	simulator().inject({ provider: 'iserveu', kind: 'body', body });
	const { send } = JOURNEYS.iServeU;
	const { outputs } = await execute(
		{ ...send, parameters: { ...send.parameters, ovdData, additionalFields: { pid } } },
		[{ to: '9876543210' }],
		savedCredentials('iServeUApi'),
	);
	expect(simulator().requests()[0].body).toMatchObject({ ovdData, pid });
	expect(JSON.stringify(outputs)).not.toContain(ovdData);
	expect(JSON.stringify(outputs)).not.toContain(pid);
});

it.each([
	['a fault', { requestId: 'req-1', otp: '73914862' }],
	['a malformed field', { requestId: 'two\nlines', otp: '73914862' }],
])('shows nothing in the error of %s that was typed into a field', async (_what, parameters) => {
	simulator().inject({ provider: 'hyperverge', kind: 'status', status: 503 });
	const { run, error } = await execute(
		{ type: 'hyperVergeVerifyEmailOtp', parameters },
		[{}],
		savedCredentials('hyperVergeApi'),
	);
	expect(error?.message).toBeTruthy();
	expect(JSON.stringify([run.data.resultData.error, error])).not.toContain('73914862');
});

it('never shows an access token that was fetched for the very call that hands it back', async () => {
	const journey = JOURNEYS['Capillary with an API client'];
	const token = 'opaque-token-without-any-shape';
	simulator().inject({
		provider: 'capillary',
		path: '/token/generate',
		kind: 'body',
		body: JSON.stringify({ data: { accessToken: token, ttlSeconds: 300 } }),
	});
	simulator().inject({
		provider: 'capillary',
		path: journey.sendPath,
		kind: 'body',
		status: 400,
		body: JSON.stringify({ errors: [{ code: 606, message: `refused ${token}` }] }),
	});
	const execution = await execute(
		journey.send,
		[{ to: 'asha@example.com' }],
		savedCredentials(journey.credential),
	);
	expect(execution.outputs['Not Sent']).toHaveLength(1);
	expect(whatTheNodeAdded(execution)).not.toContain(token);
});

describe('Capillary Get OTP', () => {
	async function get(parameters: IDataObject) {
		const to = 'asha@example.com';
		await execute(JOURNEYS['Capillary with a till'].send, [{ to }], savedCredentials('capillaryTillApi'));
		const { outputs } = await execute(
			{
				type: 'capillaryGetOtp',
				parameters: { identifierName: 'email', identifierValue: to, ...(parameters as object) },
			},
			[{}],
			savedCredentials('capillaryTillApi'),
		);
		return { outputs, code: lastMessageTo(to).code };
	}

	it('finds the code and keeps it to itself', async () => {
		const { outputs, code } = await get({});
		expect(outputs.Found).toHaveLength(1);
		expect(outputs.Found[0].json).toMatchObject({
			outcome: 'found',
			expiresAt: expect.any(String) as string,
		});
		expect(JSON.stringify(outputs)).not.toContain(code);
	});

	it('puts the code into one field where the builder asked for it', async () => {
		const { outputs, code } = await get({ revealCode: true });
		expect(outputs.Found[0].json.code).toBe(code);
		expect(JSON.stringify(outputs).split(code)).toHaveLength(2);
	});

	it('leaves through Not Found when there is no valid code', async () => {
		const { outputs } = await get({ scope: 'POINTS' });
		expect(outputs['Not Found'][0].json).toMatchObject({
			outcome: 'notFound',
			reason: 'noValidCode',
			statusCode: '9001',
		});
	});
});

it('quotes a provider that talks at length only in part', async () => {
	const { send } = JOURNEYS.HyperVerge;
	const body = JSON.stringify({ status: 'failure', statusCode: 500, error: 'word '.repeat(500) });
	simulator().inject({ provider: 'hyperverge', kind: 'body', status: 500, body });
	const { error } = await execute(send, [{ to: 'asha@example.com' }], savedCredentials('hyperVergeApi'));
	expect(error?.description).toContain('word word');
	expect(error?.description?.length).toBeLessThan(600);
});

it('leaves the provider response out where it is switched off', async () => {
	const { send } = JOURNEYS.HyperVerge;
	const { outputs } = await execute(
		{ ...send, parameters: { ...send.parameters, options: { includeResponse: false } } },
		[{ to: 'asha@example.com' }],
		savedCredentials('hyperVergeApi'),
	);
	expect(outputs.Sent[0].json).not.toHaveProperty('response');
});
