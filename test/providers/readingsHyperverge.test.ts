import { read, readWith } from '../support/read';

const VERIFIES = ['hyperVergeVerifyEmailOtp', 'hyperVergeVerifyMobileOtp'];
const SENDS_EMAIL = 'hyperVergeSendEmailOtp';
const RETRIES_EMAIL = 'hyperVergeRetryEmailOtp';
/** Sends that succeed without a request ID. */
const SENDS_WITHOUT_ID = [RETRIES_EMAIL, 'hyperVergeSendMobileOtp', 'hyperVergeResendMobileOtp'];
const SENDS = [SENDS_EMAIL, ...SENDS_WITHOUT_ID];

const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln';
const UUID = '9b2f6d3e-1a77-4c1d-8d0e-0123456789ab';
const REQUEST_ID = 'req-0123456789abcdef';

/** The success envelope, with a `result` unless it is `undefined`, and with more beside it. */
const success = (result?: unknown, more: object = {}) => ({
	status: 'success',
	statusCode: '200',
	...(result !== undefined && { result }),
	...more,
});
const said = (message: unknown) => success({ message });

const meaning = (outcome: string, reason: string, statusCode: string, message: string, httpStatus = 200) => ({
	outcome,
	reason,
	statusCode,
	message,
	httpStatus,
});
const VERIFIED = meaning('verified', 'accepted', '200', 'success');
const SENT = meaning('sent', 'accepted', '200', 'success');

/** Each body on each node. */
function onEach<T extends unknown[]>(nodes: string[], cases: T[]): Array<[string, ...T]> {
	return nodes.flatMap((node) => cases.map((given): [string, ...T] => [node, ...given]));
}

/**
 * Assumption: HyperVerge does not publish the answers of its verifications. These are what its other
 * APIs and the public clients of MSG91's widget show.
 */
