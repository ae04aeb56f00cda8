import type { IDataObject } from 'n8n-workflow';

import { describeFault } from '../../../../nodes/engine/operation/faults';
import { OUTPUTS } from '../../../contracts/contract';
import { meetsTheFault, PEOPLE, type Cell, type LeftItem, type Seen } from './cells';
import { BIG_NUMBER, RETRY_AFTER_SECONDS } from './faults';
import type { Subject } from './subjects';
import { verdictOn, type Verdict } from './verdicts';

/** The fields of every item that a provider decided on. */
const FIELDS =
	'attemptsRemaining expiresAt httpStatus message operation outcome provider reason recipient reference response retryAfterSeconds statusCode';

/** Whether an item is never tried again: the provider may have acted on it, or may yet. */
function isKept({ subject }: Cell, verdict: Verdict, meetsFault: boolean): boolean {
	if (!subject.acts) return false;
	if (!meetsFault || subject.stage === 'decrypt') return true;
	if (subject.stage !== 'call') return false;
	return !(verdict.as === 'fault' && verdict.fault === 'unreachable');
}

/** How often n8n tries each item, and whether it stops, as it documents On Error and Retry On Fail. */
function courseOf(cell: Cell, verdict: Verdict): { tries: number[]; stopped: boolean } {
	const meets = meetsTheFault(cell);
	const faults = (index: number) => verdict.as === 'fault' && meets(index);
	const indexes = PEOPLE.slice(0, cell.items);
	const tries = indexes.map(() => 0);
	const isStopping = cell.onError === 'stopWorkflow' && indexes.some(faults);
	// n8n runs a node again when it stops, or when the first item of its first output has an error.
	// Items with an error leave through the first output, and where there is only one, so do the others.
	const isRunAgain = isStopping || (isOnFirstOutput(cell.subject) ? faults(0) : indexes.some(faults));
	for (let run = 0; run < (cell.retryOnFail && isRunAgain ? 2 : 1); run += 1) {
		for (const index of indexes) {
			if (tries[index] > 0 && isKept(cell, verdict, meets(index))) continue;
			tries[index] += 1;
			if (isStopping && faults(index)) break;
		}
	}
	return { tries, stopped: isStopping };
}

const isOnFirstOutput = ({ output }: Subject) => output === 'Output 0';

/** The engine's own tests hold what the words for each fault say. */
function textOf(
	{ subject: { kind, provider } }: Cell,
	{ fault, effect }: Extract<Verdict, { as: 'fault' }>,
): string {
	const { message, description } = describeFault({ fault, effectLeft: effect === 'unknown' }, kind, provider);
	return `${message}. ${description}`;
}

function waitingTime(name: string): unknown {
	if (name.endsWith('in seconds')) return RETRY_AFTER_SECONDS;
	if (name.endsWith('as a date')) return expect.closeTo(RETRY_AFTER_SECONDS, -1);
	return null;
}

const masked = (to: string) =>
	to.replace(/(?<=.).*(?=@)/, '•••').replace(/^\d+(?=\d{4}$)/, (digits) => '•'.repeat(digits.length));

/** What an item says of its person: what its parameters read from it. */
function personOf({ node, provider }: Subject, input: IDataObject): IDataObject {
	const isRead = (name: string) => JSON.stringify(node.parameters).includes(`$json.${name} `);
	const references = ['requestId', 'externalRefNumber'].filter(isRead);
	return {
		recipient: isRead('to') ? masked(String(input.to)) : null,
		reference: expect.objectContaining(
			Object.fromEntries(references.map((name) => [name, input[name]])),
		) as IDataObject,
		provider: provider.toLowerCase(),
	};
}

/** What only the items of a node without branches have. */
const OWN_FIELDS: Partial<Record<Subject['kind'], string[]>> = { encrypt: ['token'], decrypt: ['content'] };

