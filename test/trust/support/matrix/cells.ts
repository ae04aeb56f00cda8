import { randomUUID } from 'node:crypto';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../../../../simulator';
import { execute, type Execution } from '../../../../tools/engine';
import { byPerson, indexOf } from '../../../support/runs';
import { verifyItem } from '../../../support/scenarios';
import { codesIn, savedCredentials } from '../../../support/simulator';
import type { DeadEnd, DeadEnds } from './deadEnds';
import type { Fault } from './faults';
import { startProxy, type Strike } from './proxy';
import type { Subject } from './subjects';

/** How n8n is set up to deal with a fault. */
export interface Settings {
	onError: NonNullable<INode['onError']>;
	retryOnFail: boolean;
	/** With three items, the second one meets the fault; with one, that one. */
	items: 1 | 3;
}

/** One node, one fault, one way to deal with it. */
export interface Cell extends Settings {
	subject: Subject;
	fault: Fault;
}

/** The people of the items, by number. */
export const PEOPLE = [0, 1, 2] as const;

/** An item that left, as far as the matrix looks at it. */
export interface LeftItem {
	output: string;
	/** The input item that n8n pairs it with. */
	item: number;
	/** Its fields, in alphabetical order. */
	fields: string;
	/** What it says, or its `error`: of the person and, if the provider decided, of the decision. */
	said: IDataObject;
	/** Where there was no answer to trust: what happened, and what to do. */
	text?: string;
	/** The number that the struck answer was extended with. */
	big?: unknown;
}

/** What can be seen of a cell from outside. */
export interface Seen {
	status: string;
	/** What stopped the workflow, in words. */
	stopped?: string;
	/** By input item. */
	left: LeftItem[];
	/** Whether every item that left an output arrived behind it, and nothing else. */
	arrived: boolean;
	/** How many of the calls that the node is for reached the provider. */
	requests: number;
	/** How many calls met the fault, where a call meets it. */
	struck: number;
	/** How many messages went out to each person. */
	messages: number[];
	/** Calls to the address that a redirect names. */
	followed: number;
	/** Whether anything was put into the prototype of objects. */
	polluted: boolean;
}

/** A simulator and the proxy in front of it, which serve one cell at a time. */
export type Lane = Awaited<ReturnType<typeof openLane>>;

/** Opens a lane on free ports. */
export async function openLane() {
	const simulator = await startSimulator();
	const proxy = await startProxy(simulator.url);
	const close = async () => {
		await proxy.close();
		await simulator.close();
	};
	return { simulator, proxy, close };
}

/** How long a node waits for an answer, in milliseconds: as by default, unless it has to give up. */
function timeoutFor({ subject, fault }: Cell): number {
	if (!fault.waits) return 30_000;
	if (fault.name === 'timeout in the TLS session') return 5000;
	return fault.play !== undefined || subject.addressField === 'operationsBaseUrl' ? 2000 : 20;
}

/** @returns whether the item with this number meets the fault */
export function meetsTheFault({ subject, fault, items }: Cell): (index: number) => boolean {
	if (fault.play === undefined || subject.stage === 'token') return () => true;
	return (index) => index === (items === 1 ? 0 : 1);
}

function strikeOf(cell: Cell, inputs: IDataObject[]): Strike | undefined {
	const { play } = cell.fault;
	const { struckPath: path, stage, acts } = cell.subject;
	if (play === undefined) return undefined;
	if (stage === 'token') return { path, play };
	const index = inputs.findIndex((_, candidate) => meetsTheFault(cell)(candidate));
	// Wibmo's operations are encrypted, so that no item can be told from another; but they are made once.
	if (acts && stage !== 'encrypt') return { path, play, isMeant: (_, number) => number === index + 1 };
	const mark = String(inputs[index].token ?? inputs[index].to);
	return { path, play, isMeant: (content) => content.includes(mark) };
}

