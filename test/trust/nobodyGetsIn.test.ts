import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { badRules } from '../support/badSettings';
import { savedCredentials, useSimulator } from '../support/simulator';
import {
	attempt,
	granted,
	notYes,
	positionsOf,
	run,
	successesOf,
	tries,
	type Attempt,
	type Way,
} from './support/attempts';
import { GRANTING_NODES, type GrantingNode } from './support/grantingNodes';
import { count, howMany, isFull } from './support/totals';

const simulator = useSimulator();

/** So many of a list, spread over it. */
function spread<T>(list: readonly T[], most: number): T[] {
	const step = Math.max(1, list.length / most);
	return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

const share = <T>(list: readonly T[], most: number): T[] => spread(list, howMany(list.length, most));

/** Every answer that is no success, each for a person of its own, and between them successes for others. */
function deck(node: GrantingNode, most: number): Attempt[] {
	const all = notYes(node, node.item(0)).map((_, position) => position);
	return share(all, most).flatMap((position, index) => {
		const n = 2 * position;
		const wrong = attempt(node, n, notYes(node, node.item(n))[position]);
		return index % 3 === 0 ? [wrong, attempt(node, n + 1, 'yes')] : [wrong];
	});
}

const rules = (...list: IDataObject[]): INodeParameters => ({
	branchOn: 'statusCode',
	statusCodeRules: {
		rules: list.map((rule) => ({ branch: 'Welcome', codes: [], otherCodes: '', ...rule })),
	} as INodeParameters,
});

/** Codes that are a success somewhere, or look like one. */
const MANY_CODES = ['0', '1', '100', '201', '400', '401', '404', '429', '500', '605', '7777'];

/** Every way of branching that works. */
function modes({ codes }: GrantingNode): Array<[string, Way]> {
	const { yes, no, foundToo } = codes;
	const many = MANY_CODES.filter((code) => !foundToo.includes(code));
	const rule = 'Welcome';
	return [
		['Outcome', {}],
		['Single Output', { parameters: { branchOn: 'singleOutput' } }],
		['an AI tool', { asTool: true }],
		['an AI tool that once had a Status Code rule', { asTool: true, parameters: rules({ codes: [no] }) }],
		['Status Code, without a rule for the success', { parameters: rules({ branch: 'Again', codes: [no] }) }],
		[
			'Status Code, with a rule for a code that nobody knows',
			{ parameters: rules({ otherCodes: '424242' }) },
		],
		['Status Code, with a rule for the success', { rule, parameters: rules({ codes: yes }) }],
		[
			'Status Code, with a rule for the success and a refusal together',
			{ rule, parameters: rules({ codes: [...yes, no] }) },
		],
		[
			'Status Code, with a rule for the success and whatever else was typed',
			{ rule, parameters: rules({ otherCodes: [...yes, no, ...many].join(', ') }) },
		],
		[
			'Status Code, with a rule for a refusal before that for the success',
			{ rule, parameters: rules({ branch: 'Again', codes: [no] }, { codes: yes }) },
		],
	];
}

const RETRIES = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

const GOES_ON: Array<[string, Partial<INode>]> = [
	['Continue', { onError: 'continueRegularOutput' }],
	['Continue (using error output)', { onError: 'continueErrorOutput' }],
	['Continue and Always Output Data', { onError: 'continueRegularOutput', alwaysOutputData: true }],
	['Continue and Retry On Fail', { onError: 'continueRegularOutput', ...RETRIES }],
	[
		'Continue (using error output), Always Output Data and Retry On Fail',
		{ onError: 'continueErrorOutput', alwaysOutputData: true, ...RETRIES },
	],
];

const STOPS: Array<[string, Partial<INode>]> = [
	['Stop Workflow', { onError: 'stopWorkflow' }],
	['Stop Workflow and Always Output Data', { onError: 'stopWorkflow', alwaysOutputData: true }],
	['Stop Workflow and Retry On Fail', { onError: 'stopWorkflow', ...RETRIES }],
];

const ALL_SETTINGS = [...GOES_ON, ...STOPS];

/** How many items left a node; *Always Output Data* adds an empty one. */
const leftOf = ({ outputs }: { outputs: Record<string, Array<{ json: IDataObject }>> }): number =>
	Object.values(outputs)
		.flat()
		.filter(({ json }) => Object.keys(json).length > 0).length;

describe.each(GRANTING_NODES.map((node): [string, GrantingNode] => [node.type, node]))(
	'%s',
	(_type, node) => {
		const itsModes = modes(node);
		const yes = (n: number) => attempt(node, n, 'yes');
		const no = (n: number) => attempt(node, n, 'no');
		/** A success that may not count. */
		const denied = (n: number) => ({ ...yes(n), isSuccess: false });

		async function expectNotEvenAsked(way: Way, attempts: Attempt[]) {
			const tried = await tries(simulator(), node, way, attempts);
			expect(simulator().requests()).toEqual([]);
			return tried.execution;
		}

		describe.each(itsModes)('with Branch On as %s', (name, mode) => {
			// Every setting with the outputs that a node has at first; one after the other with the others.
			const turn = GRANTING_NODES.indexOf(node) + itsModes.findIndex(([other]) => other === name);
			const isFirst = name === 'Outcome';
			const inTurn = <T>(settings: T[]) =>
				settings.filter((_, index) => (isFull && isFirst) || index === turn % settings.length);

			it.each(inTurn(GOES_ON))(
				'lets each success through to its own item, with %s',
				async (_on, settings) => {
					const attempts = deck(node, 14);
					const tried = await tries(simulator(), node, { ...mode, settings }, attempts);
					const grants = name.startsWith('Status Code, with a rule for') ? mode.rule !== undefined : true;
					if (grants) expect(tried.let).toEqual(successesOf(attempts));
					expect(leftOf(tried.execution)).toBe(attempts.length);
				},
			);

			it.each(inTurn(STOPS))('lets nobody else through when it stops, with %s', async (_stop, settings) => {
				const answers = notYes(node, node.item(1));
				for (const answer of isFull && isFirst ? answers : spread(answers, howMany(6, 1))) {
					await tries(simulator(), node, { ...mode, settings }, [yes(0), attempt(node, 1, answer)]);
				}
			});

			it('lets nobody through when it is disabled', async () => {
				for (const [, settings] of share(ALL_SETTINGS, 1)) {
					const way = { ...mode, settings: { ...settings, disabled: true } };
					const { arrived } = await expectNotEvenAsked(way, [denied(0), denied(1)]);
					expect(Object.values(arrived)[0]).toBe(2);
				}
			});

			it('lets nobody through when it gets no item, or an empty one', async () => {
				for (const [, settings] of share(GOES_ON, 1)) {
					for (const alwaysOutputData of [false, true]) {
						const more = { startSettings: { alwaysOutputData } };
						await expectNotEvenAsked({ ...mode, settings, more }, []);
						count('attempts to get in');
					}
				}
			});

			it('lets only the first item through with Execute Once', async () => {
				const settings = { ...GOES_ON[turn % GOES_ON.length][1], executeOnce: true };
				await tries(simulator(), node, { ...mode, settings }, [no(0), denied(1), denied(2)]);
				const { execution } = await tries(simulator(), node, { ...mode, settings }, [yes(0), denied(1)]);
				expect(leftOf(execution)).toBe(1);
			});
		});

		it('lets pinned items leave through the first output only, whatever they say', async () => {
			for (const [name, mode] of itsModes.filter(([, { asTool }]) => asTool !== true)) {
				if (name === 'Single Output') continue;
				const pinned = [{ ...node.item(0), outcome: node.grants.outcome, reason: node.grants.reason }];
				const { arrived } = await run(simulator(), node, { ...mode, more: { pinned } }, [yes(0)]);
				const [first, ...others] = Object.values(arrived);
				count('attempts to get in');
				count(
					'items granted without a success',
					others.reduce((sum, items) => sum + items, 0),
				);
				expect([first, ...others]).toEqual([1, ...others.map(() => 0)]);
				expect(simulator().requests()).toEqual([]);
			}
		});

		it('moves no item to another output when outputs are not connected', async () => {
			const attempts = [yes(0), no(1), attempt(node, 2, { name: '503', kind: 'status', status: 503 })];
			const settings = { onError: 'continueErrorOutput' as const };
			const all = await tries(simulator(), node, { settings }, attempts);
			for (const label of Object.keys(all.execution.arrived)) {
				const way = { settings, more: { connected: [label] } };
				const { execution } = await tries(simulator(), node, way, attempts);
				const expected = Object.entries(all.execution.arrived).map(([other, items]) =>
					other === label ? items : 0,
				);
				expect(Object.values(execution.arrived)).toEqual(expected);
			}
		});

		const BROKEN = [
			'$json.nothing.deeper',
			'undefined',
			'null',
			'({})',
			'[]',
			'true',
			"$('Nowhere').item.json.code",
			'noSuchFunction()',
			'JSON.parse("{")',
			'(() => { throw new Error("thrown") })()',
		];

		it.each(node.required)("lets nobody through when the expression of '%s' fails", async (parameter) => {
			const value = node.parameters[parameter];
			const works = /^=\{\{(.*)\}\}$/.exec(String(value))?.[1] ?? JSON.stringify(value);
			const attempts = [0, 1, 2].map(yes);
			attempts[1] = { ...denied(1), item: { ...attempts[1].item, broken: true } };
			for (const [index, broken] of share(BROKEN, 4).entries()) {
				const parameters = { [parameter]: `={{ $json.broken ? ${broken} : ${works} }}` };
				const [, settings] = ALL_SETTINGS[index % ALL_SETTINGS.length];
				const tried = await tries(simulator(), node, { parameters, settings }, attempts);
				expect(tried.let).toEqual(STOPS.some(([, stops]) => stops === settings) ? [] : [0, 2]);
			}
		});

		it('lets nobody through without the credential, or with one of another type', async () => {
			const other = GRANTING_NODES.find(({ credential }) => credential !== node.credential)?.credential;
			const wrong: Way[] = [
				{ saved: {} },
				{ saved: savedCredentials(other ?? node.credential) },
				{ more: { credentials: {} } },
				{ more: { credentials: { [node.credential]: { id: null, name: 'deleted' } } }, saved: {} },
			];
			for (const [index, way] of wrong.entries()) {
				for (const [, settings] of isFull ? ALL_SETTINGS : [ALL_SETTINGS[index]]) {
					await expectNotEvenAsked({ ...way, settings }, [denied(0), denied(1)]);
				}
			}
		});

		it('lets nobody through with credentials that the provider refuses', async () => {
			const working = savedCredentials(node.credential)[node.credential];
			const refused = Object.fromEntries(
				Object.entries(working).map(([key, value]) => [
					key,
					/url|host|cluster/i.test(key) ? value : `not-${String(value)}`,
				]),
			);
			for (const [, settings] of share(ALL_SETTINGS, 3)) {
				const way = { settings, saved: { [node.credential]: refused } };
				await tries(simulator(), node, way, [{ item: node.item(0), isSuccess: false }]);
			}
		});

		it('lets nobody through with rules that cannot work', async () => {
			for (const [index, { parameters }] of badRules(node.codes.yes[0]).entries()) {
				for (const [, settings] of isFull ? ALL_SETTINGS : [ALL_SETTINGS[index % ALL_SETTINGS.length]]) {
					await expectNotEvenAsked({ parameters, settings, rule: 'Ask Again' }, [denied(0)]);
				}
			}
		});

		it('lets nobody through when Branch On or its rules come from an expression', async () => {
			// So many rules that an output by outcome would stand for one of them, whichever n8n takes.
			const list = ['99991', '99992', node.codes.no, '99994'].map((otherCodes, index) => ({
				branch: `Rule ${index + 1}`,
				codes: [],
				otherCodes,
			}));
			const written: INodeParameters[] = [
				{ branchOn: '={{ $json.mode }}', statusCodeRules: { rules: list } },
				{ branchOn: '={{ "statusCode" }}', statusCodeRules: { rules: list } },
				{ branchOn: '={{ "singleOutput" }}' },
				{ branchOn: 'statusCode', statusCodeRules: `={{ ${JSON.stringify({ rules: list })} }}` },
				{ branchOn: 'statusCode', statusCodeRules: { rules: `={{ ${JSON.stringify(list)} }}` } },
				{ branchOn: '={{ $json.nothing.deeper }}' },
			];
			for (const parameters of written) {
				for (const [, settings] of share(ALL_SETTINGS, 2)) {
					const attempts = [no(0), no(1)].map((tried) => ({
						...tried,
						item: { ...tried.item, mode: 'statusCode' },
					}));
					await expectNotEvenAsked({ parameters, settings }, attempts);
				}
			}
		});

		it('lets nobody through whose answer comes too late', async () => {
			const parameters = { options: { timeout: 40 } };
			const late = [
				{ name: 'an answer that never ends', kind: 'neverEnds' as const },
				{ name: 'a success after the time is up', body: node.yes(node.item(1)), seconds: 0.4 },
			].map((answer, n) => attempt(node, n, answer));
			for (const [, settings] of share(ALL_SETTINGS, 2)) {
				await tries(simulator(), node, { parameters, settings }, late);
			}
		});

		it('keeps the input of an item that faulted, and says that nobody was let in', async () => {
			const item = node.item(0);
			const fault = { name: '503', kind: 'status' as const, status: 503 };
			const settings = { onError: 'continueErrorOutput' as const, ...RETRIES };
			const { outputs } = await run(simulator(), node, { settings }, [attempt(node, 0, fault)]);
			expect(granted(node, {}, await run(simulator(), node, {}, [attempt(node, 0, fault)]))).toEqual([]);
			expect(positionsOf(outputs.Error)).toEqual([0]);
			expect(outputs.Error[0].json).toEqual({
				...item,
				error: expect.objectContaining({
					message: expect.any(String) as string,
					description: expect.stringMatching(
						node.grants.outcome === 'verified' && node.provider !== 'wibmo'
							? /Do not treat the person as verified/
							: /./,
					) as string,
					provider: node.provider,
					fault: expect.any(String) as string,
				}) as object,
			});
		});
	},
);

it('says that an answer with the number of somebody else belongs to another transaction', async () => {
	const node = GRANTING_NODES.find(({ type }) => type === 'iServeUGetCustomer') as GrantingNode;
	const body = { ...node.yes(node.item(0)), mobileNumber: '9000000001' };
	const settings = { onError: 'continueErrorOutput' as const };
	const attempts = [attempt(node, 0, { name: 'the number of somebody else', body })];
	const { execution } = await tries(simulator(), node, { settings }, attempts);
	expect(execution.outputs.Error[0].json.error).toMatchObject({
		message: 'The response from iServeU belongs to another transaction',
	});
});