describe('A verification', () => {
	it.each<[string, object]>(
		onEach<[object]>(VERIFIES, [
			[success()],
			[success(undefined, { statusCode: 200 })],
			[{ status: 'success' }],
			[success(undefined, { message: 'Success', error: null, errors: [] })],
			[success(TOKEN)],
			[success(UUID)],
			[said(TOKEN)],
			[said(REQUEST_ID)],
			[said(` ${TOKEN} `)],
			[said('0123456789abcdef')],
			[said('346a6f6e4c647a323435')],
			[said('1559727420553-75c1fcfc-1111-4222-8333-123456789abc')],
			[success('OTP verified success')],
			[said('OTP verified success')],
			[said(' otp_verified_success. ')],
			[success({ message: 'OTP verified success', note: '0 failed attempts' })],
			[success({ verified: true })],
			[success({ valid: 'yes' })],
			[success({ success: true, status_code: 200, message_code: 'success', type: 'success' })],
			[success({ match: 'yes', errorCode: 0, error: '', errors: {} })],
			[success({ verified: true, isInvalid: false, expired: 'no', blocked: null })],
			[success({ verified: true, message: 'OTP verified', attempts: 3, email: 'max@example.com' })],
			[success({ verified: true, message: 'Your mobile number has been successfully verified' })],
			[success({ match: 'yes', details: { match: { value: 'yes', confidence: 'high' } } })],
			[success({ verified: true, summary: { action: 'pass', details: [] } })],
		]),
	)('%s is a yes: %j', async (node, body) => {
		expect(await read(node, [200, body])).toEqual(VERIFIED);
	});

	it.each(
		onEach<[unknown, string, string, string]>(VERIFIES, [
			['otp_expired', 'expired', 'codeExpired', 'otp_expired'],
			['OTP expired', 'expired', 'codeExpired', 'OTP expired'],
			['OtpExpired', 'expired', 'codeExpired', 'OtpExpired'],
			['invalid_otp', 'wrongCode', 'incorrectOrExpired', 'invalid_otp'],
			['OTP not match', 'wrongCode', 'incorrectOrExpired', 'OTP not match'],
			["OTP doesn't match", 'wrongCode', 'incorrectOrExpired', "OTP doesn't match"],
			['OTP is invalid or expired', 'wrongCode', 'incorrectOrExpired', 'OTP is invalid or expired'],
			['Invalid OTP, 2 attempts left', 'wrongCode', 'incorrectOrExpired', 'Invalid OTP, 2 attempts left'],
			['No attempts left', 'blocked', 'attemptsExhausted', 'No attempts left'],
			[
				'max_limit_reached_for_this_otp_verification',
				'blocked',
				'attemptsExhausted',
				'max_limit_reached_for_this_otp_verification',
			],
			['OTP retry count maxed out', 'blocked', 'attemptsExhausted', 'OTP retry count maxed out'],
			['Mobile no. already verified', 'blocked', 'noValidCode', 'Mobile no. already verified'],
			['No OTP request found to retryotp', 'blocked', 'noValidCode', 'No OTP request found to retryotp'],
			['Requests rate limit exceeded', 'blocked', 'rateLimited', 'Requests rate limit exceeded'],
			['Input Validation Error: otp', 'blocked', 'invalidRequest', 'Input Validation Error: otp'],
		]),
	)(
		'%s hears "%s" inside a success and in a refusal: %s, %s',
		async (node, words, outcome, reason, message) => {
			const expected = meaning(outcome, reason, '200', message);
			expect(await read(node, [200, said(words)])).toEqual(expected);
			expect(await read(node, [200, success(words)])).toEqual(expected);
			expect(await read(node, [200, success(TOKEN, { message: words })])).toEqual(expected);
			const refused = { status: 'failure', statusCode: 400, message: words };
			expect(await read(node, [400, refused])).toEqual(meaning(outcome, reason, '400', message, 400));
		},
	);

	it.each(
		onEach<[object, string, string, string, string]>(VERIFIES, [
			[{ match: 'no' }, 'wrongCode', 'incorrectOrExpired', '200', 'match: no'],
			[{ verified: false }, 'wrongCode', 'incorrectOrExpired', '200', 'verified: false'],
			[{ verified: 0 }, 'wrongCode', 'incorrectOrExpired', '200', 'verified: 0'],
			[{ verified: 'no' }, 'wrongCode', 'incorrectOrExpired', '200', 'verified: no'],
			[{ verified: true, match: { value: 'no' } }, 'wrongCode', 'incorrectOrExpired', '200', 'match: no'],
			[{ verified: true, is_blocked: 'y' }, 'blocked', 'attemptsExhausted', '200', 'is blocked: y'],
			[{ verified: true, isValid: 'N' }, 'wrongCode', 'incorrectOrExpired', '200', 'is valid: N'],
			[{ verified: true, otp_mismatch: 1 }, 'wrongCode', 'incorrectOrExpired', '200', 'otp mismatch: 1'],
			[{ verified: true, notVerified: true }, 'wrongCode', 'incorrectOrExpired', '200', 'not verified: true'],
			[{ verified: true, isExpired: true }, 'expired', 'codeExpired', '200', 'is expired: true'],
			[{ verified: true, blocked: 'yes' }, 'blocked', 'attemptsExhausted', '200', 'blocked: yes'],
			[{ verified: true, otpStatus: 'EXPIRED' }, 'expired', 'codeExpired', '200', 'EXPIRED'],
			[{ verified: true, status: 'failed' }, 'wrongCode', 'incorrectOrExpired', '200', 'failed'],
			[{ status_code: 422 }, 'wrongCode', 'incorrectOrExpired', '422', ''],
			[{ status_code: '429', verified: true }, 'blocked', 'rateLimited', '429', ''],
			[
				{ success: false, status_code: 422, message: 'otp_expired', message_code: 'expired' },
				'expired',
				'codeExpired',
				'422',
				'success: false; otp_expired; expired',
			],
			[
				{ type: 'error', message: 'OTP not match' },
				'wrongCode',
				'incorrectOrExpired',
				'200',
				'OTP not match; type: error',
			],
			[
				{ message: TOKEN, details: { summary: 'Invalid OTP' } },
				'wrongCode',
				'incorrectOrExpired',
				'200',
				'Invalid OTP',
			],
			[
				{ verified: true, errors: [{ reason: 'invalid_otp' }] },
				'wrongCode',
				'incorrectOrExpired',
				'200',
				'invalid_otp; errors',
			],
		]),
	)(
		'%s lets the denial %j inside a success leave as %s, %s',
		async (node, result, outcome, reason, code, message) => {
			expect(await read(node, [200, success(result)])).toEqual(meaning(outcome, reason, code, message));
		},
	);

	it.each(
		onEach<[unknown, string]>(VERIFIES, [
			[success(null), ''],
			[success({}), ''],
			[success([]), ''],
			[success([TOKEN]), ''],
			[success(''), ''],
			[said(''), ''],
			[success(true), ''],
			[success(200), '200'],
			[success('yes'), 'yes'],
			[success('success'), 'success'],
			[success('verified'), 'verified'],
			[said('OTP verified'), 'OTP verified'],
			[said('OTP verified successfully'), 'OTP verified successfully'],
			[said('Verification pending'), 'Verification pending'],
			[said(`OTP verified success${' '.repeat(2000)}not`), '…'],
			[said(`OTP verified success${' '.repeat(200)}not`), 'OTP verified success not'],
			[said('req-not-yet'), 'req-not-yet'],
			[said('req-beef'), 'req-beef'],
			[said('req-1x'), 'req-1x'],
			[said('0123456789abcde'), '…'],
			[said(`no-${TOKEN}`), '…'],
			[success({ verified: true, message: 'OTP verified, but late' }), 'OTP verified, but late'],
			[success({ verified: true, status_code: 4221 }), 'status code: 4221'],
			[success({ verified: true, status_code: 1422 }), 'status code: 1422'],
			[said('req-'), 'req-'],
			[said('req-exceeded1'), '…'],
			[said('MAXLIMITREACHED3'), '…'],
			[said('abcdef01'), 'abcdef01'],
			[said(`${TOKEN} but no`), '… but no'],
			[said('eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0'), '…'],
			[success({ verified: 'true' }), 'verified: true'],
			[success({ verified: 1 }), 'verified: 1'],
			[success({ verified: 'YES' }), 'verified: YES'],
			[success({ verified: null }), 'verified: '],
			[success({ Verified: true }), ''],
			[success({ verified: { value: 'yes' } }), ''],
			[success({ details: { verified: true } }), ''],
			[success({ ok: true, confirmed: true }), ''],
			[success({ verified: true, valid: 'perhaps' }), 'valid: perhaps'],
			[success({ verified: true, status: 'pending' }), 'pending'],
			[success({ verified: true, state: 'in progress' }), 'in progress'],
			[success({ verified: true, status_code: 204 }), 'status code: 204'],
			[success({ verified: true, code: 'E7' }), 'code: E7'],
			[success({ verified: true, blocked: 2 }), 'blocked: 2'],
			[success({ verified: true, type: 'error' }), 'type: error'],
			[success({ verified: true, error: 'no idea' }), 'no idea'],
			[success({ verified: true, error: { id: 7 } }), 'error'],
			[success({ verified: true, errorCode: 703 }), '703'],
			[success({ verified: true, message: false }), 'false'],
			[success({ verified: true, message: 'Try it once more' }), 'Try it once more'],
			[success({ verified: true, reason: ['a', 'b'] }), 'a; b'],
			[success({ verified: true, summary: { action: 'manualReview' } }), 'manualReview'],
			[success(TOKEN, { error: 'not now' }), 'not now'],
			[success(undefined, { data: { verified: 'perhaps' } }), 'verified: perhaps'],
		]),
	)('%s takes %j for neither a yes nor a no', async (node, body, providerMessage) => {
		const reading = await read(node, [200, body]);
		expect(reading).toEqual({
			fault: 'unreadable',
			statusCode: '200',
			httpStatus: 200,
			hint: expect.stringMatching(/did not say explicitly that the code was right/) as string,
			providerMessage: providerMessage || undefined,
		});
	});

	it.each(
		onEach(
			VERIFIES,
			['201', '400', '422', 'success', '', null, true, {}].map((statusCode): [unknown] => [statusCode]),
		),
	)('%s trusts no success with the code %j', async (node, statusCode) => {
		expect(await read(node, [200, success(TOKEN, { statusCode })])).toMatchObject({ fault: 'unreadable' });
	});

	it.each(onEach<[unknown]>(VERIFIES, [['Success'], ['SUCCESS'], ['ok'], [true], [null], [['success']]]))(
		'%s trusts no status %j',
		async (node, status) => {
			expect(await read(node, [200, success(TOKEN, { status })])).toMatchObject({ fault: 'unreadable' });
		},
	);

	it.each(onEach<[number]>(VERIFIES, [[300], [400], [401], [404], [429]]))(
		'%s trusts no success with HTTP %i',
		async (node, status) => {
			expect(await read(node, [status, success(TOKEN)])).toEqual({
				fault: 'unreadable',
				statusCode: '200',
				httpStatus: status,
				providerMessage: 'success',
			});
		},
	);

	it.each(
		onEach<[number, object, object]>(VERIFIES, [
			[
				400,
				{ status: 'failure', statusCode: 400, message: 'No Input Validation Error' },
				meaning('wrongCode', 'incorrectOrExpired', '400', 'No Input Validation Error', 400),
			],
			[422, { status: 'failure', error: 'no' }, meaning('wrongCode', 'incorrectOrExpired', '422', 'no', 422)],
			[
				400,
				{ status: 'failure', statusCode: 400, error: { message: 'Input Validation Error: otp' } },
				meaning('blocked', 'invalidRequest', '400', 'Input Validation Error: otp', 400),
			],
			[
				200,
				{ status: 'failure', result: { verified: true } },
				meaning('wrongCode', 'incorrectOrExpired', '200', '', 200),
			],
			[
				200,
				{ status: 'failure', statusCode: '423', message: 'Locked' },
				meaning('blocked', 'attemptsExhausted', '423', 'Locked', 200),
			],
			[
				404,
				{ status: 'error', message: 'No OTP request found' },
				meaning('blocked', 'noValidCode', '404', 'No OTP request found', 404),
			],
			[
				404,
				{ status: 'failure', statusCode: 404, message: 'Invalid reqId' },
				meaning('blocked', 'noValidCode', '404', 'Invalid reqId', 404),
			],
			[
				401,
				{ message: 'Missing/Invalid credentials', statusCode: 401, status: 'failure' },
				{
					fault: 'credentialsRefused',
					statusCode: '401',
					httpStatus: 401,
					providerMessage: 'Missing/Invalid credentials',
				},
			],
			[
				429,
				{ status: 'failure', statusCode: 429, error: 'Requests rate limit exceeded' },
				meaning('blocked', 'rateLimited', '429', 'Requests rate limit exceeded', 429),
			],
		]),
	)('%s reads the refusal %i %j', async (node, httpStatus, body, expected) => {
		expect(await read(node, [httpStatus, body])).toEqual(expected);
	});
});

