import { createRequire } from 'node:module';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { execute, type Execution } from '../../tools/engine';
import { allCredentials } from '../../tools/package';
import { useSimulator } from '../support/simulator';
import { echoingAnswersOf, type EchoingAnswer } from './support/echoingAnswers';
import { encodingsOf } from './support/encodings';
import { printed, whatTheNodeAdded } from './support/executionText';
import { leaksIn } from './support/leakSearch';
import { MARKED, markedCredentials, MARKS, nameOf, secretsOf, type Marked } from './support/markedValues';
import { count, howMany, isFull } from './support/totals';

const simulator = useSimulator();

/** Everything that n8n logs, at every level, and what goes to the console. */
let logged: string[] = [];

beforeAll(() => {
	const ofN8n = createRequire(require.resolve('n8n-core'));
	const { Container } = ofN8n('@n8n/di') as { Container: { get: (type: unknown) => object } };
	const { Logger } = ofN8n('@n8n/backend-common') as { Logger: { prototype: { log: () => void } } };
	Container.get(Logger);
	jest.spyOn(Logger.prototype, 'log').mockImplementation((...line: unknown[]) => {
		logged.push(printed(line));
	});
	for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
		jest.spyOn(console, method).mockImplementation((...line: unknown[]) => {
			logged.push(printed(line));
		});
	}
});
beforeEach(() => {
	logged = [];
});
afterAll(() => {
	jest.restoreAllMocks();
});

/** The marked values of a node and the secrets of its credential, by name. */
function secretsAndMarks({ credential, marks }: Marked): Record<string, string> {
	return { ...marks, ...secretsOf(credential, markedCredentials(simulator().url)[credential]) };
}

/** A marked value in one of its encodings. */
interface Encoded {
	name: string;
	text: string;
}

function encodedOf(marked: Marked): Encoded[] {
	const encoded = Object.entries(secretsAndMarks(marked)).flatMap(([name, value]) =>
		Object.values(encodingsOf(value)).map((text) => ({ name, text })),
	);
	return [...new Map(encoded.map((one) => [one.text, one])).values()];
}

/** Looks for all marked values in what an execution left behind, and counts them. */
function expectNoLeak(execution: Execution, marked: Marked): void {
	const values = Object.values(secretsAndMarks(marked));
	const text = `${whatTheNodeAdded(execution, marked.reveals)}\n${logged.join('\n')}`;
	const leaks = leaksIn(text, values);
	count('marked values searched for', values.length);
	count('marked values found', leaks.length);
	expect(leaks).toEqual([]);
}

interface Echo {
	answer: EchoingAnswer;
	echo: string;
}

/** Lets the provider answer as arranged, one item after the other. */
function arrange({ before = [] }: Marked, echoes: readonly Echo[]): void {
	simulator().reset();
	const isToken = ({ path }: { path: string }) => path === '/token/generate';
	const say = ({ path, body }: { path: string; body: IDataObject }, times: number) =>
		simulator().inject({ kind: 'body', path, body: JSON.stringify(body), times });
	for (const call of before.filter(isToken)) say(call, Infinity);
	const calls = before.filter((call) => !isToken(call));
	for (const { answer, echo } of echoes) {
		const { kind = 'body', status, path, body, text } = answer(echo);
		const position = calls.findIndex((call) => path?.endsWith(call.path));
		for (const call of position < 0 ? calls : calls.slice(0, position)) say(call, 1);
		simulator().inject({
			kind,
			...(status !== undefined && { status }),
			...(position >= 0 && { path: calls[position].path }),
			...(body !== undefined && { body: JSON.stringify(body) }),
			...(text !== undefined && { body: text }),
			...(kind === 'redirect' && { location: `/${encodeURIComponent(echo)}` }),
		});
	}
}

interface Way {
	parameters?: INodeParameters;
	settings?: Partial<INode>;
	asTool?: boolean;
}

const ONE_BY_ONE = { options: { batching: { batch: { batchSize: 1 } } } };

async function runWith(marked: Marked, way: Way, items: IDataObject[]): Promise<Execution> {
	logged = [];
	const saved = markedCredentials(simulator().url);
	return await execute(
		{
			type: marked.type + (way.asTool === true ? 'Tool' : ''),
			parameters: { ...marked.parameters, ...ONE_BY_ONE, ...way.parameters },
			settings: way.settings,
		},
		items,
		{ [marked.credential]: saved[marked.credential] },
	);
}

