import { startSimulator, type Simulator } from '../../simulator';
import { call, codeFor, HYPERVERGE_HEADERS, valueAt, without, wrongFor, type Reply } from './support/client';

const MISSING_CREDENTIALS = '{"message":"Missing/Invalid credentials","statusCode":401,"status":"failure"}';
const WRONG_LENGTH =
	'{"message":"Input Validation Error: is not one of enum values: 4,6","statusCode":400,"status":"failure"}';
const NOT_MATCHED = '{"message":"OTP not matched","statusCode":400,"status":"failure"}';
const TOO_MANY = '{"message":"Rate limit exceeded","statusCode":429,"status":"failure"}';

describe('HyperVerge in the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.close());

	const post = (
		path: string,
		body: unknown,
		headers: Record<string, string> = HYPERVERGE_HEADERS,
	): Promise<Reply> => call(simulator, 'POST', `/hyperverge/v1/${path}`, { headers, body });
	const send = (email = 'user@example.com') => post('sendOTPEmail', { email, otpLength: '6' });
	const requestIdOf = (reply: Reply) => String(valueAt(reply, 'result', 'message'));

	describe('credentials', () => {
		it.each(['appId', 'appKey'])('refuses a request without %s with the documented bytes', async (name) => {
			const reply = await post(
				'sendOTPEmail',
				{ email: 'user@example.com', otpLength: '6' },
				without(HYPERVERGE_HEADERS, name),
			);
			expect([reply.status, reply.text]).toEqual([401, MISSING_CREDENTIALS]);
		});

		it('refuses a wrong key on every call', async () => {
			const headers = { ...HYPERVERGE_HEADERS, appKey: 'wrong' };
			for (const path of [
				'sendOTPEmail',
				'verifyOTPEmail',
				'retryOTPEmail',
				'verifyMobileSendOtp',
				'verifyMobileOtp',
				'resendOtp',
			]) {
				expect((await post(path, {}, headers)).text).toBe(MISSING_CREDENTIALS);
			}
		});

		it('asks for a transactionId', async () => {
			const headers = without(HYPERVERGE_HEADERS, 'transactionId');
			const reply = await post('sendOTPEmail', { email: 'user@example.com', otpLength: '6' }, headers);
			expect([reply.status, reply.body.message]).toEqual([400, 'Missing required request parameters']);
		});
	});

	describe('send e-mail', () => {
		it('answers with the documented body and sends one message', async () => {
			const reply = await send();
			expect(reply.status).toBe(200);
			expect(reply.type).toBe('application/json');
			const requestId = requestIdOf(reply);
			expect(reply.text).toBe(`{"status":"success","statusCode":"200","result":{"message":"${requestId}"}}`);
			expect(simulator.inbox()).toMatchObject([
				{
					id: 1,
					provider: 'hyperverge',
					channel: 'email',
					to: 'user@example.com',
					code: expect.stringMatching(/^\d{6}$/),
				},
			]);
			expect(simulator.inbox()[0]?.text).toContain(codeFor(simulator, 'user@example.com'));
		});

		it('takes the address under emailId, too', async () => {
			expect((await post('sendOTPEmail', { emailId: 'user@example.com', otpLength: '4' })).status).toBe(200);
			expect(codeFor(simulator, 'user@example.com')).toHaveLength(4);
		});

		it('takes the length as a number', async () => {
			expect((await post('sendOTPEmail', { email: 'user@example.com', otpLength: 4 })).status).toBe(200);
		});

		it.each(['5', 5, '', 'six', null, '04'])(
			'refuses the length %p with the documented bytes',
			async (otpLength) => {
				const reply = await post('sendOTPEmail', { email: 'user@example.com', otpLength });
				expect([reply.status, reply.text]).toEqual([400, WRONG_LENGTH]);
			},
		);

		it.each([
			[{ otpLength: '6' }, 'requires property "email"'],
			[{ email: '', otpLength: '6' }, 'requires property "email"'],
			[{ email: 7, otpLength: '6' }, 'is not of a type(s) string'],
			[{ email: 'user@example.com' }, 'requires property "otpLength"'],
			[{ email: 'nobody', otpLength: '6' }, 'does not conform to the "email" format'],
			[{ email: 'user@mail.invalid', otpLength: '6' }, 'does not conform to the "email" format'],
			[{ email: 'user@example.com', otpLength: '6', widgetId: 3 }, 'is not of a type(s) string'],
		])('refuses %j', async (body, problem) => {
			const reply = await post('sendOTPEmail', body);
			expect([reply.status, reply.body]).toEqual([
				400,
				{ message: `Input Validation Error: ${problem}`, statusCode: 400, status: 'failure' },
			]);
			expect(simulator.inbox()).toEqual([]);
		});

		it('takes fields that it does not know', async () => {
			expect(
				(await post('sendOTPEmail', { email: 'user@example.com', otpLength: '6', extra: 1 })).status,
			).toBe(200);
		});

		it('does not read a body that is not declared as JSON', async () => {
			const reply = await call(simulator, 'POST', '/hyperverge/v1/sendOTPEmail', {
				headers: HYPERVERGE_HEADERS,
				body: { email: 'user@example.com', otpLength: '6' },
				contentType: 'text/plain',
			});
			expect(reply.status).toBe(400);
		});

		it('limits the messages to one address, and to nobody else', async () => {
			for (let count = 0; count < 3; count += 1) expect((await send()).status).toBe(200);
			expect(await send()).toMatchObject({ status: 429, text: TOO_MANY });
			expect((await send('USER@example.com')).status).toBe(429);
			expect((await send('other@example.com')).status).toBe(200);
			simulator.advance(61);
			expect((await send()).status).toBe(200);
		});
	});

	describe('verify e-mail', () => {
		const verify = (reqId: string, otp: string, more = {}) => post('verifyOTPEmail', { reqId, otp, ...more });

		it('accepts the right code once', async () => {
			const requestId = requestIdOf(await send());
			const code = codeFor(simulator, 'user@example.com');
			const accepted = await verify(requestId, code, { email: 'User@example.com' });
			expect(accepted).toMatchObject({ status: 200, body: { status: 'success', statusCode: '200' } });
			expect(valueAt(accepted, 'result', 'message')).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
			expect(await verify(requestId, code)).toMatchObject({ status: 400, text: NOT_MATCHED });
		});

		it('refuses a wrong code, an unknown request, another address and an expired code alike', async () => {
			const requestId = requestIdOf(await send());
			const code = codeFor(simulator, 'user@example.com');
			expect(await verify(requestId, wrongFor(code))).toMatchObject({ status: 400, text: NOT_MATCHED });
			expect((await verify('req-unknown', code)).text).toBe(NOT_MATCHED);
			expect((await verify(requestId, code, { email: 'other@example.com' })).text).toBe(NOT_MATCHED);
			expect((await verify(requestId, code, { widgetId: 'w' })).text).toBe(NOT_MATCHED);
			simulator.advance(601);
			expect((await verify(requestId, code)).text).toBe(NOT_MATCHED);
		});

		it('keeps the code until just before it expires', async () => {
			const requestId = requestIdOf(await send());
			simulator.advance(590);
			expect((await verify(requestId, codeFor(simulator, 'user@example.com'))).status).toBe(200);
		});

		it.each([
			[{ otp: '123456' }, 'requires property "reqId"'],
			[{ reqId: 'req-1' }, 'requires property "otp"'],
			[{ reqId: 'req-1', otp: 123456 }, 'is not of a type(s) string'],
		])('refuses %j', async (body, problem) => {
			expect((await post('verifyOTPEmail', body)).body.message).toBe(`Input Validation Error: ${problem}`);
		});

		it('lets nobody guess more than five times a minute', async () => {
			const requestId = requestIdOf(await send());
			const code = codeFor(simulator, 'user@example.com');
			for (let count = 0; count < 5; count += 1) await verify(requestId, wrongFor(code));
			expect(await verify(requestId, code)).toMatchObject({ status: 429, text: TOO_MANY });
			simulator.advance(61);
			expect((await verify(requestId, code)).status).toBe(200);
		});
	});

	describe('retry e-mail', () => {
		it('repeats the code under the same request', async () => {
			const requestId = requestIdOf(await send());
			const retried = await post('retryOTPEmail', { reqId: requestId, otpLength: '6' });
			expect(requestIdOf(retried)).toBe(requestId);
			const [first, second] = simulator.inbox();
			expect(second).toMatchObject({ to: 'user@example.com', code: first?.code });
		});

		it('makes a new code for another length or after the first has expired', async () => {
			const requestId = requestIdOf(await send());
			await post('retryOTPEmail', { reqId: requestId, otpLength: '4' });
			expect(codeFor(simulator, 'user@example.com')).toHaveLength(4);
			simulator.advance(601);
			await post('retryOTPEmail', { reqId: requestId, otpLength: '4' });
			const code = codeFor(simulator, 'user@example.com');
			expect((await post('verifyOTPEmail', { reqId: requestId, otp: code })).status).toBe(200);
		});

		it('counts towards the limit of the address', async () => {
			const requestId = requestIdOf(await send());
			await post('retryOTPEmail', { reqId: requestId, otpLength: '6' });
			await post('retryOTPEmail', { reqId: requestId, otpLength: '6' });
			expect((await post('retryOTPEmail', { reqId: requestId, otpLength: '6' })).text).toBe(TOO_MANY);
		});

		it('refuses an unknown request and a wrong length', async () => {
			expect((await post('retryOTPEmail', { reqId: 'req-unknown', otpLength: '6' })).status).toBe(400);
			const requestId = requestIdOf(await send());
			expect((await post('retryOTPEmail', { reqId: requestId, otpLength: '5' })).text).toBe(WRONG_LENGTH);
		});
	});

	describe('mobile', () => {
		const mobile = '9812345678';
		const sendMobile = (more = {}) =>
			post('verifyMobileSendOtp', { templateId: 't', mobileNumber: mobile, ...more });

		it('sends four digits by SMS unless another length is asked for', async () => {
			expect((await sendMobile()).body).toMatchObject({ status: 'success', statusCode: '200' });
			expect(simulator.inbox()[0]).toMatchObject({
				channel: 'sms',
				to: mobile,
				code: expect.stringMatching(/^\d{4}$/),
			});
			await sendMobile({ otpLength: '9' });
			expect(codeFor(simulator, mobile)).toHaveLength(9);
		});

		it.each([
			[{ mobileNumber: mobile }, 'requires property "templateId"'],
			[{ templateId: 't', mobileNumber: '+919812345678' }, 'does not match pattern "^[0-9]{10}$"'],
			[{ templateId: 't', mobileNumber: mobile, otpLength: 3 }, 'is not one of enum values: 4,5,6,7,8,9'],
			[{ templateId: 't', mobileNumber: mobile, otpExpiry: '0' }, 'must be greater than 0'],
		])('refuses %j', async (body, problem) => {
			const reply = await post('verifyMobileSendOtp', body);
			expect([reply.status, reply.body.message]).toEqual([400, `Input Validation Error: ${problem}`]);
		});

		it('verifies by the number alone, once', async () => {
			await sendMobile();
			const code = codeFor(simulator, mobile);
			expect((await post('verifyMobileOtp', { mobileNumber: mobile, otp: wrongFor(code) })).text).toBe(
				NOT_MATCHED,
			);
			expect((await post('verifyMobileOtp', { mobileNumber: mobile, otp: code })).status).toBe(200);
			expect((await post('verifyMobileOtp', { mobileNumber: mobile, otp: code })).text).toBe(NOT_MATCHED);
		});

		it('lets a code expire after the minutes that were asked for', async () => {
			await sendMobile({ otpExpiry: '10' });
			simulator.advance(601);
			const reply = await post('verifyMobileOtp', { mobileNumber: mobile, otp: codeFor(simulator, mobile) });
			expect(reply.text).toBe(NOT_MATCHED);
		});

		it('resends by voice unless text is asked for', async () => {
			await sendMobile();
			await post('resendOtp', { mobileNumber: mobile });
			await post('resendOtp', { mobileNumber: mobile, retryType: 'text' });
			const sent = simulator.inbox();
			expect(sent.map(({ channel }) => channel)).toEqual(['sms', 'voice', 'sms']);
			expect(new Set(sent.map(({ code }) => code)).size).toBe(1);
			expect((await post('resendOtp', { mobileNumber: mobile })).status).toBe(429);
		});

		it('has nothing to resend to a number without a code', async () => {
			expect((await post('resendOtp', { mobileNumber: mobile })).status).toBe(400);
			expect((await post('resendOtp', { mobileNumber: mobile, retryType: 'fax' })).status).toBe(400);
		});
	});

	it('knows no other path and no other method', async () => {
		expect((await post('sendOtpEmail', {})).status).toBe(404);
		expect(
			(await call(simulator, 'GET', '/hyperverge/v1/sendOTPEmail', { headers: HYPERVERGE_HEADERS })).status,
		).toBe(404);
		expect(
			(await call(simulator, 'POST', '/hyperverge/sendOTPEmail', { headers: HYPERVERGE_HEADERS, body: {} }))
				.status,
		).toBe(404);
	});
});
