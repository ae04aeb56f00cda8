import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Simulator } from '../../../simulator';
import { execute, type Execution, type NodeUnderTest } from '../../../tools/engine';
import { indexOf, type Run } from '../../support/runs';
import { savedCredentials } from '../../support/simulator';
import { FAULTS, type Answer, type GrantingNode } from './grantingNodes';
import { count } from './totals';

/** An item, what its provider answers, and whether that is a success for this very item. */
export interface Attempt {
	item: IDataObject;
	answer: Answer;
	isSuccess: boolean;
}

/** The nth item of a node, and a success for it, a refusal, or something that is no success. */
export function attempt(node: GrantingNode, n: number, answer: Answer | 'yes' | 'no'): Attempt {
	const item = node.item(n);
	if (answer === 'yes') return { item, answer: node.yes(item), isSuccess: true };
	return { item, answer: answer === 'no' ? node.no : answer, isSuccess: false };
}

/** Everything that is no success for an item: half-truths, answers for others, and faults of each call. */
export function notYes(node: GrantingNode, item: IDataObject): Answer[] {
	const elsewhere = node.otherPaths.flatMap((path) =>
		FAULTS.map((fault) => ({ ...fault, name: `${fault.name} from ${path}`, path })),
	);
	return [node.no, ...node.notYes(item), ...FAULTS, ...elsewhere];
}

/** The settings of a node under which it is tried. */
export interface Way extends Pick<Run, 'parameters' | 'settings' | 'asTool'> {
	/** The output of the rule that names the success. */
	rule?: string;
	/** The labels that the outputs were connected under, and other things about the workflow. */
	more?: Partial<NodeUnderTest>;
}

/** Runs the node with these items while the provider answers as arranged. */
export async function run(
	simulator: Simulator,
	node: GrantingNode,
	way: Way,
	attempts: readonly Attempt[],
): Promise<Execution> {
	simulator.reset();
	for (const { item, answer } of attempts) {
		const recipient = String(item.mark);
		simulator.inject({ provider: node.provider, path: node.path, ...answer, recipient, times: Infinity });
	}
	return await execute(
		{
			type: node.type + (way.asTool === true ? 'Tool' : ''),
			parameters: { ...node.parameters, ...way.parameters },
			settings: way.settings,
			...way.more,
		},
		attempts.map(({ item }) => item),
		savedCredentials(node.credential),
	);
}

/** What left through an output that grants, or says of itself that it was granted. */
function granted({ grants }: GrantingNode, way: Way, { outputs }: Execution): INodeExecutionData[] {
	const isByOutcome = way.asTool !== true && (way.parameters?.branchOn ?? 'outcome') !== 'singleOutput';
	const granting = [way.rule, ...(isByOutcome ? [grants.label] : [])];
	return Object.entries(outputs).flatMap(([label, items]) =>
		items.filter(
			({ json: { outcome, reason } }) =>
				granting.includes(label) ||
				(outcome === grants.outcome && (grants.reason === undefined || reason === grants.reason)),
		),
	);
}

/** Whether an item that left speaks of the item that it is paired with. */
function isItsOwn({ json }: INodeExecutionData, { item }: Attempt): boolean {
	const mark = String(item.mark);
	return (
		JSON.stringify(json.reference).includes(mark) ||
		(typeof json.recipient === 'string' && json.recipient.endsWith(mark.slice(-4)))
	);
}

/**
 * Tries to get in: counts what was tried, and expects that nothing was granted that is no success
 * for the very item that it is paired with.
 *
 * @returns the execution, and the positions of the items that were granted
 */
export async function tries(
	simulator: Simulator,
	node: GrantingNode,
	way: Way,
	attempts: readonly Attempt[],
): Promise<{ execution: Execution; let: number[] }> {
	const execution = await run(simulator, node, way, attempts);
	const items = granted(node, way, execution);
	const wrong = items.filter((item) => {
		const tried = attempts[indexOf(item)];
		return tried === undefined || !tried.isSuccess || !isItsOwn(item, tried);
	});
	count('attempts to get in', attempts.length);
	count('items granted without a success', wrong.length);
	expect(wrong.map((item) => attempts[indexOf(item)]?.answer.name ?? 'nobody asked')).toEqual([]);
	return { execution, let: items.map(indexOf).sort((a, b) => a - b) };
}