function expectedItem(cell: Cell, verdict: Verdict, index: number, input: IDataObject): LeftItem {
	const { subject, fault } = cell;
	const person = personOf(subject, input);
	if (verdict.as === 'fault') {
		const hasErrorOutput = cell.onError === 'continueErrorOutput';
		const { effect, httpStatus } = verdict;
		return {
			// Without an error output, n8n lets an item with an error out of the first one.
			output: hasErrorOutput ? 'Error' : firstOutput(subject),
			item: index,
			fields: ['error', ...(hasErrorOutput ? Object.keys(input) : [])].sort().join(' '),
			said: { ...person, fault: verdict.fault, effect, httpStatus },
			text: textOf(cell, verdict),
		};
	}
	const isOutcome = verdict.as === 'outcome';
	const own = isOutcome ? [] : (OWN_FIELDS[subject.kind] ?? []);
	return {
		output: isOutcome ? verdict.output : successOutput(cell),
		item: index,
		fields: [...FIELDS.split(' '), ...own].sort().join(' '),
		said: {
			...person,
			outcome: isOutcome ? verdict.outcome : subject.outcome,
			reason: isOutcome ? verdict.reason : expect.any(String),
			retryAfterSeconds: isOutcome ? (waitingTime(fault.name) as number) : null,
		},
	};
}

/** n8n calls the only output of a node so, once there is an error output beside it. */
function successOutput({ subject, onError }: Cell): string {
	return isOnFirstOutput(subject) && onError === 'continueErrorOutput' ? 'Success' : subject.output;
}

const firstOutput = (subject: Subject) =>
	isOnFirstOutput(subject) ? subject.output : OUTPUTS[subject.kind][0].label;

/** @returns whether the call that the node is for reaches the provider when the item meets the fault */
function reaches({ subject: { stage }, fault: { play } }: Cell): boolean {
	return play !== undefined && (stage === 'call' || stage === 'decrypt');
}

/** @returns whether the provider acts on the item that meets the fault */
const isActedOn = (cell: Cell) =>
	reaches(cell) && (cell.subject.stage === 'decrypt' || cell.fault.acts === true);

/** What was added to the answer is seen, but not in Wibmo's answer that is still encrypted, nor in a token's. */
const showsTheAnswer = ({ provider, kind, stage }: Subject) =>
	stage === 'decrypt' || kind === 'decrypt' || (stage === 'call' && provider !== 'Wibmo');

/**
 * What must be seen of a cell, from the verdict that was written by hand and from what n8n documents
 * of its settings.
 */
export function expectedOf(cell: Cell, inputs: readonly IDataObject[]): Seen {
	const { subject, fault, items } = cell;
	const verdict = verdictOn(fault, subject);
	const meets = meetsTheFault(cell);
	const { tries, stopped } = courseOf(cell, verdict);
	const isSuccess = verdict.as === 'success';
	const triesOf = (isCounted: (index: number) => boolean) =>
		tries.reduce((total, tried, index) => total + (isCounted(index) ? tried : 0), 0);
	// One access token serves all items, once there is one.
	const struck = subject.stage === 'token' && isSuccess ? 1 : triesOf(meets);

	const left = stopped
		? []
		: inputs.map((input, index) => {
				const item = expectedItem(cell, meets(index) ? verdict : { as: 'success' }, index, input);
				const shows = fault.name === 'a number beyond 2^53' && meets(index) && showsTheAnswer(subject);
				return { ...item, ...(shows && { big: BIG_NUMBER }) };
			});
	return {
		status: stopped ? 'error' : 'success',
		...(stopped && verdict.as === 'fault' && { stopped: textOf(cell, verdict) }),
		left,
		arrived: true,
		requests: triesOf((index) => !meets(index) || reaches(cell) || isSuccess),
		struck: fault.play === undefined ? 0 : struck,
		messages: PEOPLE.map((index) => {
			const isSent = !meets(index) || isActedOn(cell) || isSuccess;
			return subject.sends && index < items && tries[index] > 0 && isSent ? 1 : 0;
		}),
		followed: 0,
		polluted: false,
	};
}
