import { read, readWith } from '../support/read';

const SEALED = 'c2VhbGVkIHBheWxvYWQ=';
const sealed = { token: SEALED };
const said = (responseCode: unknown, responseMessage = 'text', more: object = {}) => ({
	responseCode,
	responseMessage,
	...more,
});

/** The mandatory members of a decrypted answer to a sent e-mail; the transaction is not known here. */
const NAMED = { messageCode: 2081 };
const SENT = { outcome: 'sent', reason: 'accepted', statusCode: '00', message: 'SUCCESS', httpStatus: 200 };

const OPERATIONS = [
	'wibmoSendEmailOtp',
	'wibmoSendMobileOtp',
	'wibmoVerifyEmailOtp',
	'wibmoVerifyMobileOtp',
] as const;

/** What an operation reads when Encrypt, the operation and Decrypt answer like this. */
const opened = async (status: number, content: unknown, operation: object = sealed) =>
	await read('wibmoSendEmailOtp', [200, sealed], [status, operation], [200, content]);

const CALLER_CODES: Array<[code: string, text: string]> = [
	['1031', 'INVALID BANK ID'],
	['1032', 'INVALID_CLIENT_CHANNEL'],
	['1049', 'INVALID SECURE CODE'],
	['1262', 'CLIENT ID NOT PRESENT IN THE REQUEST'],
	['1264', 'BANK ID NOT PRESENT IN THE REQUEST'],
	['1310', 'XCONSUMERKEY NOT PRESENT IN REQUEST'],
	['1311', 'SECURE CODE NOT PRESENT IN REQUEST'],
	['WAL297', 'IP_NOT_ALLOWED'],
];

describe.each([200, 400, 401, 500])('a refusal of the caller in the clear, with HTTP %i', (httpStatus) => {
	describe.each(CALLER_CODES)('%s %s', (statusCode, providerMessage) => {
		const refused = { fault: 'credentialsRefused', statusCode, httpStatus, providerMessage };
		const answer: [number, unknown] = [httpStatus, said(statusCode, providerMessage)];

		it.each([...OPERATIONS, 'wibmoEncryptPayload', 'wibmoDecryptPayload'])('is that for %s', async (node) => {
			expect(await read(node, answer)).toEqual(refused);
		});

		it.each(OPERATIONS)('is that for %s from the operation', async (node) => {
			expect(await read(node, [200, sealed], answer)).toEqual(refused);
		});

		it.each(OPERATIONS)('leaves open for %s whether the operation acted, from Decrypt', async (node) => {
			expect(await read(node, [200, sealed], [200, sealed], answer)).toEqual({
				...refused,
				fault: 'undecryptable',
			});
		});
	});
});

it('reads the code of a refusal in the clear also where it is a number, or next to a token', async () => {
	const refused = { fault: 'credentialsRefused', statusCode: '1262', providerMessage: 'text' };
	expect(await read('wibmoEncryptPayload', [200, said(1262)])).toMatchObject(refused);
	expect(await read('wibmoEncryptPayload', [200, said('1262', 'text', sealed)])).toMatchObject(refused);
});

describe('a success in the clear', () => {
	const clear = said('00', 'SUCCESS', { messageCode: 1961, clientId: '7001' });
	const unreadable = { fault: 'unreadable', statusCode: '00', httpStatus: 200, providerMessage: 'SUCCESS' };

	it.each(OPERATIONS)('is none for %s', async (node) => {
		expect(await read(node, [200, clear])).toEqual(unreadable);
		expect(await read(node, [200, sealed], [200, clear])).toEqual(unreadable);
		expect(await read(node, [200, sealed], [400, clear])).toEqual({ ...unreadable, httpStatus: 400 });
		expect(await read(node, [200, sealed], [503, clear])).toMatchObject({ fault: 'providerDown' });
	});

	it('is none for Encrypt Payload', async () => {
		expect(await read('wibmoEncryptPayload', [200, clear])).toEqual(unreadable);
		expect(await read('wibmoEncryptPayload', [400, clear])).toMatchObject({
			fault: 'rejected',
			statusCode: '00',
		});
	});
});