describe('A send', () => {
	it.each(
		onEach(SENDS_WITHOUT_ID, [
			[success()],
			[success({})],
			[said('otp_sent_successfully')],
			[said('OTP sent successfully to your email')],
			[said('OTP sent to jane.doe@example.com')],
			[said('The verification code has been resent to xxxxxx3210')],
			[success({ success: true, status_code: 200, errors: [], message: 'Success' })],
			[success({ message: 'Call initiated', validity: '10 minutes' })],
		]),
	)('%s is a yes without an ID: %j', async (node, body) => {
		expect(await read(node, [200, body])).toEqual(SENT);
	});

	it.each([REQUEST_ID, 'req-9', UUID, '346a6f6e4c647a323435', 'aB3dE5gH7jK9', 'ref-98x7k2q1', 1234567890])(
		'takes %s for an ID',
		async (id) => {
			for (const body of [said(id), success(id)]) {
				const [sent, retried, ...mobile] = await Promise.all(
					SENDS.map(async (node) => await read(node, [200, body])),
				);
				expect(sent).toEqual({ ...SENT, reference: { requestId: String(id) } });
				expect(retried).toEqual({ ...SENT, reference: { returnedRequestId: String(id) } });
				expect(mobile).toEqual([SENT, SENT]);
			}
		},
	);

	it('names no ID twice', async () => {
		expect(await read(RETRIES_EMAIL, [200, said('req-1')])).toEqual(SENT);
	});

	it.each<[unknown, string]>([
		[success(), ''],
		[success({}), ''],
		[success({ reqId: 5 }), ''],
		[said('otp_sent_successfully'), 'otp_sent_successfully'],
		[said('OTP sent successfully to your email'), 'OTP sent successfully to your email'],
		[said('Success'), 'Success'],
	])('by e-mail is no yes without an ID: %j', async (body, providerMessage) => {
		expect(await read(SENDS_EMAIL, [200, body])).toEqual({
			fault: 'unreadable',
			statusCode: '200',
			httpStatus: 200,
			hint: expect.stringMatching(/without a request ID/) as string,
			providerMessage: providerMessage || undefined,
		});
	});

	it.each(
		onEach<[unknown, string, string, string, string]>(SENDS, [
			[said('OTP retry count maxed out'), 'throttled', 'sendLimit', '200', 'OTP retry count maxed out'],
			[said('MaxLimitReached12345'), 'throttled', 'sendLimit', '200', '…'],
			[
				said('Requests rate limit exceeded'),
				'throttled',
				'rateLimited',
				'200',
				'Requests rate limit exceeded',
			],
			[said('Please wait 30 seconds'), 'throttled', 'cooldown', '200', 'Please wait 30 seconds'],
			[
				said('OTP sent to you, but delivery failed'),
				'notSent',
				'deliveryFailed',
				'200',
				'OTP sent to you, but delivery failed',
			],
			[said('Mobile no. already verified'), 'notSent', 'noValidCode', '200', 'Mobile no. already verified'],
			[
				said('No OTP request found to retryotp'),
				'notSent',
				'noValidCode',
				'200',
				'No OTP request found to retryotp',
			],
			[said('otp_expired'), 'notSent', 'noValidCode', '200', 'otp_expired'],
			[said('invalid_mobile'), 'notSent', 'invalidRecipient', '200', 'invalid_mobile'],
			[success({ sent: false }), 'notSent', 'unclassified', '200', 'sent: false'],
			[success({ status_code: 429 }), 'throttled', 'rateLimited', '429', ''],
			[success({ status_code: '422', message: 'hm' }), 'notSent', 'unclassified', '422', 'hm'],
		]),
	)('%s hears the refusal in %j: %s, %s', async (node, body, outcome, reason, code, message) => {
		expect(await read(node, [200, body])).toEqual(meaning(outcome, reason, code, message));
	});

	it.each(
		onEach<[unknown, string]>(SENDS, [
			[said('Something else'), 'Something else'],
			[said('ERROR_422'), 'ERROR_422'],
			[said('otp_count_3'), 'otp_count_3'],
			[said('id 12345678'), 'id 12345678'],
			[said('E422'), 'E422'],
			[said('some-thing-12345678'), '…'],
			[success({ status: 'queued' }), 'queued'],
			[success({ error: 'hm' }), 'hm'],
			[success(undefined, { error: { message: 'hm' } }), 'hm; error'],
		]),
	)('%s takes %j for neither a yes nor a no', async (node, body, providerMessage) => {
		expect(await read(node, [200, body])).toEqual({
			fault: 'unreadable',
			statusCode: '200',
			httpStatus: 200,
			hint: expect.stringMatching(/did not confirm that a code was sent/) as string,
			providerMessage,
		});
	});

	it.each(
		onEach<[number, unknown, object]>(SENDS, [
			[
				422,
				{ status: 'failure', message: 'no', error: 'other' },
				meaning('notSent', 'unclassified', '422', 'no', 422),
			],
			[
				400,
				{
					status: 'failure',
					statusCode: 400,
					message: 'Input Validation Error: is not one of enum values: 4,6',
				},
				meaning(
					'notSent',
					'invalidRequest',
					'400',
					'Input Validation Error: is not one of enum values: 4,6',
					400,
				),
			],
			[
				400,
				{ status: 'failure', statusCode: 503, message: 'DEPENDENCY SERVER BUSY' },
				{
					fault: 'providerDown',
					statusCode: '503',
					httpStatus: 400,
					providerMessage: 'DEPENDENCY SERVER BUSY',
				},
			],
			[
				500,
				{ statusCode: 500, status: 'failure', error: 'Internal Server Error' },
				{
					fault: 'providerDown',
					statusCode: '500',
					httpStatus: 500,
					providerMessage: 'Internal Server Error',
				},
			],
			[
				400,
				{ status: 'failure', statusCode: 1500, message: 'x' },
				meaning('notSent', 'unclassified', '1500', 'x', 400),
			],
			[
				400,
				{ status: 'failure', statusCode: 5001, message: 'x' },
				meaning('notSent', 'unclassified', '5001', 'x', 400),
			],
			[
				400,
				{ status: 'failure', statusCode: 401, message: 'Missing/Invalid credentials' },
				{
					fault: 'credentialsRefused',
					statusCode: '401',
					httpStatus: 400,
					providerMessage: 'Missing/Invalid credentials',
				},
			],
			[
				400,
				{ status: 'perhaps', message: 'hm' },
				{ fault: 'unreadable', httpStatus: 400, providerMessage: 'hm' },
			],
			[400, 'hm', { fault: 'unreadable', httpStatus: 400 }],
			[
				200,
				{ status: 'success', statusCode: '201', message: 'hm', result: {} },
				{ fault: 'unreadable', statusCode: '201', httpStatus: 200, providerMessage: 'hm' },
			],
			[
				404,
				{ status: 'error', message: 'No OTP request found to retryotp' },
				meaning('notSent', 'noValidCode', '404', 'No OTP request found to retryotp', 404),
			],
			[
				429,
				{ status: 'failure', statusCode: 429, error: 'Requests rate limit exceeded' },
				meaning('throttled', 'rateLimited', '429', 'Requests rate limit exceeded', 429),
			],
			[429, {}, meaning('throttled', 'rateLimited', '429', '', 429)],
		]),
	)('%s reads %i %j', async (node, httpStatus, body, expected) => {
		expect(await read(node, [httpStatus, body])).toEqual(expected);
	});

	it.each([
		[400, { ...said(REQUEST_ID), status: 'failure', statusCode: 401 }, { fault: 'credentialsRefused' }],
		[400, said(REQUEST_ID), { fault: 'unreadable' }],
		[200, success({ message: REQUEST_ID, error: 'hm' }), { fault: 'unreadable' }],
		[200, success({ message: REQUEST_ID, sent: false }), { outcome: 'notSent' }],
	])('keeps the ID whatever becomes of the answer: %i %j', async (httpStatus, body, expected) => {
		expect(await read(SENDS_EMAIL, [httpStatus, body])).toMatchObject({
			...expected,
			reference: { requestId: REQUEST_ID },
		});
		expect(await read(RETRIES_EMAIL, [httpStatus, body])).toMatchObject({
			...expected,
			reference: { returnedRequestId: REQUEST_ID },
		});
	});
});

