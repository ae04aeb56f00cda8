import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../simulator';
import { contractOf } from '../../contracts';
import type { HttpAnswer } from '../../contracts/contract';
import type { Marked } from './markedValues';

/** An answer of a provider that repeats a value wherever there is text. */
export type EchoingAnswer = (echo: string) => Fault;

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

/** The ways in which the provider of a node can answer: all that its contract knows, and every kind of fault. */
export function echoingAnswersOf({ type, before = [] }: Marked): EchoingAnswer[] {
	const { answers, codes, answerWith } = contractOf(type);
	const known: HttpAnswer[] = [...Object.keys(codes).map(answerWith), ...Object.values(answers).flat()];
	const written = known.filter(
		({ body }) => typeof body === 'object' && body !== null && !Array.isArray(body),
	);
	return [
		...written.map(inTexts),
		...written.map(({ body }, index) => inTexts({ status: STATUSES[index % STATUSES.length], body })),
		...Object.values(answers).map(([first]) => asCode(first)),
		...STATUSES.map((status) => inTexts({ status, body: WORDS })),
		...BROKEN,
		...before.flatMap(({ path }) =>
			[400, 401, 422, 500].map((status) => inTexts({ status, body: WORDS, path })),
		),
	];
}
