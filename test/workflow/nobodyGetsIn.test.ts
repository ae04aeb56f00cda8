import type { IDataObject, INode } from 'n8n-workflow';

import type { FaultKind } from '../../simulator/types';
import { execute } from '../support/engine';
import { JOURNEYS, verifyItem, type Journey } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const SETTINGS: Array<[string, Partial<INode>]> = [
	['Stop Workflow', { onError: 'stopWorkflow' }],
	['Continue', { onError: 'continueRegularOutput' }],
	['Continue (using error output)', { onError: 'continueErrorOutput' }],
	['Continue and Always Output Data', { onError: 'continueRegularOutput', alwaysOutputData: true }],
	[
		'Continue and Retry On Fail',
		{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	],
];

const FAULTS: Array<[string, { kind: FaultKind; status?: number; body?: string }]> = [
	['401 in JSON', { kind: 'body', status: 401, body: '{"message":"Unauthorized"}' }],
	['401 in XML', { kind: 'xml', status: 401 }],
	['403', { kind: 'status', status: 403 }],
	['404', { kind: 'status', status: 404 }],
	['500', { kind: 'status', status: 500 }],
	['502 in HTML', { kind: 'html', status: 502 }],
	['503', { kind: 'status', status: 503 }],
	['a redirect', { kind: 'redirect' }],
	['a reset', { kind: 'reset' }],
	['a reset after the headers', { kind: 'resetAfterHeaders' }],
	['half a JSON', { kind: 'halfJson' }],
	['an empty body', { kind: 'empty' }],
	['HTML with 200', { kind: 'html', status: 200 }],
	['XML with 200', { kind: 'xml', status: 200 }],
	['an empty object', { kind: 'body', body: '{}' }],
	['an empty list', { kind: 'body', body: '[]' }],
	['null', { kind: 'body', body: 'null' }],
	['the word success', { kind: 'body', body: '"success"' }],
	[
		'success with HTTP 500',
		{ kind: 'body', status: 500, body: '{"status":"success","statusCode":"200","entity":true,"token":"x"}' },
	],
	[
		'a success of another shape',
		{ kind: 'body', body: '{"success":true,"verified":true,"entity":"true","status":"ok","code":200}' },
	],
];

async function sentCode(journey: Journey): Promise<IDataObject> {
	const to = journey.recipient('victim');
	const { outputs } = await execute(journey.send, [{ to }], savedCredentials(journey.credential));
	return verifyItem(to, lastMessageTo(to).code, outputs.Sent[0].json);
}

describe.each(Object.entries(JOURNEYS))('%s', (_name, journey) => {
	const { provider, verifyPath: path } = journey;

	it('lets nothing out of Verified when the node is disabled', async () => {
		const { outputs, arrived } = await execute(
			{ ...journey.verify, settings: { disabled: true } },
			[{ to: 'x', code: '0' }],
			savedCredentials(journey.credential),
		);
		expect(arrived.Verified).toBe(0);
		expect(arrived.Blocked).toBe(1);
		expect(outputs.Verified).toHaveLength(0);
		expect(simulator().requests()).toHaveLength(0);
	});

	it('lets nothing out of Verified with Always Output Data and a wrong code', async () => {
		const item = await sentCode(journey);
		const { arrived } = await execute(
			{ ...journey.verify, settings: { alwaysOutputData: true } },
			[{ ...item, code: '000000' }],
			savedCredentials(journey.credential),
		);
		expect(arrived.Verified).toBe(0);
	});

	it.each(SETTINGS)(
		'lets nothing out of Verified when the credential is missing, with %s',
		async (_label, settings) => {
			const { arrived } = await execute({ ...journey.verify, settings }, [{ to: 'x', code: '0' }], {});
			expect(arrived.Verified).toBe(0);
		},
	);

	describe.each(FAULTS)('when the provider answers with %s', (_fault, fault) => {
		it.each(SETTINGS)('lets nothing out of Verified, with %s', async (_label, settings) => {
			const item = await sentCode(journey);
			simulator().inject({ provider, path, times: Infinity, ...fault });
			const { arrived } = await execute(
				{ ...journey.verify, settings },
				[item],
				savedCredentials(journey.credential),
			);
			expect(arrived.Verified).toBe(0);
		});
	});

	it('checks a code once, and routes the fault with the input kept', async () => {
		const item = await sentCode(journey);
		simulator().inject({ provider, path, kind: 'status', status: 503, times: Infinity });
		const { outputs } = await execute(
			{
				...journey.verify,
				settings: { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			},
			[item],
			savedCredentials(journey.credential),
		);
		expect(
			simulator()
				.requests()
				.filter((request) => request.path.endsWith(path)),
		).toHaveLength(1);
		expect(outputs.Error).toHaveLength(1);
		expect(outputs.Error[0].json).toMatchObject({
			to: item.to,
			error: expect.any(String) as string,
			message: expect.stringContaining('Do not treat the person as verified') as string,
			details: { provider, fault: 'providerDown', effect: 'unknown', httpStatus: 503 },
		});
	});
});

it('does not believe Wibmo when it answers for another transaction', async () => {
	const journey = JOURNEYS.Wibmo;
	const item = await sentCode(journey);
	const other = JSON.stringify({
		responseCode: '00',
		messageCode: 2091,
		clientTxnId: 'SOMEBODYELSE',
		responseMessage: 'SUCCESS',
	});
	simulator().inject({ provider: 'wibmo', path: '/api/v2/decrypt', kind: 'body', body: other });
	const { outputs } = await execute(
		{ ...journey.verify, settings: { onError: 'continueErrorOutput' } },
		[item],
		savedCredentials('wibmoApi'),
	);
	expect(outputs.Verified).toHaveLength(0);
	expect(outputs.Error[0].json.error).toContain('another transaction');
});

it('does not believe iServeU when it answers for another number', async () => {
	const journey = JOURNEYS.iServeU;
	const item = await sentCode(journey);
	const other = JSON.stringify({
		status: 'SUCCESS',
		statusCode: '2',
		statusDesc: 'ok',
		mobileNumber: '9000000001',
	});
	simulator().inject({ provider: 'iserveu', path: journey.verifyPath, kind: 'body', body: other });
	const { outputs } = await execute(
		{ ...journey.verify, settings: { onError: 'continueErrorOutput' } },
		[item],
		savedCredentials('iServeUApi'),
	);
	expect(outputs.Verified).toHaveLength(0);
	expect(outputs.Error[0].json.error).toContain('another transaction');
});
