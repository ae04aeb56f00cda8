import type { Answer, Contract, Grants, HttpAnswer, Says } from '../contract';
import { eitherWay, http, must, mustNot, withoutUndefined } from '../parts';
import { ENCRYPT, OPERATIONS, SEALED, sealed } from './common';

/** Refusals of the caller, by what they mean. */
const ACCOUNT = {
	credentialsRefused: {
		'1031': 'INVALID BANK ID',
		'1032': 'INVALID_CLIENT_CHANNEL',
		'1049': 'INVALID SECURE CODE',
		'1262': 'CLIENT ID NOT PRESENT IN THE REQUEST',
		'1264': 'BANK ID NOT PRESENT IN THE REQUEST',
		'1310': 'XCONSUMERKEY NOT PRESENT IN REQUEST',
		'1311': 'SECURE CODE NOT PRESENT IN REQUEST',
		WAL295: 'INVALID_CLIENT_CHANNEL',
		WAL297: 'IP_NOT_ALLOWED',
		WAL298: 'INVALID SECURE CODE',
	},
	providerDown: { '1052': 'SYSTEM_ERROR', WAL294: 'SYSTEM_ERROR' },
	rejected: { WAL299: 'CHECKSUM FAILURE' },
};

/** Refusals of the request, by what they mean. */
const REQUEST = {
	recipientNotRegistered: { '1001': 'CARD_NOT_FOUND' },
	invalidRequest: {
		'1030': 'INVALID MESSAGE',
		'1055': 'MALFORMED_REQUEST',
		WAL264: 'INVALID CLIENT TXN ID',
		WAL292: 'MALFORMED_REQUEST',
		WAL300: 'REQUEST_DATETIME mandatory',
	},
	notAllowed: {
		'1081': 'OPERATION NOT ALLOWED',
		WAL293: 'PRODUCT NOT ALLOWED',
		WAL296: 'OPERATION NOT ALLOWED',
	},
};

interface Refusal {
	meaning: string;
	statusCode: string;
	message: string;
}

const listed = (table: Record<string, Record<string, string>>): Refusal[] =>
	Object.entries(table).flatMap(([meaning, codes]) =>
		Object.entries(codes).map(([statusCode, message]) => ({ meaning, statusCode, message })),
	);

const all = (refusals: Refusal[], output: string) =>
	Object.fromEntries(refusals.map(({ statusCode }) => [statusCode, output]));

export const CRYPTO_CODES = all(listed(ACCOUNT), 'Error');
export const SEND_CODES = {
	'00': 'Sent',
	...all(listed(REQUEST), 'Not Sent'),
	'429': 'Throttled',
	...CRYPTO_CODES,
};
export const VERIFY_CODES = {
	'00': 'Verified',
	'1017': 'Wrong Code',
	...all(listed(REQUEST), 'Blocked'),
	'429': 'Blocked',
	...CRYPTO_CODES,
};

const said = (responseCode: unknown, responseMessage = 'text', more: object = {}) => ({
	responseCode,
	responseMessage,
	...more,
});

/** An answer of the Encrypt API. */
const fromEncrypt = (status: number, body: unknown, says: Says): Answer => ({
	before: [],
	path: ENCRYPT,
	status,
	body,
	says,
});

/** What Encrypt and Decrypt answer in the clear, in place of what they are for. */
export const cryptoFaults = (from: (status: number, body: unknown, says: Says) => Answer): Answer[] => [
	...[200, 400, 401, 500].flatMap((status) =>
		listed(ACCOUNT).map(({ meaning: fault, statusCode, message }) =>
			from(status, said(statusCode, message), { fault, statusCode, message }),
		),
	),
	from(200, said(1262), { fault: 'credentialsRefused', statusCode: '1262', message: 'text' }),
	from(200, 'text', { fault: 'unreadable' }),
	...[400, 422].map((status) => from(status, { message: 'no' }, { fault: 'rejected', message: 'no' })),
	from(500, { message: 'down' }, { fault: 'providerDown', message: 'down' }),
	from(500, 'text', { fault: 'providerDown' }),
];

/** What answers of an operation depend on. */
interface Operation {
	/** The number of the operation; Wibmo answers with the next one. */
	messageCode: number;
	/** The last part of its path. */
	name: string;
	/** The output of a success, of a refusal, and of too many calls. */
	outputs: { yes: string; no: string; tooMany: string };
}