/** Whether a provider that answers so can know the value: a token is known once a call has brought it. */
function canEcho({ before = [], broughtBy = {} }: Marked, answer: EchoingAnswer, { name }: Encoded): boolean {
	const { path } = answer('');
	if (path === undefined || broughtBy[name] === undefined) return true;
	const positionOf = (end: string) => before.findIndex((call) => end.endsWith(call.path));
	return positionOf(path) > positionOf(broughtBy[name]);
}

/** So many pairs of an answer and an encoded value; other pairs for another turn. */
function echoesOf(marked: Marked, most: number, turn: number): Echo[] {
	const all = encodedOf(marked);
	const answers = echoingAnswersOf(marked);
	const length = isFull ? Math.max(all.length, answers.length) : most;
	return Array.from({ length }, (_, index) => {
		const answer = answers[(index + 11 * turn) % answers.length];
		const texts = all.filter((one) => canEcho(marked, answer, one)).map(({ text }) => text);
		return { answer, echo: texts[(7 * index + turn) % texts.length] };
	});
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

const RETRIES = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

const GOES_ON: Array<Partial<INode>> = [
	{ onError: 'continueErrorOutput' },
	{ onError: 'continueRegularOutput' },
	{ onError: 'continueErrorOutput', alwaysOutputData: true, ...RETRIES },
	{ onError: 'continueRegularOutput', ...RETRIES },
];

const STOPS: Array<Partial<INode>> = [{ onError: 'stopWorkflow' }, { onError: 'stopWorkflow', ...RETRIES }];

describe.each(MARKED.map((marked): [string, Marked] => [nameOf(marked), marked]))('%s', (_name, marked) => {
	const place = MARKED.indexOf(marked);
	const modes = MODES.filter((_, index) => isFull || index === place % MODES.length);

	it.each(modes)('shows no secret and nobody when it goes on, with Branch On as %s', async (name, mode) => {
		const turn = place + MODES.findIndex(([other]) => other === name);
		const echoes = echoesOf(marked, 24, turn);
		arrange(marked, echoes);
		const settings = GOES_ON[turn % GOES_ON.length];
		const execution = await runWith(
			marked,
			{ ...mode, settings },
			echoes.map(() => marked.item),
		);
		const left = Object.values(execution.outputs)
			.flat()
			.filter(({ json }) => Object.keys(json).length > 0);
		expect(left).toHaveLength(echoes.length);
		expectNoLeak(execution, marked);
	});

	it('shows no secret and nobody when it stops', async () => {
		for (const [index, echo] of echoesOf(marked, 2, place).slice(0, howMany(24, 2)).entries()) {
			arrange(marked, [echo]);
			const settings = STOPS[index % STOPS.length];
			const execution = await runWith(marked, { settings }, [marked.item]);
			expectNoLeak(execution, marked);
		}
	});

	it('shows no secret and nobody when a provider repeats everything at once', async () => {
		for (const answer of echoingAnswersOf(marked).slice(0, howMany(12, 1))) {
			const everything = encodedOf(marked)
				.filter((one) => canEcho(marked, answer, one))
				.map(({ text }) => text)
				.join(' | ');
			arrange(marked, [{ answer, echo: everything }]);
			const execution = await runWith(marked, { settings: GOES_ON[place % GOES_ON.length] }, [marked.item]);
			expectNoLeak(execution, marked);
		}
	});

	it('shows nothing of what somebody typed into the node', async () => {
		const typed = JSON.parse(
			JSON.stringify(marked.parameters).replace(/={{ \$json\.(\w+)[^}]*}}/g, (_expression, field: string) =>
				String(marked.item[field]),
			),
		) as INodeParameters;
		for (const malformed of [{}, { options: { timeout: -1 } }]) {
			arrange(marked, [{ answer: () => ({ name: '503', kind: 'status', status: 503 }), echo: '' }]);
			const execution = await runWith(marked, { parameters: { ...typed, ...malformed } }, [{}]);
			expect(execution.status).toBe('error');
			expectNoLeak(execution, marked);
		}
	});

	it('shows nothing of a value that it does not take, or of an expression that fails', async () => {
		const fields = Object.keys(marked.item);
		const reads = (field: string) => `$json.${field}`;
		for (const field of fields) {
			const broken = [
				`${reads(field)} + "\\u0000"`,
				`[${reads(field)}]`,
				`({ is: ${reads(field)} })`,
				`JSON.parse(${reads(field)} + "x")`,
				`$json.nothing[${reads(field)}].deeper`,
				`(() => { throw new Error(${reads(field)}) })()`,
				`$(${reads(field)}).item.json.x`,
			];
			for (const [index, expression] of broken.entries()) {
				const parameters = JSON.parse(
					JSON.stringify(marked.parameters).replace(
						`$json.${field}`,
						JSON.stringify(expression).slice(1, -1),
					),
				) as INodeParameters;
				arrange(marked, []);
				const settings = index % 2 === 0 ? STOPS[0] : GOES_ON[index % GOES_ON.length];
				const execution = await runWith(marked, { parameters, settings }, [marked.item]);
				expectNoLeak(execution, marked);
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
		expect(Object.values(secretsOf(name, saved[name]))).toEqual(expect.arrayContaining(masked));
	}
});

it('shows nothing of the key and the secret when no access token is given', async () => {
	const marked = MARKED.find(({ credential }) => credential === 'capillaryClientApi') as Marked;
	for (const status of [200, 400, 401, 403, 429, 500, 503]) {
		for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
			const everything = encodedOf(marked).map(({ text }) => text);
			arrange({ ...marked, before: [] }, []);
			const body = JSON.stringify({ message: everything, errors: everything, data: everything });
			simulator().inject({ path: '/token/generate', kind: 'body', status, body, times: Infinity });
			const execution = await runWith(marked, { settings: { onError } }, [marked.item]);
			expectNoLeak(execution, marked);
		}
	}
});

it.each(Object.entries(encodingsOf(MARKS.letterCode)))(
	'shows nothing of a code that Capillary fetched and repeats %s',
	async (_how, echo) => {
		const fetched = MARKED.find(({ type }) => type === 'capillaryGetOtp') as Marked;
		const withCode = { ...fetched, marks: { ...fetched.marks, letterCode: MARKS.letterCode } };
		const code = MARKS.letterCode;
		const bodies: IDataObject[] = [
			{ code, validUpto: `until ${echo}`, userId: echo, more: { note: echo, [echo]: 1 } },
			{ code, errors: [{ status: false, code: 9001, message: `not ${echo}` }] },
			{ code, errors: [{ status: false, code: 4001, message: `not ${echo}` }] },
			{ code, errors: [{ status: false, code: 7777, message: echo }, { code: echo }] },
		];
		for (const [index, body] of bodies.entries()) {
			arrange(withCode, [{ answer: () => ({ name: 'a code', body }), echo }]);
			const settings = [...GOES_ON, ...STOPS][index % 5];
			const execution = await runWith(withCode, { settings }, [withCode.item]);
			expectNoLeak(execution, withCode);
		}
	},
);

it('finds every marked value, however it is encoded', () => {
	const values = MARKED.flatMap((marked) => Object.values(secretsAndMarks(marked)));
	for (const value of new Set(values)) {
		for (const text of Object.values(encodingsOf(value))) {
			const found = leaksIn(`It is ${text}.`, [value, 'something else']);
			expect({ text, found: found.map((leak) => leak.value) }).toEqual({ text, found: [value] });
		}
	}
	expect(leaksIn('5828 15827 58270 5827x', [MARKS.shortCode])).toEqual([]);
	expect(leaksIn(`${' '.repeat(1_500_000)}5827`, [MARKS.shortCode])).toHaveLength(1);
});

it('finds a marked value where it is shown', async () => {
	const fetched = MARKED.find(({ type }) => type === 'capillaryGetOtp') as Marked;
	arrange(fetched, [{ answer: () => ({ name: 'found', body: { code: MARKS.letterCode } }), echo: '' }]);
	const execution = await runWith(fetched, { parameters: { revealCode: true } }, [fetched.item]);
	expect(execution.outputs.Found[0].json.code).toBe(MARKS.letterCode);
	expect(whatTheNodeAdded(execution)).toContain(MARKS.letterCode);
	expect(whatTheNodeAdded(execution, 'code')).not.toContain(MARKS.letterCode);
	expect(printed(new Error('outer', { cause: new Error(MARKS.pid) }))).toContain(MARKS.pid);
	expect(logged.join('\n')).toContain('Start executing node "Under Test"');
});
