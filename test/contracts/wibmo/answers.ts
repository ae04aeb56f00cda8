import type { IDataObject } from 'n8n-workflow';

import type { Answer, Contract, Grants, HttpAnswer, Says } from '../contract';
import { answering, eitherWay, http, must, mustNot, withoutUndefined } from '../parts';
import { ENCRYPT, OPERATIONS, SEALED, sealed } from './common';

type Refusal = readonly [meaning: string, statusCode: string, message: string];

const listed = (table: Record<string, Record<string, string>>): Refusal[] =>
	Object.entries(table).flatMap(([meaning, codes]) =>
		Object.entries(codes).map(([statusCode, message]) => [meaning, statusCode, message] as const),
	);

/** Refusals of the caller, by what they mean. */
const ACCOUNT = listed({
	credentialsRefused: {
		...{ '1031': 'INVALID BANK ID', '1032': 'INVALID_CLIENT_CHANNEL', '1049': 'INVALID SECURE CODE' },
		'1262': 'CLIENT ID NOT PRESENT IN THE REQUEST',
		'1264': 'BANK ID NOT PRESENT IN THE REQUEST',
		'1310': 'XCONSUMERKEY NOT PRESENT IN REQUEST',
		'1311': 'SECURE CODE NOT PRESENT IN REQUEST',
		...{ WAL295: 'INVALID_CLIENT_CHANNEL', WAL297: 'IP_NOT_ALLOWED', WAL298: 'INVALID SECURE CODE' },
	},
	providerDown: { '1052': 'SYSTEM_ERROR', WAL294: 'SYSTEM_ERROR' },
	rejected: { WAL299: 'CHECKSUM FAILURE' },
});

/** Refusals of the request, by what they mean. */
const REQUEST = listed({
	recipientNotRegistered: { '1001': 'CARD_NOT_FOUND' },
	invalidRequest: {
		...{ '1030': 'INVALID MESSAGE', '1055': 'MALFORMED_REQUEST', WAL264: 'INVALID CLIENT TXN ID' },
		...{ WAL292: 'MALFORMED_REQUEST', WAL300: 'REQUEST_DATETIME mandatory' },
	},
	notAllowed: {
		...{ '1081': 'OPERATION NOT ALLOWED', WAL296: 'OPERATION NOT ALLOWED' },
		WAL293: 'PRODUCT NOT ALLOWED',
	},
});

const all = (refusals: Refusal[], output: string) =>
	Object.fromEntries(refusals.map(([, statusCode]) => [statusCode, output]));

export const CRYPTO_CODES = all(ACCOUNT, 'Error');

/** The outputs of a success, of a refusal, and of too many calls; and the codes that lead to them. */
const LABELS = {
	send: { yes: 'Sent', no: 'Not Sent', tooMany: 'Throttled', codes: {} },
	verify: { yes: 'Verified', no: 'Blocked', tooMany: 'Blocked', codes: { '1017': 'Wrong Code' } },
};

export const codesOf = (kind: 'send' | 'verify'): Contract['codes'] => {
	const { yes, no, tooMany, codes } = LABELS[kind];
	return { '00': yes, ...codes, ...all(REQUEST, no), '429': tooMany, ...CRYPTO_CODES };
};

export const said = (responseCode: unknown, responseMessage = 'text', more: object = {}) => ({
	responseCode,
	responseMessage,
	...more,
});

/** The code and the words of an answer, which every item repeats. */
function repeated(body: unknown): Says {
	const { responseCode, responseMessage, message = responseMessage } = Object(body) as IDataObject;
	const hasCode = ['string', 'number'].includes(typeof responseCode);
	return { ...(hasCode && { statusCode: String(responseCode) }), message: message as string | undefined };
}

/** An answer to the last call. */
export const answer = answering(repeated);

type From = typeof answer;

/** An answer of the Encrypt API. */
const fromEncrypt: From = (...row) => ({ before: [], path: ENCRYPT, ...answer(...row) });

/** What Encrypt and Decrypt answer in the clear, in place of what they are for. */
export const cryptoFaults = (from: From): Answer[] => [
	...[200, 400, 401, 500].flatMap((status) =>
		ACCOUNT.map(([fault, statusCode, message]) => from(status, said(statusCode, message), { fault })),
	),
	from(200, said(1262), { fault: 'credentialsRefused' }),
	from(200, 'text', { fault: 'unreadable' }),
	...[400, 422].map((status) => from(status, { message: 'no' }, { fault: 'rejected' })),
	from(500, { message: 'down' }, { fault: 'providerDown' }),
	from(500, 'text', { fault: 'providerDown' }),
];

