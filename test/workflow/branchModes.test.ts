import type { INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { JOURNEYS, verifyItem } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator, wrong } from '../support/simulator';

const simulator = useSimulator();
const journey = JOURNEYS.Wibmo;

async function verifyWith(parameters: INodeParameters, { right, type }: { right: boolean; type?: string }) {
	const to = journey.recipient('asha');
	await execute(journey.send, [{ to }], savedCredentials(journey.credential));
	const { code } = lastMessageTo(to);
	const item = verifyItem(to, right ? code : wrong(code), {});
	return await execute(
		{ type: type ?? journey.verify.type, parameters: { ...journey.verify.parameters, ...parameters } },
		[item],
		savedCredentials(journey.credential),
	);
}

function counts({ outputs }: Awaited<ReturnType<typeof execute>>) {
	return Object.fromEntries(Object.entries(outputs).map(([label, items]) => [label, items.length]));
}

const rules = (...list: Array<{ branch: string; codes?: string[]; otherCodes?: string }>) => ({
	branchOn: 'statusCode',
	statusCodeRules: { rules: list.map((rule) => ({ codes: [], otherCodes: '', ...rule })) },
});

describe('Branch On: Status Code', () => {
	it('gives one output per rule in the order of the rules, after Other', async () => {
		const execution = await verifyWith(
			rules({ branch: 'Ask Again', codes: ['1017'] }, { branch: 'Welcome', codes: ['00'] }),
			{ right: false },
		);
		expect(Object.keys(execution.outputs)).toEqual(['Other', 'Ask Again', 'Welcome']);
		expect(counts(execution)).toEqual({ Other: 0, 'Ask Again': 1, Welcome: 0 });
	});

	it('lets a code that is in no rule leave through Other', async () => {
		expect(counts(await verifyWith(rules({ branch: 'Welcome', codes: ['00'] }), { right: false }))).toEqual({
			Other: 1,
			Welcome: 0,
		});
	});

	it('takes codes that were typed, several in one rule', async () => {
		const execution = await verifyWith(rules({ branch: 'Again', otherCodes: '1056, 1017' }), {
			right: false,
		});
		expect(counts(execution)).toEqual({ Other: 0, Again: 1 });
	});

	it('keeps every code that Capillary gives at once, and follows a rule for any of them', async () => {
		const errors = [
			{ status: false, code: 600, message: '"Invalid or Null action passed"' },
			{ status: false, code: 602, message: '"Invalid or Null entity value passed"' },
		];
		simulator().inject({
			path: '/v2/otp/generate',
			kind: 'body',
			status: 400,
			body: JSON.stringify({ errors }),
		});
		const { outputs } = await execute(
			{
				type: 'capillaryGenerateOtp',
				parameters: { entityValue: '919876543210', ...rules({ branch: 'Bad Entity', codes: ['602'] }) },
			},
			[{}],
			savedCredentials('capillaryTillApi'),
		);
		expect(outputs['Bad Entity'][0].json).toMatchObject({
			outcome: 'notSent',
			statusCode: '600',
			statusCodes: ['600', '602'],
			message: 'Invalid or Null action passed; Invalid or Null entity value passed',
		});
	});

	it('sends an item that faults to the error output', async () => {
		simulator().inject({ provider: 'wibmo', path: journey.sendPath, kind: 'status', status: 503 });
		const execution = await execute(
			{
				type: journey.send.type,
				parameters: { ...journey.send.parameters, ...rules({ branch: 'Went Out', codes: ['00'] }) },
				settings: { onError: 'continueErrorOutput' },
			},
			[{ to: 'asha@example.com' }],
			savedCredentials('wibmoApi'),
		);
		expect(counts(execution)).toEqual({ Other: 0, 'Went Out': 0, Error: 1 });
	});
});

describe('Branch On: Single Output', () => {
	it.each([
		[true, 'verified'],
		[false, 'wrongCode'],
	])(
		'lets everything leave through one output, told apart by outcome (right code: %s)',
		async (right, outcome) => {
			const execution = await verifyWith({ branchOn: 'singleOutput' }, { right });
			expect(Object.keys(execution.outputs)).toEqual(['Result']);
			expect(execution.outputs.Result[0].json).toMatchObject({ outcome });
		},
	);
});

describe('as an AI tool', () => {
	it.each([true, false])(
		'answers on the first output, where n8n reads it (right code: %s)',
		async (right) => {
			const execution = await verifyWith({}, { right, type: `${journey.verify.type}Tool` });
			const [first, ...others] = Object.values(execution.outputs);
			expect(first).toHaveLength(1);
			expect(first[0].json).toMatchObject({ outcome: right ? 'verified' : 'wrongCode' });
			expect(others.every((items) => items.length === 0)).toBe(true);
		},
	);
});