describe('another refusal in the clear', () => {
	it.each([200, 400])('leaves by the table with HTTP %i', async (httpStatus) => {
		const answer = (code: string): [number, unknown] => [httpStatus, said(code, 'no')];
		const details = { message: 'no', httpStatus };
		expect(await read('wibmoVerifyEmailOtp', [200, sealed], answer('1017'))).toEqual({
			outcome: 'wrongCode',
			reason: 'incorrectCode',
			statusCode: '1017',
			...details,
		});
		expect(await read('wibmoSendEmailOtp', [200, sealed], answer('1001'))).toEqual({
			outcome: 'notSent',
			reason: 'recipientNotRegistered',
			statusCode: '1001',
			...details,
		});
		expect(await read('wibmoSendEmailOtp', answer('7777'))).toEqual({
			outcome: 'notSent',
			reason: 'unclassified',
			statusCode: '7777',
			...details,
		});
		expect(await read('wibmoVerifyMobileOtp', [200, sealed], answer('7777'))).toEqual({
			outcome: 'blocked',
			reason: 'unclassified',
			statusCode: '7777',
			...details,
		});
		expect(await read('wibmoEncryptPayload', answer('7777'))).toEqual({
			fault: 'rejected',
			statusCode: '7777',
			httpStatus,
			providerMessage: 'no',
		});
	});

	it.each([
		[401, { fault: 'credentialsRefused' }],
		[404, { fault: 'misaddressed' }],
		[429, { outcome: 'throttled', reason: 'rateLimited' }],
		[503, { fault: 'providerDown' }],
	])('with an unknown code goes by HTTP status %i, and keeps the code', async (status, meaning) => {
		const answer: [number, unknown] = [status, said('7777', 'no')];
		expect(await read('wibmoSendEmailOtp', answer)).toMatchObject({ ...meaning, statusCode: '7777' });
		expect(await read('wibmoSendEmailOtp', [200, sealed], answer)).toMatchObject({
			...meaning,
			statusCode: '7777',
		});
	});
});

describe('Encrypt and Decrypt', () => {
	it.each<[node: string, httpStatus: number, body: unknown, meaning: object]>([
		['wibmoSendEmailOtp', 400, { message: 'no' }, { fault: 'rejected', providerMessage: 'no' }],
		['wibmoSendEmailOtp', 422, { message: 'no' }, { fault: 'rejected', providerMessage: 'no' }],
		[
			'wibmoSendEmailOtp',
			500,
			{ ...sealed, message: 'down' },
			{ fault: 'providerDown', providerMessage: 'down' },
		],
		['wibmoSendEmailOtp', 200, {}, { fault: 'unreadable' }],
		['wibmoSendEmailOtp', 200, { token: ' ' }, { fault: 'unreadable' }],
		['wibmoEncryptPayload', 429, '', { fault: 'rateLimited' }],
		[
			'wibmoEncryptPayload',
			200,
			sealed,
			{
				outcome: 'encrypted',
				reason: 'accepted',
				statusCode: '200',
				message: 'Encrypted',
				revealed: { token: SEALED },
			},
		],
		['wibmoDecryptPayload', 400, { message: 'no' }, { fault: 'rejected', providerMessage: 'no' }],
		['wibmoDecryptPayload', 422, { message: 'no' }, { fault: 'rejected', providerMessage: 'no' }],
		['wibmoDecryptPayload', 200, 'text', { fault: 'unreadable' }],
		['wibmoDecryptPayload', 200, [said('00')], { fault: 'unreadable' }],
		['wibmoDecryptPayload', 429, '', { fault: 'rateLimited' }],
		['wibmoDecryptPayload', 500, 'text', { fault: 'providerDown' }],
		['wibmoDecryptPayload', 500, { message: 'down' }, { fault: 'providerDown', providerMessage: 'down' }],
		[
			'wibmoDecryptPayload',
			500,
			said('00', 'fine', NAMED),
			{ fault: 'providerDown', statusCode: '00', providerMessage: 'fine' },
		],
	])('%s reads %i %j', async (node, httpStatus, body, meaning) => {
		expect(await read(node, [httpStatus, body])).toEqual({ httpStatus, ...meaning });
	});

	const decrypted = (statusCode: string, message: string) => ({
		outcome: 'decrypted',
		reason: 'accepted',
		statusCode,
		message,
		httpStatus: 200,
	});

	it.each<[body: unknown, content: object]>([
		[{ note: 'n' }, { note: 'n' }],
		[JSON.stringify(JSON.stringify({ note: 'n' })), { note: 'n' }],
	])('Decrypt Payload opens %j', async (body, content) => {
		expect(await read('wibmoDecryptPayload', [200, body])).toEqual({
			...decrypted('', ''),
			reference: {},
			result: { content },
		});
	});

	it.each([
		said('00', 'fine', { clientTxnId: 'TXN1', otp: '1234', note: 'n' }),
		said('1262', 'of an operation', { clientTxnId: 'TXN1', messageCode: 2081 }),
		said('1017', 'of an operation', { clientTxnId: 'TXN1' }),
	])('Decrypt Payload opens %j without judging it', async (content) => {
		expect(await read('wibmoDecryptPayload', [200, content])).toEqual({
			...decrypted(String(content.responseCode), content.responseMessage),
			reference: { clientTxnId: 'TXN1' },
			result: { content },
		});
	});

	it('takes the operation as the one that speaks where what was decrypted names it', async () => {
		for (const named of [{ messageCode: 2081 }, { clientTxnId: 'TXN1' }]) {
			const content = said('1262', 'text', named);
			expect(await read('wibmoDecryptPayload', [200, content])).toMatchObject({ outcome: 'decrypted' });
			expect(
				await readWith(
					'wibmoSendEmailOtp',
					{ payload: 'encrypted', token: SEALED },
					[200, sealed],
					[200, content],
				),
			).toMatchObject({ fault: 'credentialsRefused', statusCode: '1262' });
		}
	});
});

