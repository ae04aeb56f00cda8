import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../../../../simulator';
import { execute, type Execution } from '../../../../tools/engine';
import { savedCredentials } from '../../../support/simulator';
import type { DeadEnds } from './deadEnds';
import type { Fault } from './faults';
import { PEOPLE } from './people';
import { startProxy, type FaultingProxy, type Strike } from './proxy';
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

/** An item that left, as far as the matrix looks at it. */
export interface LeftItem {
	output: string;
	/** The input item that n8n pairs it with. */
	item: number;
	/** Its fields, in alphabetical order. */
	fields: string;
	recipient: unknown;
	reference: IDataObject;
	/** The provider's, as `error.provider` or `provider`. */
	provider: unknown;
	/** Where the provider decided. */
	outcome?: { outcome: unknown; reason: unknown; retryAfterSeconds: unknown };
	/** Where there was no answer to trust. */
	fault?: { fault: unknown; effect: unknown; text: string; httpStatus: unknown; saidStatus: number | null };
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

/** The items that a node got, and what was seen. */
export interface CellResult {
	inputs: IDataObject[];
	seen: Seen;
}

/** A simulator and the proxy in front of it, which serve one cell at a time. */
export interface Lane {
	simulator: Simulator;
	proxy: FaultingProxy;
	close: () => Promise<void>;
}

/** Opens a lane on free ports. */
export async function openLane(): Promise<Lane> {
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
	const meetsOnlyTheFault = fault.at === 'address' && subject.addressField !== 'operationsBaseUrl';
	if (!meetsOnlyTheFault) return 2000;
	return fault.deadEnd === 'silentInTls' ? 1000 : 20;
}

function strikeOf({ subject, fault, items }: Cell, inputs: IDataObject[]): Strike | undefined {
	if (fault.at === 'address') return undefined;
	const index = items === 1 ? 0 : 1;
	const { play } = fault;
	const path = subject.struckPath;
	if (subject.stage === 'token') return { path, play };
	if (subject.mark === undefined) return { path, play, number: index + 1 };
	return { path, play, mark: String(inputs[index][subject.mark]) };
}

function messagesTo(simulator: Simulator): number[] {
	const inbox = simulator.inbox();
	return PEOPLE.map(
		(person) =>
			inbox.filter((message) => [person.email, person.mobile, person.longMobile].includes(message.to)).length,
	);
}

/**
 * Runs a cell in n8n's engine.
 *
 * @param lane serves this cell alone
 * @param deadEnds where base URLs point for faults at the address
 * @param cell what to try
 */
export async function runCell(lane: Lane, deadEnds: DeadEnds, cell: Cell): Promise<CellResult> {
	const { subject, fault, onError, retryOnFail, items } = cell;
	const { simulator, proxy } = lane;
	simulator.reset();
	const inputs: IDataObject[] = [];
	for (const person of PEOPLE.slice(0, items)) inputs.push(await subject.prepare(simulator, person));
	const before = messagesTo(simulator);
	proxy.reset(strikeOf(cell, inputs));

	const saved = savedCredentials(subject.credential, proxy.url);
	if (fault.at === 'address') saved[subject.credential][subject.addressField] = deadEnds[fault.deadEnd];
	const options = { timeout: timeoutFor(cell), batching: { batch: { batchSize: 1 } } };
	const execution = await execute(
		{
			type: subject.type,
			parameters: { ...subject.parameters, options },
			settings: { onError, retryOnFail, maxTries: 2, waitBetweenTries: 1 },
		},
		inputs,
		saved,
	);
	const seen: Seen = {
		status: execution.status,
		...(execution.error && {
			stopped: `${execution.error.message}. ${withoutQuote(execution.error.description)}`,
		}),
		left: itemsThatLeft(execution, subject),
		arrived: Object.entries(execution.outputs).every(
			([label, left]) => left.length === execution.arrived[label],
		),
		requests: proxy.countOf(subject.path),
		struck: proxy.struck(),
		messages: messagesTo(simulator).map((count, index) => count - before[index]),
		followed: proxy.countOf('/elsewhere'),
		polluted: 'polluted' in {},
	};
	return { inputs, seen };
}

/** The description without what the provider answered, which differs from one to the other. */
function withoutQuote(description: unknown): string {
	return String(description).replace(/ \w+ responded: HTTP [0-9]{3}(, .*)?\.$/, '');
}

/** The HTTP status that the person reads. */
function saidStatus(description: unknown): number | null {
	const said = / responded: HTTP ([0-9]{3})/.exec(String(description));
	return said === null ? null : Number(said[1]);
}

function itemsThatLeft({ outputs }: Execution, subject: Subject): LeftItem[] {
	return Object.entries(outputs)
		.flatMap(([output, items]) => items.map((item) => leftItem(output, item, subject)))
		.sort((one, other) => one.item - other.item);
}

function leftItem(output: string, { json, pairedItem }: INodeExecutionData, subject: Subject): LeftItem {
	const told = (json.error ?? json) as IDataObject;
	const answer = subject.answerField && (json[subject.answerField] as IDataObject | undefined);
	return {
		output,
		item: (pairedItem as { item: number }).item,
		fields: Object.keys(json).sort().join(' '),
		recipient: told.recipient,
		reference: told.reference as IDataObject,
		provider: told.provider,
		...(json.error === undefined
			? {
					outcome: {
						outcome: json.outcome,
						reason: json.reason,
						retryAfterSeconds: json.retryAfterSeconds,
					},
				}
			: {
					fault: {
						fault: told.fault,
						effect: told.effect,
						text: `${String(told.message)}. ${withoutQuote(told.description)}`,
						httpStatus: told.httpStatus,
						saidStatus: saidStatus(told.description),
					},
				}),
		...(answer && 'big' in answer && { big: answer.big }),
	};
}
