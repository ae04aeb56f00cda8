import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderPage, type Observation } from '../../tools/docs/faultMatrix';
import type { Cell, Seen, Settings } from './support/matrix/cells';
import { openDeadEnds, type DeadEnds } from './support/matrix/deadEnds';
import { expectedOf } from './support/matrix/expected';
import { FAULTS, type Fault } from './support/matrix/faults';
import { openPool } from './support/matrix/pool';
import { NODES, OTHER_CALLS, VARIANTS, WITHOUT_CODE, type Subject } from './support/matrix/subjects';
import { hasVerdict } from './support/matrix/verdicts';
import { count, expectMessages, isFull } from './support/totals';

const EVERY_SETTING: Settings[] = (
	['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const
).flatMap((onError) =>
	[false, true].flatMap((retryOnFail) => ([1, 3] as const).map((items) => ({ onError, retryOnFail, items }))),
);

/** What the page shows, and the share takes of every node. */
const SHOWN: Settings = { onError: 'continueErrorOutput', retryOnFail: true, items: 1 };

/** What the share takes besides, of a node that sends, one that verifies and so on: where the most can go wrong. */
const SEVERAL: Settings = { ...SHOWN, items: 3 };
const SOME_NODES = [
	'HyperVerge Send Email OTP',
	'iServeU Process Customer',
	'Capillary Get OTP',
	'Capillary Redeem Points',
	'Wibmo Encrypt Payload',
];

const PAGE = join(__dirname, '..', '..', 'docs', 'fault-matrix.md');

/** Whether the page is to be made again (`npm run docs:faults`). */
const isWriting = (globalThis as { WRITE_PAGE?: boolean }).WRITE_PAGE === true;

const isLike = (cell: Cell, { onError, retryOnFail, items }: Settings) =>
	cell.onError === onError && cell.retryOnFail === retryOnFail && cell.items === items;

function subjectsOf(fault: Fault): Subject[] {
	const others = fault.everywhere ? [...VARIANTS, ...OTHER_CALLS] : [];
	return [...NODES, WITHOUT_CODE, ...others.filter((subject) => hasVerdict(fault, subject))];
}

const EVERY_CELL: Cell[] = FAULTS.flatMap((fault) =>
	subjectsOf(fault).flatMap((subject) => EVERY_SETTING.map((settings) => ({ subject, fault, ...settings }))),
);

const TRIED_CELLS = EVERY_CELL.filter(
	(cell) =>
		isFull || isLike(cell, SHOWN) || (isLike(cell, SEVERAL) && SOME_NODES.includes(cell.subject.title)),
);

const results = new Map<Cell, ReturnType<typeof pool.run>>();
const observations: Observation[] = [];
let pool: Awaited<ReturnType<typeof openPool>>;
let deadEnds: DeadEnds;

/** Sets cells going that are not yet; one that cannot run fails its own test, when that comes. */
function start(cells: Cell[]): void {
	for (const cell of cells.filter((candidate) => !results.has(candidate))) {
		const result = pool.run(cell);
		result.catch(() => {});
		results.set(cell, result);
	}
}

beforeAll(async () => {
	deadEnds = await openDeadEnds();
	pool = await openPool(deadEnds);
	// The first of all cells loads n8n's engine, which takes a while; no cell with a timeout may be it.
	start(TRIED_CELLS.slice(0, 1));
	await results.get(TRIED_CELLS[0]);
	start(TRIED_CELLS.filter(({ fault }) => fault.waits));
});

afterAll(async () => {
	await Promise.allSettled(results.values());
	await pool.close();
	await deadEnds.close();
});

const settingsOf = ({ onError, retryOnFail, items }: Settings) =>
	`${onError}, Retry On Fail ${retryOnFail ? 'on' : 'off'}, ${items} item(s)`;

async function lookAt(cell: Cell): Promise<{ cell: Cell; seen: Seen; expected: Seen }> {
	const { inputs, seen } = await results.get(cell)!;
	if (isLike(cell, SHOWN)) observations.push({ cell, seen });
	return { cell, seen, expected: expectedOf(cell, inputs) };
}

describe.each(FAULTS)('$name', (fault) => {
	const cells = TRIED_CELLS.filter((cell) => cell.fault === fault);

	beforeAll(() => start(cells));

	it.each(subjectsOf(fault))('$title', async (subject) => {
		const own = cells.filter((cell) => cell.subject === subject);
		const looks = await Promise.all(own.map(lookAt));
		count('cells of the fault matrix', own.length);
		for (const { cell, seen, expected } of looks) {
			expect({ cell: settingsOf(cell), ...seen }).toEqual({ cell: settingsOf(cell), ...expected });
		}
		expectMessages(
			looks.flatMap(({ seen }) => seen.messages),
			looks.flatMap(({ expected }) => expected.messages),
		);
	});
});

it('is what docs/fault-matrix.md shows', () => {
	const page = renderPage(observations, EVERY_CELL.length);
	if (isWriting) {
		writeFileSync(PAGE, page);
		process.stdout.write(page);
	}
	expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