/**
 * The answers of an operation.
 *
 * @param messageCode the number of the operation; Wibmo answers with the next one
 * @param name the last part of its path
 */
export function operationAnswers(
	kind: 'send' | 'verify',
	messageCode: number,
	name: string,
): Contract['answers'] {
	const labels = LABELS[kind];
	const named = { messageCode: messageCode + 1 };
	const good = said('00', 'SUCCESS', named);
	const bad = said('1017', 'INVALID OTP', named);
	const SUCCESS: Says = { statusCode: '00', message: 'SUCCESS' };

	/** An answer of the operation that is not encrypted. */
	const clear: From = (...row) => ({ before: [sealed], path: `${OPERATIONS}/${name}`, ...answer(...row) });
	/** An encrypted answer of the operation, by its content, and what the operation says next to it. */
	const opened = (body: unknown, says: Says, status = 200, more?: object): Answer => ({
		...((status !== 200 || more !== undefined) && {
			before: [sealed, { status, body: { token: SEALED, ...more } }],
		}),
		...answer(200, body, { httpStatus: status, ...says }),
	});
	/** An answer of Decrypt that has no content. */
	const undecrypted = (status: number, body: unknown): Answer =>
		answer(status, body, { fault: 'undecryptable' });
	const inTheClear = [fromEncrypt, clear];
	const refusals: Refusal[] = [...REQUEST, ['unclassified', '7777', 'no']];
	if (kind === 'send') refusals.push(['unclassified', '1017', 'INVALID OTP']);
	const encrypted = { payload: 'encrypted', token: SEALED };
	const yes = (content: unknown, more?: object) =>
		opened(content, { reason: 'accepted', ...SUCCESS }, 200, more);
	const tooMany: Answer[] = [
		clear(429, { message: 'text' }, { reason: 'rateLimited', statusCode: '429' }),
		...inTheClear.map((from) => from(429, said('7777', 'no'), { reason: 'rateLimited' })),
	];
	const refused: Answer[] = [
		...refusals.flatMap(([reason, statusCode, message]) =>
			[200, 400].flatMap((status) => [
				...inTheClear.map((from) => from(status, said(statusCode, message), { reason })),
				opened(said(statusCode, message), { reason }, status),
			]),
		),
		...['0', '000', 0, 'OO', 'SUCCESS', '200', '201'].map((code) =>
			opened(said(code, 'no', named), { reason: 'unclassified' }),
		),
		opened({ ...said('7777', 'no'), data: good }, { reason: 'unclassified' }),
	];
	const reference = { clientTxnId: 'TXN9' };
	const otherTransaction = opened({ ...good, ...reference }, { fault: 'mismatched', reference });
	return {
		[labels.yes]: [
			...[
				good,
				JSON.stringify(JSON.stringify(good)),
				// One level down, next to something else, and as a text.
				{ first: 'no JSON', list: [], other: { a: 1 }, data: good },
				{ data: JSON.stringify(good) },
				// The message code of the request, as in samples.
				{ ...good, messageCode: String(messageCode) },
				{ ...good, messageCode: null },
				{
					...good,
					data: [said(' 00 '), JSON.stringify(said('00')), null, 7, '7', '"7"', '9007199254740993'],
				},
			].map((content) => yes(content)),
			yes(good, said('00')),
			{
				...yes({ ...good, ...reference }),
				...{ before: [sealed], parameters: encrypted },
				says: { reason: 'accepted', ...SUCCESS, reference },
			},
		],
		...(kind === 'verify' && {
			'Wrong Code': [
				...[200, 400].map((status) => clear(status, said('1017', 'no'), { reason: 'incorrectCode' })),
				opened(bad, { reason: 'incorrectCode' }),
			],
		}),
		[labels.no]: refused,
		[labels.tooMany]: labels.no === labels.tooMany ? [...refused, ...tooMany] : tooMany,
		Error: [
			...cryptoFaults(fromEncrypt),
			...[200, 400, 401, 500].flatMap((status) =>
				ACCOUNT.flatMap(([fault, statusCode, message]) => [
					clear(status, said(statusCode, message), { fault }),
					// Whether the operation acted is open.
					undecrypted(status, said(statusCode, message)),
				]),
			),
			opened(said('1262', 'text', named), { fault: 'credentialsRefused' }),
			...inTheClear.flatMap((from) =>
				Object.entries({ 401: 'credentialsRefused', 404: 'misaddressed', 503: 'providerDown' }).map(
					([status, fault]) => from(Number(status), said('7777', 'no'), { fault }),
				),
			),
			// A success would be encrypted.
			...inTheClear.map((from) => from(200, good, { fault: 'unreadable' })),
			...[good, { message: 'text' }].map((body) => clear(400, body, { fault: 'unreadable' })),
			clear(503, good, { fault: 'providerDown' }),
			clear(401, { message: 'text' }, { fault: 'credentialsRefused' }),
			fromEncrypt(500, { token: SEALED, message: 'down' }, { fault: 'providerDown' }),
			...[{}, { token: ' ' }].map((body) => fromEncrypt(200, body, { fault: 'unreadable' })),
			...[
				...[{ a: { b: 1 } }, 'text', '[]', [good], { data: { inner: good } }],
				...[
					{ a: good, b: bad },
					{ a: good, b: good },
					{ ...good, responseCode: ['00'] },
				],
			].map((body) => undecrypted(200, body)),
			undecrypted(500, good),
			undecrypted(401, { message: 'who?' }),
			// A refusal next to the success, wherever it stands.
			...[
				...[bad, JSON.stringify(bad), JSON.stringify(JSON.stringify(bad)), [good, { deeper: bad }]],
				{ responseCode: false },
			].map((data) => opened({ ...good, data }, { fault: 'unreadable', ...SUCCESS })),
			opened({ data: good, other: { deeper: bad } }, { fault: 'unreadable', ...SUCCESS }),
			opened(good, { fault: 'unreadable' }, 200, said('7777')),
			opened(good, { fault: 'unreadable' }, 400),
			opened(good, { fault: 'providerDown' }, 500),
			opened(said('00', 'Invalid Message', named), { fault: 'unreadable' }),
			otherTransaction,
			...[{ messageCode: messageCode + 11 }, { clientId: '7999' }, { bankId: 6060 }].flatMap((other) => {
				const answer = opened({ ...good, ...other }, { fault: 'mismatched' });
				return [answer, { ...answer, before: [sealed], parameters: encrypted }];
			}),
			// A token's own transaction is known where it was given.
			{
				...{ ...otherTransaction, before: [sealed] },
				parameters: { ...encrypted, additionalFields: { clientTxnId: 'TXN8' } },
			},
		],
	};
}

