import { createRequire } from 'node:module';
import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import { execute, type Execution } from '../../tools/engine';
import { allCredentials } from '../../tools/package';
import { allItems, type Run } from '../support/runs';
import { inBatchesOf } from '../support/sendCodes';
import { useSimulator } from '../support/simulator';
import { arrange, echoes, echoesIn } from './support/echoingAnswers';
import { encodingsOf } from './support/encodings';
import { expectNoneIn, leaksIn } from './support/leakSearch';
import {
	MARKED,
	markedCredentials,
	MARKS,
	nameOf,
	secretsOf,
	withExpressions,
	type Marked,
} from './support/markedValues';
import { GOES_ON as GOING_ON, STOPS as STOPPING } from './support/settings';
import { howMany, isFull } from './support/totals';

const simulator = useSimulator();

/** Input fields of the builder's own have names that begin so, and are theirs to keep. */
const INPUT = 'in_';

/** A value as a program or a log could print it, with what it hides: hidden members, stacks and causes. */
function printed(value: unknown): string {
	const texts: string[] = [];
	const seen = new Set<unknown>();
	const walk = (current: unknown): void => {
		if (typeof current === 'string') texts.push(current);
		if ((typeof current !== 'object' && typeof current !== 'function') || current === null) {
			texts.push(String(current));
			return;
		}
		if (seen.has(current)) return;
		seen.add(current);
		if (current instanceof Error) texts.push(String(current), current.stack ?? '');
		if (current instanceof Map || current instanceof Set) walk([...current]);
		for (const key of Reflect.ownKeys(current)) {
			texts.push(String(key));
			walk((current as Record<PropertyKey, unknown>)[key]);
		}
	};
	walk(value);
	return texts.join('\n');
}

/** What the node under test added: items without the input, errors, hints, and what it remembers. */
function whatTheNodeAdded({ run, error }: Execution, reveals?: string): string {
	const { runData, error: runError } = run.data.resultData;
	const tasks = (runData['Under Test'] ?? []).map(({ data, ...task }) => ({
		...task,
		outputs: data?.main.map((items) =>
			items?.map(({ json, ...item }) => ({
				...item,
				json: Object.fromEntries(
					Object.entries(json).filter(([key]) => !key.startsWith(INPUT) && key !== reveals),
				),
			})),
		),
	}));
	const added = { tasks, error, runError, memory: run.data.executionData?.contextData };
	return `${printed(added)}\n${JSON.stringify(added)}`;
}

/** Everything that n8n logs, at every level, and what goes to the console. */
let logged: string[] = [];

beforeAll(() => {
	const ofN8n = createRequire(require.resolve('n8n-core'));
	const { Container } = ofN8n('@n8n/di') as { Container: { get: (type: unknown) => object } };
	const { Logger } = ofN8n('@n8n/backend-common') as { Logger: { prototype: { log: () => void } } };
	Container.get(Logger);
	const listen = (...line: unknown[]) => void logged.push(printed(line));
	jest.spyOn(Logger.prototype, 'log').mockImplementation(listen);
	for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
		jest.spyOn(console, method).mockImplementation(listen);
	}
});
afterAll(() => jest.restoreAllMocks());

const secretsAndMarks = ({ credential, marks }: Marked): string[] => [
	...Object.values(marks),
	...secretsOf(credential),
];

type Way = Pick<Run, 'parameters' | 'settings' | 'asTool'>;

/** Runs a node on one item for each answer, and looks for all marked values in what that left behind. */
async function expectNoLeak(
	marked: Marked,
	faults: readonly Fault[],
	{ parameters, settings, asTool = false }: Way = {},
): Promise<Execution> {
	arrange(simulator(), marked, faults);
	logged = [];
	const saved = markedCredentials(simulator().url);
	const execution = await execute(
		{
			type: marked.type + (asTool ? 'Tool' : ''),
			parameters: { ...marked.parameters, options: inBatchesOf(1), ...parameters },
			settings,
		},
		faults.map(() => marked.item),
		{ [marked.credential]: saved[marked.credential] },
	);
	const text = `${whatTheNodeAdded(execution, marked.reveals)}\n${logged.join('\n')}`;
	expectNoneIn('what the node left behind', text, secretsAndMarks(marked));
	return execution;
}

const MODES: Array<[string, Way]> = [
	['Outcome', {}],
	[
		'Status Code',
		{
			parameters: {
				branchOn: 'statusCode',
				statusCodeRules: { rules: [{ branch: 'Mine', codes: [], otherCodes: '200, 00, 600, 808' }] },
			},
		},
	],
	['Single Output', { parameters: { branchOn: 'singleOutput' } }],
	['an AI tool', { asTool: true }],
];

const [GOES_ON, STOPS] = [GOING_ON, STOPPING].map((list) => list.map(([, one]) => one));

const DOWN: Fault = { kind: 'status', status: 503 };

