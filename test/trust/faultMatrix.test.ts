import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openLane, runCell, type Cell, type Lane, type Settings } from './support/matrix/cells';
import { openDeadEnds, type DeadEnds } from './support/matrix/deadEnds';
import { expectedOf } from './support/matrix/expected';
import { FAULTS, isTriedOnOtherCalls, type Fault } from './support/matrix/faults';
import { renderPage, type Observation } from './support/matrix/page';
import { NODES, OTHER_CALLS, VARIANTS, WITHOUT_CODE, type Subject } from './support/matrix/subjects';
import { hasVerdict } from './support/matrix/verdicts';
import { count, isFull } from './support/totals';

/** Cells that run side by side, so that those that wait for a timeout hold up nobody. */
const LANES = 48;

const EVERY_SETTING: Settings[] = (
	['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const
).flatMap((onError) =>
	[false, true].flatMap((retryOnFail) => ([1, 3] as const).map((items) => ({ onError, retryOnFail, items }))),
);

/** What the page shows, and `npm test` takes of every node. */
const SHOWN: Settings = { onError: 'continueErrorOutput', retryOnFail: true, items: 1 };

/** What `npm test` takes besides, of one node of each kind: where the most can go wrong. */
const SEVERAL: Settings = { ...SHOWN, items: 3 };
const ONE_OF_EACH_KIND = [
	'HyperVerge Send Email OTP',
	'iServeU Process Customer',
	'iServeU Get Customer',
	'Capillary Get OTP',
	'Capillary Check Points Redeemable, with a code',
	'Capillary Redeem Points',
	'Wibmo Encrypt Payload',
	'Wibmo Decrypt Payload',
];

const PAGE = join(__dirname, '..', '..', 'docs', 'fault-matrix.md');

/** Whether the page is to be made again (`npm run docs:faults`). */
const isWriting = (globalThis as { WRITE_PAGE?: boolean }).WRITE_PAGE === true;

type Result = Awaited<ReturnType<typeof runCell>>;

let lanes: Lane[];
let deadEnds: DeadEnds;
const observations: Observation[] = [];

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
	return [...NODES, WITHOUT_CODE, ...others].filter((subject) => hasVerdict(fault, subject));
}

function everyCellOf(fault: Fault): Cell[] {
	return subjectsOf(fault).flatMap((subject) =>
		EVERY_SETTING.map((settings) => ({ subject, fault, ...settings })),
	);
}

const isLike = (cell: Cell, { onError, retryOnFail, items }: Settings) =>
	cell.onError === onError && cell.retryOnFail === retryOnFail && cell.items === items;

function cellsOf(fault: Fault): Cell[] {
	return everyCellOf(fault).filter(
		(cell) =>
			isFull ||
			isLike(cell, SHOWN) ||
			(isLike(cell, SEVERAL) && ONE_OF_EACH_KIND.includes(cell.subject.title)),
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

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
				if (isLike(cell, SHOWN)) observations.push({ cell, seen });
				const expected = expectedOf(cell, inputs);
				expect({ cell: settingsOf(cell), ...seen }).toEqual({ cell: settingsOf(cell), ...expected });
				count('cells of the fault matrix');
				count('messages expected', sum(expected.messages));
				count('messages sent', sum(seen.messages));
			}
		},
	);
});

it('is what docs/fault-matrix.md shows', () => {
	const cells = FAULTS.flatMap(everyCellOf).length;
	const page = renderPage(observations, { nodes: NODES.length, faults: FAULTS.length, cells });
	if (isWriting) {
		writeFileSync(PAGE, page);
		process.stdout.write(page);
	}
	expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