const messagesTo = (simulator: Simulator, { recipient }: Subject): number[] =>
	PEOPLE.map((person) => simulator.inbox().filter(({ to }) => to === recipient(person)).length);

/** Makes the items with what they need before their node can succeed: a code that went out, a token. */
async function prepare({ subject, items }: Cell, simulator: Simulator): Promise<IDataObject[]> {
	const { before, recipient, credential } = subject;
	const people = PEOPLE.slice(0, items).map((person) => ({ to: recipient(person) }));
	if (before === undefined) return people;
	const { outputs } = await execute(before.node, people, savedCredentials(credential, simulator.url));
	const codes = codesIn(simulator.inbox());
	const made = byPerson(Object.values(outputs).flat());
	return people.map(({ to }, index) => {
		const item = verifyItem(to, codes.get(to) ?? '', made.get(index));
		const token = made.get(index)?.token;
		return { ...item, ...(token !== undefined && { token }) };
	});
}

/**
 * Runs a cell in n8n's engine, in a lane that serves it alone, and gives the items that its node got, and
 * what was seen.
 */
export async function runCell(lane: Lane, deadEnds: DeadEnds, cell: Cell) {
	const { subject, fault, onError, retryOnFail } = cell;
	const { simulator, proxy } = lane;
	simulator.reset();
	const inputs = await prepare(cell, simulator);
	const before = messagesTo(simulator, subject);
	proxy.reset(strikeOf(cell, inputs));

	const saved = savedCredentials(subject.credential, proxy.url);
	if (fault.play === undefined) {
		saved[subject.credential][subject.addressField] = deadEnds.urls[fault.name as DeadEnd];
	}
	const options = { timeout: timeoutFor(cell), batching: { batch: { batchSize: 1 } } };
	const execution = await execute(
		{
			type: subject.node.type,
			parameters: { ...subject.node.parameters, options },
			// Two executions of one node that begin in the same millisecond look like a run and its retry.
			settings: { id: randomUUID(), onError, retryOnFail, maxTries: 2, waitBetweenTries: 1 },
		},
		inputs,
		saved,
	);
	const seen: Seen = {
		status: execution.status,
		...(execution.error && { stopped: textOf(execution.error) }),
		left: itemsThatLeft(execution),
		arrived: Object.entries(execution.outputs).every(
			([label, left]) => left.length === execution.arrived[label],
		),
		requests: proxy.countOf(subject.path),
		struck: proxy.struck(),
		messages: messagesTo(simulator, subject).map((count, index) => count - before[index]),
		followed: proxy.countOf('/elsewhere'),
		polluted: 'polluted' in {},
	};
	return { inputs, seen };
}

/** The texts without what the provider answered, which differs from one to the other. */
function textOf({ message, description }: { message?: unknown; description?: unknown }): string {
	return `${message}. ${description}`.replace(/ \w+ responded: HTTP [0-9]{3}(, .*)?\.$/, '');
}

function itemsThatLeft({ outputs }: Execution): LeftItem[] {
	return Object.entries(outputs)
		.flatMap(([output, items]) => items.map((item) => leftItem(output, item)))
		.sort((one, other) => one.item - other.item);
}

const PERSON = ['recipient', 'reference', 'provider'];
const DECISION = [...PERSON, 'outcome', 'reason', 'retryAfterSeconds'];
const FAULT = [...PERSON, 'fault', 'effect', 'httpStatus'];

const pick = (from: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(names.map((name) => [name, from[name]]));

function leftItem(output: string, item: INodeExecutionData): LeftItem {
	const { json } = item;
	const error = json.error as IDataObject | undefined;
	const answer = (json.content ?? json.response) as IDataObject | undefined;
	return {
		output,
		item: indexOf(item),
		fields: Object.keys(json).sort().join(' '),
		said: error === undefined ? pick(json, DECISION) : pick(error, FAULT),
		...(error && { text: textOf(error) }),
		...(answer && 'big' in answer && { big: answer.big }),
	};
}