describe.each(MARKED.map((marked): [string, Marked] => [nameOf(marked), marked]))('%s', (_name, marked) => {
	const place = MARKED.indexOf(marked);
	const modes = MODES.filter((_, index) => isFull || index === place % MODES.length);

	it('shows nothing of a value that cannot be read', async () => {
		for (const [field, value] of Object.entries(marked.item)) {
			const spoilt = { ...marked, item: { ...marked.item, [field]: `${String(value)} or so` } };
			for (const settings of [GOES_ON[0], STOPS[0]]) await expectNoLeak(spoilt, [DOWN], { settings });
		}
	});

	it.each(modes)('shows no secret and nobody when it goes on, with Branch On as %s', async (name, mode) => {
		const turn = place + MODES.findIndex(([other]) => other === name);
		const faults = echoes(marked, isFull ? undefined : 24, turn);
		const way = { ...mode, settings: GOES_ON[turn % GOES_ON.length] };
		expect(allItems(await expectNoLeak(marked, faults, way))).toHaveLength(faults.length);
	});

	it('shows no secret and nobody when it stops', async () => {
		for (const [index, fault] of echoes(marked, howMany(24, 2), place).entries()) {
			await expectNoLeak(marked, [fault], { settings: STOPS[index % STOPS.length] });
		}
	});

	it('shows nothing of what somebody typed into the node', async () => {
		const typed = withExpressions(marked.parameters, (field) => String(marked.item[field]));
		for (const malformed of [{}, { options: { timeout: -1 } }]) {
			const parameters = { ...typed, ...malformed };
			const { status } = await expectNoLeak(marked, [DOWN], { parameters });
			expect(status).toBe('error');
		}
	});

	it('shows nothing of a value that it does not take, or of an expression that fails', async () => {
		for (const broken of Object.keys(marked.item)) {
			const read = `$json.${broken}`;
			const expressions = [
				`${read} + "\\u0000"`,
				`[${read}]`,
				`({ is: ${read} })`,
				`JSON.parse(${read} + "x")`,
				`$json.nothing[${read}].deeper`,
				`(() => { throw new Error(${read}) })()`,
				`$(${read}).item.json.x`,
			];
			for (const [index, expression] of expressions.entries()) {
				const parameters = withExpressions(
					marked.parameters,
					(field) => `={{ ${field === broken ? expression : `$json.${field}`} }}`,
				);
				const settings = index % 2 === 0 ? STOPS[0] : GOES_ON[index % GOES_ON.length];
				await expectNoLeak(marked, [DOWN], { parameters, settings });
			}
		}
	});
});

it('knows every masked field of every credential', () => {
	const saved = markedCredentials(simulator().url);
	for (const { name, properties } of allCredentials()) {
		const masked = properties
			.filter(({ typeOptions, type }) => typeOptions?.password === true && type !== 'hidden')
			.map((property) => saved[name][property.name]);
		expect(masked.length).toBeGreaterThan(0);
		expect(secretsOf(name)).toEqual(expect.arrayContaining(masked));
	}
});

it('shows nothing of the key and the secret when no access token is given', async () => {
	const client = MARKED.find(({ credential }) => credential === 'capillaryClientApi') as Marked;
	const marked = { ...client, before: [] };
	const everything = echoesIn(marked);
	const body = JSON.stringify({ message: everything, errors: everything, data: everything });
	for (const status of [200, 400, 401, 403, 429, 500, 503]) {
		for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
			const refusal: Fault = { kind: 'body', status, body, times: Infinity };
			await expectNoLeak(marked, [refusal], { settings: { onError } });
		}
	}
});

const FETCHING = MARKED.find(({ type }) => type === 'capillaryGetOtp') as Marked;

it.each(Object.entries(encodingsOf(MARKS.letterCode)))(
	'shows nothing of a code that Capillary fetched and repeats %s',
	async (_how, echo) => {
		const code = MARKS.letterCode;
		const withCode = { ...FETCHING, marks: { ...FETCHING.marks, code } };
		const bodies: IDataObject[] = [
			{ code, validUpto: `until ${echo}`, userId: echo, more: { note: echo, [echo]: 1 } },
			{ code, errors: [{ status: false, code: 9001, message: `not ${echo}` }] },
			{ code, errors: [{ status: false, code: 4001, message: `not ${echo}` }] },
			{ code, errors: [{ status: false, code: 7777, message: echo }, { code: echo }] },
		];
		for (const [index, body] of bodies.entries()) {
			const settings = [...GOES_ON, ...STOPS][index % 5];
			await expectNoLeak(withCode, [{ kind: 'body', body: JSON.stringify(body) }], { settings });
		}
	},
);

it('finds every marked value, however it is encoded', () => {
	for (const value of new Set(MARKED.flatMap(secretsAndMarks))) {
		for (const text of Object.values(encodingsOf(value))) {
			const found = leaksIn(`It is ${text}.`, [value, 'something else']);
			expect({ text, found: found.map((leak) => leak.value) }).toEqual({ text, found: [value] });
		}
	}
	expect(leaksIn('5828 15827 58270 5827x', [MARKS.shortCode])).toEqual([]);
	expect(leaksIn(`${' '.repeat(1_500_000)}5827`, [MARKS.shortCode])).toHaveLength(1);
});

it('finds a marked value where it is shown', async () => {
	const answer: Fault = { kind: 'body', body: JSON.stringify({ code: MARKS.letterCode }) };
	const execution = await expectNoLeak(FETCHING, [answer], { parameters: { revealCode: true } });
	expect(whatTheNodeAdded(execution)).toContain(MARKS.letterCode);
	expect(whatTheNodeAdded(execution, 'code')).not.toContain(MARKS.letterCode);
	expect(printed(new Error('outer', { cause: new Error(MARKS.pid) }))).toContain(MARKS.pid);
	expect(logged.join('\n')).toContain('Start executing node "Under Test"');
});