describe.each([...VERIFIES, ...SENDS])('%s', (node) => {
	it.each([
		[404, { status: 'failure', statusCode: 404, message: 'Not Found' }],
		[404, { status: 'error', message: 'Cannot POST /v1/verifyMobileOtp' }],
		[404, { status: 'error', message: 'The requested resource was not found' }],
	])('calls %i %j a wrong address', async (httpStatus, body) => {
		expect(await read(node, [httpStatus, body])).toMatchObject({
			fault: 'misaddressed',
			providerMessage: body.message,
		});
	});

	it.each(['metadata', 'metaData'])('compares the transaction ID under %s', async (key) => {
		const journey = { additionalFields: { transactionId: 'journey-1' } };
		const answer = async (transactionId: string) =>
			await readWith(node, journey, [200, success(REQUEST_ID, { [key]: { requestId: '7', transactionId } })]);
		expect(await answer('journey-1')).toMatchObject({ reason: 'accepted' });
		expect(await answer('journey-2')).toMatchObject({ fault: 'mismatched', httpStatus: 200 });
	});
});

it('keeps the request ID of an answer to another transaction', async () => {
	const body = success(REQUEST_ID, { metadata: { transactionId: 'not-mine' } });
	expect(await read(SENDS_EMAIL, [200, body])).toMatchObject({
		fault: 'mismatched',
		reference: { requestId: REQUEST_ID },
	});
});

