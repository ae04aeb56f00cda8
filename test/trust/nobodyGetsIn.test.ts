import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { allItems } from '../support/runs';
import { useSimulator } from '../support/simulator';
import { attempt, notYes, run, tries, type Attempt, type Way } from './support/attempts';
import { GRANTING_NODES, spread, type GrantingNode } from './support/grantingNodes';
import { ALL_SETTINGS, GOES_ON, STOPS } from './support/settings';
import { count, howMany, isFull } from './support/totals';

const simulator = useSimulator();

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
function modes({ codes: { yes, no, foundToo } }: GrantingNode): Array<[string, Way]> {
	const all = [...yes, no, ...MANY_CODES.filter((code) => !foundToo.includes(code))].join(', ');
	const byRules = (...list: IDataObject[]): Way => ({ rule: 'Welcome', parameters: rules(...list) });
	const again = { branch: 'Again', codes: [no] };
	return [
		['Outcome', {}],
		['Single Output', { parameters: { branchOn: 'singleOutput' } }],
		['an AI tool', { asTool: true }],
		['an AI tool that once had a Status Code rule', { asTool: true, parameters: rules({ codes: [no] }) }],
		['Status Code, without a rule for the success', { parameters: rules(again) }],
		['Status Code, with a rule for an unknown code', { parameters: rules({ otherCodes: '424242' }) }],
		['Status Code, with a rule for the success', byRules({ codes: yes })],
		['Status Code, with a rule for success and refusal together', byRules({ codes: [...yes, no] })],
		['Status Code, with a rule for whatever was typed', byRules({ otherCodes: all })],
		['Status Code, with a rule for a refusal before that for the success', byRules(again, { codes: yes })],
	];
}

// Values that cannot be read are in hostileInput.test.ts, credentials that are missing in suites/inN8n/items.test.ts.
describe.each(GRANTING_NODES)('$type', (node) => {
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

		it.each(inTurn(GOES_ON))('lets each success through to its own item, with %s', async (_on, settings) => {
			const attempts = deck(node, 14);
			const tried = await tries(simulator(), node, { ...mode, settings }, attempts);
			const grants = name.startsWith('Status Code, with a rule for') ? mode.rule !== undefined : true;
			const successes = [...attempts.keys()].filter((position) => attempts[position].isSuccess);
			if (grants) expect(tried.let).toEqual(successes);
			expect(allItems(tried.execution)).toHaveLength(attempts.length);
		});

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
			expect(allItems(execution)).toHaveLength(1);
		});
	});

	it('lets pinned items leave through the first output only, whatever they say', async () => {
		for (const [name, mode] of itsModes.filter(([, { asTool }]) => asTool !== true)) {
			if (name === 'Single Output') continue;
			const pinned = [{ ...node.item(0), outcome: node.grants.outcome, reason: node.grants.reason }];
			const { arrived } = await run(simulator(), node, { ...mode, more: { pinned } }, [yes(0)]);
			const [first, ...others] = Object.values(arrived);
			count('attempts to get in');
			count('items granted without a success', others.filter((items) => items > 0).length);
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
});