describe('an operation that is refused without a token', () => {
	it.each<[status: number, meaning: object]>([
		[400, { fault: 'unreadable', httpStatus: 400, providerMessage: 'text' }],
		[401, { fault: 'credentialsRefused', httpStatus: 401, providerMessage: 'text' }],
		[
			429,
			{
				outcome: 'throttled',
				reason: 'rateLimited',
				statusCode: '429',
				message: 'text',
				httpStatus: 429,
			},
		],
	])('is read by HTTP status %i', async (status, meaning) => {
		expect(await read('wibmoSendEmailOtp', [200, sealed], [status, { message: 'text' }])).toEqual(meaning);
	});
});

describe('a decrypted answer', () => {
	const good = said('00', 'SUCCESS', NAMED);
	const bad = said('1017', 'INVALID OTP', NAMED);

	it.each<[what: string, content: unknown]>([
		['is an object', good],
		['is JSON in a text', JSON.stringify(JSON.stringify(good))],
		[
			'is one level down, next to something else',
			{ first: 'no JSON', list: [], other: { a: 1 }, data: good },
		],
		['is one level down, as a text', { data: JSON.stringify(good) }],
		['has the message code of the request, as in samples', { ...good, messageCode: '2080' }],
	])('grants where the success %s', async (_what, content) => {
		expect(await opened(200, content)).toEqual(SENT);
	});

	it.each<[what: string, content: unknown]>([
		['an object without a code', { a: { b: 1 } }],
		['no JSON', 'text'],
		['no object', '[]'],
		['a list', [good]],
		['a success two levels down', { data: { inner: good } }],
		['two answers side by side', { a: good, b: good }],
		['a success next to a refusal', { a: good, b: bad }],
		['a code that is no text and no number', { ...good, responseCode: ['00'] }],
	])('cannot be read where it is %s', async (_what, content) => {
		expect(await opened(200, content)).toMatchObject({ fault: 'undecryptable', httpStatus: 200 });
	});

	it.each<[what: string, content: object]>([
		['inside', { ...good, data: bad }],
		['inside, as a text', { ...good, data: JSON.stringify(bad) }],
		['inside, as a text in a text', { ...good, data: JSON.stringify(JSON.stringify(bad)) }],
		['inside, in a list', { ...good, data: [good, { deeper: bad }] }],
		['beside it, deeper down', { data: good, other: { deeper: bad } }],
		['inside, with a code of another type', { ...good, data: { responseCode: false } }],
	])('grants nothing where a refusal is %s', async (_what, content) => {
		expect(await opened(200, content)).toMatchObject({ fault: 'unreadable', statusCode: '00' });
	});

	it('grants where what is inside says nothing else', async () => {
		const data = [said(' 00 '), JSON.stringify(said('00')), null, 7, '7', '"7"', '9007199254740993'];
		expect(await opened(200, { ...good, data })).toEqual(SENT);
	});

	it('grants nothing where the operation refused in the clear besides', async () => {
		expect(await opened(200, good, { ...sealed, ...said('7777') })).toMatchObject({ fault: 'unreadable' });
		expect(await opened(200, good, { ...sealed, ...said('00') })).toEqual(SENT);
	});

	it.each(['0', '000', 0, 'OO', 'SUCCESS', '200', '201'])('is a refusal with the code %j', async (code) => {
		expect(await opened(200, said(code, 'no', NAMED))).toEqual({
			outcome: 'notSent',
			reason: 'unclassified',
			statusCode: String(code),
			message: 'no',
			httpStatus: 200,
		});
	});

	it.each<[what: string, status: number, content: object, meaning: object]>([
		[
			'a refusal',
			200,
			said('1030', 'INVALID MESSAGE'),
			{ outcome: 'notSent', reason: 'invalidRequest', statusCode: '1030', message: 'INVALID MESSAGE' },
		],
		[
			'a refusal with a success inside',
			200,
			{ ...said('7777', 'no'), data: good },
			{ outcome: 'notSent', reason: 'unclassified', statusCode: '7777', message: 'no' },
		],
		[
			'a refusal that came with HTTP 400',
			400,
			said('1030', 'INVALID MESSAGE'),
			{ outcome: 'notSent', reason: 'invalidRequest', statusCode: '1030', message: 'INVALID MESSAGE' },
		],
		[
			'a success that came with HTTP 400',
			400,
			good,
			{ fault: 'unreadable', statusCode: '00', providerMessage: 'SUCCESS' },
		],
		[
			'a success that came with HTTP 500',
			500,
			good,
			{ fault: 'providerDown', statusCode: '00', providerMessage: 'SUCCESS' },
		],
		[
			'a success whose words are those of a refusal',
			200,
			said('00', 'Invalid Message', NAMED),
			{ fault: 'unreadable', statusCode: '00', providerMessage: 'Invalid Message' },
		],
		[
			'another transaction',
			200,
			{ ...good, clientTxnId: 'SOMEBODYELSE' },
			{
				fault: 'mismatched',
				statusCode: '00',
				providerMessage: 'SUCCESS',
				reference: { clientTxnId: 'SOMEBODYELSE' },
			},
		],
		[
			'another operation',
			200,
			{ ...good, messageCode: 2091 },
			{ fault: 'mismatched', statusCode: '00', providerMessage: 'SUCCESS' },
		],
	])('is read for what it is: %s', async (_what, httpStatus, content, meaning) => {
		expect(await opened(httpStatus, content)).toEqual({ httpStatus, ...meaning });
	});

	it('keeps the code and the words of a Decrypt API that fails', async () => {
		expect(
			await read('wibmoSendEmailOtp', [200, sealed], [200, sealed], [500, said('00', 'SUCCESS', NAMED)]),
		).toEqual({ fault: 'undecryptable', statusCode: '00', httpStatus: 500, providerMessage: 'SUCCESS' });
		expect(await read('wibmoSendEmailOtp', [200, sealed], [200, sealed], [401, { message: 'who?' }])).toEqual(
			{
				fault: 'undecryptable',
				httpStatus: 401,
				providerMessage: 'who?',
			},
		);
	});

	it('hands on the transaction of a payload that was encrypted before', async () => {
		const parameters = { payload: 'encrypted', token: SEALED };
		const answers: Array<[number, unknown]> = [
			[200, sealed],
			[200, { ...good, clientTxnId: 'TXN9' }],
		];
		expect(await readWith('wibmoSendEmailOtp', parameters, ...answers)).toEqual({
			...SENT,
			reference: { clientTxnId: 'TXN9' },
		});
	});
});