/** The answers of an operation. */
export function operationAnswers({ messageCode, name, outputs }: Operation): Contract['answers'] {
	const path = `${OPERATIONS}/${name}`;
	const named = { messageCode: messageCode + 1 };
	const good = said('00', 'SUCCESS', named);
	const bad = said('1017', 'INVALID OTP', named);
	const SUCCESS: Says = { statusCode: '00', message: 'SUCCESS' };

	/** An answer of the operation that is not encrypted. */
	const clear = (status: number, body: unknown, says: Says): Answer => ({
		before: [sealed],
		path,
		status,
		body,
		says,
	});
	/** An encrypted answer of the operation, by its content, and what the operation says next to it. */
	const opened = (body: unknown, says: Says, status = 200, more?: object): Answer => ({
		...((status !== 200 || more !== undefined) && {
			before: [sealed, { status, body: { token: SEALED, ...more } }],
		}),
		status: 200,
		body,
		says: { httpStatus: status, ...says },
	});
	/** An answer of Decrypt that has no content. */
	const undecrypted = (status: number, body: unknown, says: Says): Answer => ({
		status,
		body,
		says: { fault: 'undecryptable', ...says },
	});
	const inTheClear = [fromEncrypt, clear];
	const isVerify = outputs.yes === 'Verified';
	const refusals = [
		...listed(REQUEST),
		{ meaning: 'unclassified', statusCode: '7777', message: 'no' },
		...(isVerify ? [] : [{ meaning: 'unclassified', statusCode: '1017', message: 'INVALID OTP' }]),
	];
	const encrypted = { payload: 'encrypted', token: SEALED };
	const yes = (content: unknown, more?: object) =>
		opened(content, { reason: 'accepted', ...SUCCESS }, 200, more);
	const tooMany: Answer[] = [
		clear(429, { message: 'text' }, { reason: 'rateLimited', statusCode: '429', message: 'text' }),
		...inTheClear.map((from) =>
			from(429, said('7777', 'no'), { reason: 'rateLimited', statusCode: '7777', message: 'no' }),
		),
	];
	const refused: Answer[] = [
		...refusals.flatMap(({ meaning: reason, statusCode, message }) => [
			...inTheClear.flatMap((from) =>
				[200, 400].map((status) => from(status, said(statusCode, message), { reason, statusCode, message })),
			),
			...[200, 400].map((status) =>
				opened(said(statusCode, message), { reason, statusCode, message }, status),
			),
		]),
		...['0', '000', 0, 'OO', 'SUCCESS', '200', '201'].map((code) =>
			opened(said(code, 'no', named), { reason: 'unclassified', statusCode: String(code), message: 'no' }),
		),
		opened(
			{ ...said('7777', 'no'), data: good },
			{ reason: 'unclassified', statusCode: '7777', message: 'no' },
		),
	];
	return {
		[outputs.yes]: [
			yes(good),
			yes(JSON.stringify(JSON.stringify(good))),
			// One level down, next to something else, and as a text.
			yes({ first: 'no JSON', list: [], other: { a: 1 }, data: good }),
			yes({ data: JSON.stringify(good) }),
			// The message code of the request, as in samples.
			yes({ ...good, messageCode: String(messageCode) }),
			yes({ ...good, messageCode: null }),
			yes({
				...good,
				data: [said(' 00 '), JSON.stringify(said('00')), null, 7, '7', '"7"', '9007199254740993'],
			}),
			yes(good, said('00')),
			{
				...yes({ ...good, clientTxnId: 'TXN9' }),
				before: [sealed],
				parameters: encrypted,
				says: { reason: 'accepted', ...SUCCESS, reference: { clientTxnId: 'TXN9' } },
			},
		],
		...(isVerify && {
			'Wrong Code': [
				...[200, 400].map((status) =>
					clear(status, said('1017', 'no'), { reason: 'incorrectCode', statusCode: '1017', message: 'no' }),
				),
				opened(bad, { reason: 'incorrectCode', statusCode: '1017', message: 'INVALID OTP' }),
			],
		}),
		...(outputs.no === outputs.tooMany
			? { [outputs.no]: [...refused, ...tooMany] }
			: { [outputs.no]: refused, [outputs.tooMany]: tooMany }),
		Error: [
			...cryptoFaults(fromEncrypt),
			...[200, 400, 401, 500].flatMap((status) =>
				listed(ACCOUNT).flatMap(({ meaning: fault, statusCode, message }) => [
					clear(status, said(statusCode, message), { fault, statusCode, message }),
					// Whether the operation acted is open.
					undecrypted(status, said(statusCode, message), { statusCode, message }),
				]),
			),
			opened(said('1262', 'text', named), {
				fault: 'credentialsRefused',
				statusCode: '1262',
				message: 'text',
			}),
			...inTheClear.flatMap((from) =>
				Object.entries({ 401: 'credentialsRefused', 404: 'misaddressed', 503: 'providerDown' }).map(
					([status, fault]) =>
						from(Number(status), said('7777', 'no'), { fault, statusCode: '7777', message: 'no' }),
				),
			),
			// A success would be encrypted.
			...inTheClear.map((from) => from(200, good, { fault: 'unreadable', ...SUCCESS })),
			clear(400, good, { fault: 'unreadable', ...SUCCESS }),
			clear(503, good, { fault: 'providerDown', ...SUCCESS }),
			clear(400, { message: 'text' }, { fault: 'unreadable', message: 'text' }),
			clear(401, { message: 'text' }, { fault: 'credentialsRefused', message: 'text' }),
			fromEncrypt(500, { token: SEALED, message: 'down' }, { fault: 'providerDown', message: 'down' }),
			...[{}, { token: ' ' }].map((body) => fromEncrypt(200, body, { fault: 'unreadable' })),
			...[
				{ a: { b: 1 } },
				'text',
				'[]',
				[good],
				{ data: { inner: good } },
				{ a: good, b: good },
				{ a: good, b: bad },
			].map((body) => undecrypted(200, body, {})),
			undecrypted(200, { ...good, responseCode: ['00'] }, { message: 'SUCCESS' }),
			undecrypted(500, good, SUCCESS),
			undecrypted(401, { message: 'who?' }, { message: 'who?' }),
			// A refusal next to the success, wherever it stands.
			...[
				{ ...good, data: bad },
				{ ...good, data: JSON.stringify(bad) },
				{ ...good, data: JSON.stringify(JSON.stringify(bad)) },
				{ ...good, data: [good, { deeper: bad }] },
				{ data: good, other: { deeper: bad } },
				{ ...good, data: { responseCode: false } },
			].map((body) => opened(body, { fault: 'unreadable', ...SUCCESS })),
			opened(good, { fault: 'unreadable', ...SUCCESS }, 200, said('7777')),
			opened(good, { fault: 'unreadable', ...SUCCESS }, 400),
			opened(good, { fault: 'providerDown', ...SUCCESS }, 500),
			opened(said('00', 'Invalid Message', named), {
				fault: 'unreadable',
				statusCode: '00',
				message: 'Invalid Message',
			}),
			opened(
				{ ...good, clientTxnId: 'SOMEBODYELSE' },
				{ fault: 'mismatched', ...SUCCESS, reference: { clientTxnId: 'SOMEBODYELSE' } },
			),
			...[{ messageCode: messageCode + 11 }, { clientId: '7999' }, { bankId: 6060 }].flatMap((other) => {
				const answer = opened({ ...good, ...other }, { fault: 'mismatched', ...SUCCESS });
				return [answer, { ...answer, before: [sealed], parameters: encrypted }];
			}),
			// A token's own transaction is known where it was given.
			{
				...opened(
					{ ...good, clientTxnId: 'TXN9' },
					{ fault: 'mismatched', ...SUCCESS, reference: { clientTxnId: 'TXN9' } },
				),
				before: [sealed],
				parameters: { ...encrypted, additionalFields: { clientTxnId: 'TXN8' } },
			},
		],
	};
}

