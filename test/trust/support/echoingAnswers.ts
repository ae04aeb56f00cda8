import type { IDataObject } from 'n8n-workflow';

import type { Fault, Simulator } from '../../../simulator';
import { contractOf } from '../../contracts';
import type { HttpAnswer } from '../../contracts/contract';
import { encodingsOf } from './encodings';
import { brings, callsBefore, secretsOf, type Call, type Marked } from './markedValues';

/** An answer of a provider that repeats a value wherever there is text. */
type EchoingAnswer = (echo: string) => Fault;

/** Where providers put words and identifiers of their own, and where they put a code. */
const TEXTS =
	/^(message|status-?desc|responseMessage|error|errorMessage|redemption_id|parentTxnId|userId|validUpto)$/i;
const CODES = /^(statusCode|responseCode|errorCode|code)$/;

/** Puts a text into every member of an answer with such a name. */
function withText(value: unknown, names: RegExp, text: string): unknown {
	if (Array.isArray(value)) return value.map((entry) => withText(entry, names, text));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			key,
			names.test(key) && typeof entry !== 'object' ? text : withText(entry, names, text),
		]),
	);
}

/** Members that no provider documents, with the value in them, as a key, and in another text. */
const undocumented = (echo: string): IDataObject => ({
	more: {
		list: [echo, { deep: `key=${echo}&end` }],
		inText: JSON.stringify({ is: echo }),
		[echo]: 'as a key',
	},
	mobile: echo,
	emailText: `Your code is ${echo}`,
	phones: [echo],
	validUpto: echo,
});

const json = (body: unknown, more: Partial<Fault> = {}): Fault => ({
	kind: 'body',
	body: JSON.stringify(body),
	...more,
});

const inTexts =
	({ status, body, path }: HttpAnswer): EchoingAnswer =>
	(echo) => {
		const filled = withText(body, TEXTS, `${echo} is ${echo}.`) as IDataObject;
		return json({ ...filled, ...undocumented(echo) }, { status, path });
	};

const asCode =
	({ status, body, path }: HttpAnswer): EchoingAnswer =>
	(echo) =>
		json(withText(body, CODES, echo), { status, path });

const STATUSES = [200, 400, 401, 403, 404, 422, 429, 500, 503];
const WORDS = { message: 'text', error: 'text', statusDesc: 'text' };

/** Answers that are no JSON object, or none at all. */
const BROKEN: EchoingAnswer[] = [
	...STATUSES.flatMap((status): EchoingAnswer[] => [
		(echo) => ({
			kind: 'xml',
			status,
			body: `<response><status><success>false</success><code>605</code><message>${echo}</message></status></response>`,
		}),
		(echo) => ({ kind: 'html', status, body: `<html><h1>${echo}</h1></html>` }),
	]),
	(echo) => ({ kind: 'halfJson', body: JSON.stringify({ message: echo, again: echo }) }),
	(echo) => ({ kind: 'body', body: echo }),
	(echo) => json(echo),
	(echo) => json([echo]),
	(echo) => ({ kind: 'redirect', body: echo, location: `/${encodeURIComponent(echo)}` }),
	() => ({ kind: 'reset' }),
	(echo) => ({ kind: 'resetAfterHeaders', body: echo }),
	() => ({ kind: 'empty' }),
];

/** The members of an answer and the types of their values. */
const shapeOf = ({ body, path }: HttpAnswer) =>
	JSON.stringify([path, body], (_key, value: unknown) =>
		typeof value === 'object' && value !== null ? value : typeof value,
	);

/**
 * The ways in which the provider of a node can answer: every documented code, every shape that its
 * contract knows, and every kind of fault. The kinds take turns, so that each part has some of them.
 */
function echoingAnswersOf({ type, before }: Marked): EchoingAnswer[] {
	const { answers, codes, answerWith } = contractOf(type);
	const isObject = ({ body }: HttpAnswer) =>
		typeof body === 'object' && body !== null && !Array.isArray(body);
	const documented = Object.keys(codes).map(answerWith).filter(isObject);
	const known = Object.values(answers).flat().filter(isObject);
	const shapes = [...new Map(known.map((answer) => [shapeOf(answer), answer])).values()];
	const withStatus = (answer: HttpAnswer, index: number) =>
		inTexts({ ...answer, status: STATUSES[index % STATUSES.length] });
	const kinds: EchoingAnswer[][] = [
		documented.map(inTexts),
		shapes.map(inTexts),
		shapes.map(withStatus),
		shapes.map(asCode),
		STATUSES.map((status) => inTexts({ status, body: WORDS })),
		BROKEN,
		...before.map(({ path }) => [400, 401, 422, 500].map((status) => inTexts({ status, body: WORDS, path }))),
	];
	const longest = Math.max(...kinds.map(({ length }) => length));
	return Array.from({ length: longest }, (_, index) =>
		kinds.flatMap((kind) => kind.slice(index, index + 1)),
	).flat();
}

/** Everything that a provider can repeat in an answer to a call: a token is known once a call has brought it. */
export function echoesIn(marked: Marked, path?: string): string[] {
	const { before, marks, credential } = marked;
	const answered = callsBefore(marked, path);
	const unknown = before.filter((call) => !answered.includes(call));
	const known = Object.values(marks).filter((value) => !unknown.some((call) => brings(call, value)));
	const values = [...known, ...secretsOf(credential)];
	return [...new Set(values.flatMap((value) => Object.values(encodingsOf(value))))];
}

/**
 * Answers, each with an encoded value, and every twelfth with all of them.
 *
 * @param howMany enough for every answer and every encoded value, if left out
 * @param turn another one pairs other answers with other values
 */
export function echoes(marked: Marked, howMany?: number, turn = 0): Fault[] {
	const answers = echoingAnswersOf(marked);
	const length = howMany ?? Math.max(echoesIn(marked).length, answers.length);
	return Array.from({ length }, (_, index) => {
		const answer = answers[(index + 11 * turn) % answers.length];
		const values = echoesIn(marked, answer('').path);
		return answer(index % 12 === 0 ? values.join(' | ') : values[(7 * index + turn) % values.length]);
	});
}

/** Lets the provider answer as arranged, one item after the other. */
export function arrange(simulator: Simulator, marked: Marked, faults: readonly Fault[]): void {
	simulator.reset();
	const isToken = ({ path }: Call) => path === '/token/generate';
	const say = ({ path, body }: Call, times: number) =>
		simulator.inject({ kind: 'body', path, body: JSON.stringify(body), times });
	for (const call of marked.before.filter(isToken)) say(call, Infinity);
	const calls = { ...marked, before: marked.before.filter((call) => !isToken(call)) };
	for (const { path, ...fault } of faults) {
		for (const call of callsBefore(calls, path)) say(call, 1);
		const struck = calls.before.find((call) => path?.endsWith(call.path));
		simulator.inject({ ...fault, path: struck?.path });
	}
}