/** Makes the answer with a given code. Wibmo's gateway answers too many calls in the clear. */
export const answerWith =
	(messageCode?: number, name = ''): Contract['answerWith'] =>
	(responseCode): HttpAnswer => {
		if (responseCode === '429') {
			const body = { message: 'API rate limit exceeded' };
			return { before: [sealed], status: 429, body, path: `${OPERATIONS}/${name}` };
		}
		const named = messageCode === undefined ? {} : { messageCode: messageCode + 1 };
		return { status: 200, body: said(responseCode, 'text', named) };
	};

const parts: Grants['parts'] = {
	http,
	sealed: must('the answer of the operation is encrypted', ['c2VhbGVk'], [undefined, '', null, {}]),
	responseCode: must(
		'the decrypted `responseCode` is `00`',
		['00'],
		['0', '000', 0, '200', '1017', '1001', '1262', 'SUCCESS', '', null, undefined, true, ['00']],
	),
	clear: mustNot('an unencrypted `responseCode` other than `00` next to it', ['00', ''], ['1262', '1001']),
	nested: mustNot('another `responseCode` inside of it', [{ a: { b: 1 } }], [{ responseCode: '1017' }]),
	responseMessage: mustNot(
		'the words of a documented refusal',
		['SUCCESS', ''],
		['CARD_NOT_FOUND', 'Invalid Message'],
	),
	clientTxnId: mustNot('another `clientTxnId`', ['TXN1', '', null], ['TXN2', 'txn1', 'SOMEBODYELSE']),
	clientId: mustNot('another `clientId`', ['7001', 7001, null], ['7999', 1060]),
	bankId: mustNot('another `bankId`', ['7002', 7002, null], [6060, '7003']),
	shape: eitherWay('flat', 'nested', 'text'),
	offset: mustNot('the `messageCode` of another operation', [0, 1], [2, -1, 100]),
};

/** What grants in an operation, whose number its answers repeat. */
export const grantsOf = (messageCode: number): Grants => ({
	parameters: { additionalFields: { clientTxnId: 'TXN1' } },
	parts,
	answers: ({ http: status, sealed: token, clear, offset, shape: way, ...content }) => {
		const number = offset === undefined ? undefined : messageCode + (offset as number);
		const plain = withoutUndefined({ ...content, messageCode: number });
		const text = JSON.stringify(plain);
		return [
			{ status: 200, body: { token: 'dG9rZW4=' } },
			{ status: status as number, body: withoutUndefined({ token, responseCode: clear }) },
			{ status: 200, body: way === 'flat' ? plain : { data: way === 'text' ? text : plain } },
		];
	},
});