it('reads an answer of HyperVerge that was not asked for its form: a number, a list, nothing', async () => {
	for (const node of [...VERIFIES, ...SENDS]) {
		for (const body of ['7', '[]', 'null', '""', '']) {
			expect(await read(node, [200, body])).toEqual({ fault: 'unreadable', httpStatus: 200 });
		}
	}
});

it.each([
	'otp ',
	'invalid ',
	'expired ',
	'otp_',
	'req-',
	'a',
	'A',
	'Aa',
	'0',
	'-',
	' ',
	'@',
	'\ud83d\ude00',
	'otp sent to 0',
])('reads a megabyte of "%s" in place of words at once, and grants nothing for it', async (piece) => {
	const words = piece.repeat(1_000_000 / piece.length);
	const bodies = [
		success({ message: words, [words]: words, reason: `otp sent to ${words} x` }),
		said(`${words}.x`),
		{ status: 'error', message: words },
	];
	const start = performance.now();
	for (const node of ['hyperVergeVerifyEmailOtp', 'hyperVergeRetryEmailOtp']) {
		for (const body of bodies)
			expect(await read(node, [200, body])).not.toMatchObject({ reason: 'accepted' });
	}
	expect(performance.now() - start).toBeLessThan(5000);
});

describe('words of a refusal that are written in more than one way', () => {
	const refused = (message: string, statusCode = 400) => ({ status: 'failure', statusCode, message });

	it.each([
		['Invalid reqid', 'noValidCode'],
		['Invalid req id', 'noValidCode'],
		['OTP not found', 'noValidCode'],
		['Max reached', 'attemptsExhausted'],
		['Maximum reached', 'attemptsExhausted'],
		['The tries exceed it', 'attemptsExhausted'],
		['No attempt left', 'attemptsExhausted'],
		['0 more attempts', 'attemptsExhausted'],
		['Code mismatch', 'incorrectOrExpired'],
	])('Verify reads %s as %s', async (message, reason) => {
		for (const node of ['hyperVergeVerifyEmailOtp', 'hyperVergeVerifyMobileOtp']) {
			expect(await read(node, [400, refused(message)])).toMatchObject({ reason });
			expect(await read(node, [200, { status: 'success', result: { message } }])).toMatchObject({ reason });
		}
	});

	it.each([
		['Invalid email', 'invalidRecipient'],
		['Invalid e-mail', 'invalidRecipient'],
		['Max reached', 'sendLimit'],
		['You exceed the quota', 'sendLimit'],
		['Come back in 1 second', 'cooldown'],
		['Come back in 1 minute', 'cooldown'],
		['The gateway did fail', 'deliveryFailed'],
		['Gateway failure', 'deliveryFailed'],
	])('a send reads %s as %s', async (message, reason) => {
		for (const node of ['hyperVergeSendEmailOtp', 'hyperVergeResendMobileOtp']) {
			expect(await read(node, [400, refused(message)])).toMatchObject({ reason });
		}
	});

	it('takes a 404 that names the request for a refusal, however the request is written', async () => {
		for (const message of ['Unknown reqid', 'Unknown request ID']) {
			const answer = { status: 'error', message };
			expect(await read('hyperVergeVerifyEmailOtp', [404, answer])).toMatchObject({ statusCode: '404' });
			expect(await read('hyperVergeVerifyEmailOtp', [404, answer])).not.toHaveProperty('fault');
		}
	});

	it.each([401, 403])(
		'takes the code %i in a body for refused credentials, whatever the HTTP status',
		async (code) => {
			for (const node of ['hyperVergeVerifyMobileOtp', 'hyperVergeSendMobileOtp']) {
				const fault = 'credentialsRefused';
				expect(await read(node, [400, refused('no', code)])).toMatchObject({
					fault,
					statusCode: String(code),
				});
			}
		},
	);
});
