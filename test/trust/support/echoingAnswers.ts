import type { IDataObject } from 'n8n-workflow';

import { contractOf } from '../../contracts';
import type { Answer } from './grantingNodes';
import type { Marked } from './markedValues';

/** An answer of a provider that repeats a value wherever there is text. */
export type EchoingAnswer = (echo: string) => Answer & { text?: string };

/** Where providers put words and identifiers of their own. */
const TEXT_KEYS = [
	'message',
	'statusDesc',
	'status-desc',
	'responseMessage',
	'error',
	'errorMessage',
	'redemption_id',
	'parentTxnId',
	'userId',
	'validUpto',
];

/** Puts the value into every text of an answer. */
function withEcho(value: unknown, echo: string): unknown {
	if (Array.isArray(value)) return value.map((entry) => withEcho(entry, echo));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			key,
			TEXT_KEYS.includes(key) && typeof entry !== 'object' ? `${echo} is ${echo}.` : withEcho(entry, echo),
		]),
	);
}

/** Members that no provider documents, with the value in them, as a key, and in another text. */
function undocumented(echo: string): IDataObject {
	return {
		more: {
			list: [echo, { deep: `key=${echo}&end` }],
			inText: JSON.stringify({ is: echo }),
			[echo]: 'as a key',
		},
		mobile: echo,
		emailText: `Your code is ${echo}`,
		phones: [echo],
		validUpto: echo,
	};
}

function echoing(name: string, body: unknown, status?: number, path?: string): EchoingAnswer {
	return (echo) => ({
		name,
		...(status !== undefined && { status }),
		...(path !== undefined && { path }),
		body: { ...(withEcho(body, echo) as IDataObject), ...undocumented(echo) },
	});
}

const REFUSALS: IDataObject[] = [
	{ status: 'failure', statusCode: 422, message: 'text', error: { message: 'text' } },
	{ status: 'failure', statusCode: 500, error: 'text' },
	{ status: 'FAILED', statusCode: '9', statusDesc: 'text' },
	{ status: 'FAILED', statusCode: '9', 'status-desc': 'text' },
	{ responseCode: '9999', responseMessage: 'text' },
	{ responseCode: '1052', responseMessage: 'text' },
	{ errors: [{ status: false, code: 7777, message: '"text"' }] },
	{
		errors: [
			{ code: 9001, message: 'text' },
			{ code: 4001, message: 'text' },
		],
	},
	{ errorCode: 4000, errorMessage: 'text' },
	{ entity: false, warnings: [{ message: 'text' }] },
	{ response: { status: { success: 'false', code: 500, message: 'text' } } },
	{
		response: {
			status: { success: 'true', message: 'x' },
			a: { item_status: { success: 'x', message: 'x' } },
		},
	},
];

const SUCCESSES: IDataObject[] = [
	{ status: 'SUCCESS', statusCode: '0', statusDesc: 'text', parentTxnId: '1' },
	{ status: 'SUCCESS', statusCode: '2', 'status-desc': 'text' },
	{ status: 'success', statusCode: '200', result: { id: 'req-1', message: 'text' } },
	{ status: 'success', statusCode: '200', result: 'req-1' },
	{ token: 'bWFya2VkTWFkZVRva2Vu' },
];

/** Bodies that put the value where a code of theirs stands. */
function asCode(name: string, body: (echo: string) => IDataObject): EchoingAnswer {
	return (echo) => ({ name, status: 400, body: body(echo) });
}

const AS_CODES: EchoingAnswer[] = [
	asCode('the value as HyperVerge code', (echo) => ({ status: 'failure', statusCode: echo, message: 'no' })),
	asCode('the value as Wibmo code', (echo) => ({ responseCode: echo, responseMessage: 'no' })),
	asCode('the value as Capillary code', (echo) => ({
		errors: [{ code: echo }, { code: 600 }, { code: echo }],
	})),
	(echo) => ({ name: 'the value as iServeU code', body: { status: 'FAILED', statusCode: echo } }),
	(echo) => ({ name: 'the value as Wibmo code', body: { responseCode: echo, responseMessage: 'no' } }),
	(echo) => ({
		name: 'the value as item code',
		body: {
			response: {
				status: { success: 'false', code: 500, message: echo },
				points: { item_status: { success: 'false', code: echo, message: echo } },
			},
		},
	}),
];

/** Answers that are no JSON, or none at all. */
const BROKEN: EchoingAnswer[] = [
	...[200, 400, 401, 403, 404, 429, 500, 503].flatMap((status): EchoingAnswer[] => [
		(echo) => ({
			name: `XML with ${status}`,
			kind: 'xml',
			status,
			text: `<response><status><success>false</success><code>605</code><message>${echo}</message></status></response>`,
		}),
		(echo) => ({ name: `HTML with ${status}`, kind: 'html', status, text: `<html><h1>${echo}</h1></html>` }),
	]),
	(echo) => ({ name: 'half a JSON', kind: 'halfJson', text: JSON.stringify({ message: echo, again: echo }) }),
	(echo) => ({ name: 'a text', text: echo }),
	(echo) => ({ name: 'a JSON text', body: echo }),
	(echo) => ({ name: 'a list', body: [echo] }),
	(echo) => ({ name: 'a redirect', kind: 'redirect', text: echo }),
	() => ({ name: 'a reset', kind: 'reset' }),
	(echo) => ({ name: 'a reset after the headers', kind: 'resetAfterHeaders', text: echo }),
	() => ({ name: 'an empty body', kind: 'empty' }),
];

/**
 * @param node the node that is answered
 * @returns the ways in which its provider can answer: every documented code, and every kind of fault
 */
export function echoingAnswersOf({ type, before = [] }: Marked): EchoingAnswer[] {
	const { codes, answerWith } = contractOf(type);
	const documented = Object.keys(codes).map((code) => {
		const { status, body, path } = answerWith(code);
		return echoing(`the code ${code}`, body, status, path);
	});
	const statuses = [200, 400, 401, 403, 404, 422, 429, 500, 503];
	return [
		...documented,
		...SUCCESSES.map((body) => echoing('a success', body)),
		...REFUSALS.flatMap((body, index) => [
			echoing('a refusal', body),
			echoing('a refusal', body, statuses[index % statuses.length]),
		]),
		...AS_CODES,
		...statuses.map((status) =>
			echoing(`HTTP ${status}`, { message: 'text', error: 'text', statusDesc: 'text' }, status),
		),
		...BROKEN,
		...before.flatMap(({ path }) =>
			[400, 401, 422, 500].map((status) => echoing(`HTTP ${status}`, { message: 'text' }, status, path)),
		),
	];
}