/** Makes the answer with a given code. Wibmo's gateway answers too many calls in the clear. */
export const answerWith =
	(messageCode?: number, name = ''): Contract['answerWith'] =>
	(responseCode): HttpAnswer =>
		responseCode === '429'
			? {
					before: [sealed],
					status: 429,
					body: { message: 'API rate limit exceeded' },
					path: `${OPERATIONS}/${name}`,
				}
			: {
					status: 200,
					body: said(responseCode, 'text', messageCode === undefined ? {} : { messageCode: messageCode + 1 }),
				};

const parts: Grants['parts'] = {
	http,
	sealed: must('the answer of the operation is encrypted', ['c2VhbGVk'], [undefined, '', null, {}]),
	responseCode: must(
		'the decrypted `responseCode` is `00`',
		['00'],
		['0', '000', 0, '200', '1017', '1001', '1262', 'SUCCESS', '', null, undefined, true, ['00']],
	),
	clear: mustNot(
		'an unencrypted `responseCode` other than `00` next to it',
		['00', ''],
		['1262', '1001', '7777'],
	),
	nested: mustNot(
		'another `responseCode` inside of it',
		[{ a: 1 }, { more: { a: 1 } }],
		[{ responseCode: '1017' }],
	),
	responseMessage: mustNot(
		'the words of a documented refusal',
		['SUCCESS', 'text', ''],
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
