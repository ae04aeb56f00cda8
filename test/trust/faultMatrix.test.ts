import { openLane, runCell, type Cell, type Lane, type Settings } from './support/matrix/cells';
import { openDeadEnds, type DeadEnds } from './support/matrix/deadEnds';
import { expectedOf } from './support/matrix/expected';
import { FAULTS, isTriedOnOtherCalls, type Fault } from './support/matrix/faults';
import { NODES, OTHER_CALLS, VARIANTS, type Subject } from './support/matrix/subjects';
import { hasVerdict } from './support/matrix/verdicts';
import { count, isFull } from './support/totals';

/** Cells that run side by side, so that those that wait for a timeout hold up nobody. */
const LANES = 48;

const EVERY_SETTING: Settings[] = (
	['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const
).flatMap((onError) =>
	[false, true].flatMap((retryOnFail) =>
		([1, 3] as const).map((items) => ({ onError, retryOnFail, items })),
	),
);

/** What `npm test` takes: the setting in which the most can go wrong. */
const ONE_SETTING: Settings[] = [{ onError: 'continueErrorOutput', retryOnFail: true, items: 3 }];

type Result = Awaited<ReturnType<typeof runCell>>;

let lanes: Lane[];
let deadEnds: DeadEnds;

beforeAll(async () => {
	deadEnds = await openDeadEnds();
	lanes = await Promise.all(Array.from({ length: LANES }, openLane));
});

afterAll(async () => {
	await Promise.all(lanes.map(async (lane) => await lane.close()));
	await deadEnds.close();
});

function subjectsOf(fault: Fault): Subject[] {
	const others = isTriedOnOtherCalls(fault) ? [...VARIANTS, ...OTHER_CALLS] : [];
	return [...NODES, ...others].filter((subject) => hasVerdict(fault, subject));
}

function cellsOf(fault: Fault): Cell[] {
	return subjectsOf(fault).flatMap((subject) =>
		(isFull ? EVERY_SETTING : ONE_SETTING).map((settings) => ({ subject, fault, ...settings })),
	);
}

/**
 * Runs cells side by side. They set out one after another, so that none is late because of the others
 * when it has only a short time.
 */
async function runAll(cells: Cell[]): Promise<Map<Cell, Result>> {
	const results = new Map<Cell, Result>();
	const waiting = cells.values();
	let turn: Promise<unknown> = Promise.resolve();
	const workOff = async (lane: Lane) => {
		for (const cell of waiting) {
			const before = turn;
			const run = before.then(async () => await runCell(lane, deadEnds, cell));
			turn = Promise.race([before.then(lane.proxy.nextCall), run]);
			results.set(cell, await run);
		}
	};
	await Promise.all(lanes.map(workOff));
	return results;
}

const settingsOf = ({ onError, retryOnFail, items }: Settings) =>
	`${onError}, Retry On Fail ${retryOnFail ? 'on' : 'off'}, ${items} item(s)`;

describe.each(FAULTS.map((fault): [string, Fault] => [fault.name, fault]))('%s', (_name, fault) => {
	const cells = cellsOf(fault);
	let results: Map<Cell, Result>;

	beforeAll(async () => {
		results = await runAll(cells);
	});

	it.each(subjectsOf(fault).map((subject): [string, Subject] => [subject.title, subject]))(
		'%s',
		(_title, subject) => {
			for (const cell of cells.filter((candidate) => candidate.subject === subject)) {
				const { inputs, seen } = results.get(cell) as Result;
				const expected = expectedOf(cell, inputs);
				expect({ cell: settingsOf(cell), ...seen }).toEqual({ cell: settingsOf(cell), ...expected });
				count('cells of the fault matrix');
				for (const messages of expected.messages) count('messages expected', messages);
				for (const messages of seen.messages) count('messages sent', messages);
			}
		},
	);
});
