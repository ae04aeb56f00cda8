import { valueAt } from '../contracts/paths';
import { wrong } from '../support/simulator';
import { HYPERVERGE_HEADERS, repeat, useClient, codeFor } from './support/client';

const EMAIL = 'user@example.com';
const MOBILE = '9812345678';
const SEND = { email: EMAIL, otpLength: '6' };
const SEND_MOBILE = { templateId: 't', mobileNumber: MOBILE };
const LENGTH = 'is not one of enum values: 4,6';

/** A refusal in the documented bytes. */
const refusal = (statusCode: number, message: string) => ({
	status: statusCode,
	text: JSON.stringify({ message, statusCode, status: 'failure' }),
});
const NOT_MATCHED = refusal(400, 'OTP not matched');
const TOO_MANY = refusal(429, 'Rate limit exceeded');

const { advance, inbox, post: postTo } = useClient();
const post = (path: string, body: unknown) => postTo(`/hyperverge/v1/${path}`, body, HYPERVERGE_HEADERS);
const send = (more = {}) => post('sendOTPEmail', { ...SEND, ...more });
const sendAndRead = async () => ({
	reqId: String(valueAt((await send()).body, 'result.message')),
	otp: codeFor(EMAIL),
});
const verify = (body: unknown) => post('verifyOTPEmail', body);
const sendMobile = (more = {}) => post('verifyMobileSendOtp', { ...SEND_MOBILE, ...more });
const verifyMobile = (otp: string) => post('verifyMobileOtp', { mobileNumber: MOBILE, otp });
const resend = (more = {}) => post('resendOtp', { mobileNumber: MOBILE, ...more });

it.each<[path: string, body: object, problem: string]>([
	['sendOTPEmail', { ...SEND, otpLength: '5' }, LENGTH],
	['sendOTPEmail', { ...SEND, widgetId: 3 }, 'is not of a type(s) string'],
	['verifyOTPEmail', { reqId: 'req-1', otp: 123456 }, 'is not of a type(s) string'],
	['retryOTPEmail', { reqId: 'req-1', otpLength: '5' }, LENGTH],
	['verifyMobileSendOtp', { ...SEND_MOBILE, otpLength: 3 }, 'is not one of enum values: 4,5,6,7,8,9'],
	['verifyMobileSendOtp', { ...SEND_MOBILE, otpExpiry: '0' }, 'must be greater than 0'],
	['resendOtp', { mobileNumber: MOBILE, retryType: 'fax' }, 'is not one of enum values: voice,text'],
])('refuses %s with %j: %s', async (path, body, problem) => {
	expect(await post(path, body)).toMatchObject(refusal(400, `Input Validation Error: ${problem}`));
	expect(inbox()).toEqual([]);
});

it.each([
	[{ emailId: EMAIL, otpLength: '4' }, 4],
	[{ email: EMAIL, otpLength: 4 }, 4],
	[{ ...SEND, extra: 1 }, 6],
])('accepts %j and sends a code of %d digits', async (body, length) => {
	expect((await post('sendOTPEmail', body)).status).toBe(200);
	expect(codeFor(EMAIL)).toHaveLength(length);
});

it('counts retries among the emails to one address, however it is spelled', async () => {
	const { reqId } = await sendAndRead();
	const [, second, third] = await repeat(3, () => post('retryOTPEmail', { reqId, otpLength: '6' }));
	expect(second.status).toBe(200);
	expect(third).toMatchObject(TOO_MANY);
	expect(await send({ email: EMAIL.toUpperCase() })).toMatchObject(TOO_MANY);
});

it('refuses a code of another request, address or widget', async () => {
	const sent = await sendAndRead();
	expect(await verify({ ...sent, reqId: 'req-unknown' })).toMatchObject(NOT_MATCHED);
	for (const more of [{ otp: wrong(sent.otp) }, { email: 'other@example.com' }, { widgetId: 'w' }]) {
		expect(await verify({ ...sent, ...more })).toMatchObject(NOT_MATCHED);
	}
});

it('repeats an email code under the same request until the length changes or the code expires', async () => {
	const { reqId, otp } = await sendAndRead();
	const retry = (otpLength: string) => post('retryOTPEmail', { reqId, otpLength });
	expect((await post('retryOTPEmail', { reqId: 'req-unknown', otpLength: '6' })).status).toBe(400);
	expect(valueAt((await retry('6')).body, 'result.message')).toBe(reqId);
	expect(inbox()[1]).toMatchObject({ to: EMAIL, code: otp });
	await retry('4');
	expect(codeFor(EMAIL)).toHaveLength(4);
	advance(601);
	await retry('4');
	expect((await verify({ reqId, otp: codeFor(EMAIL) })).status).toBe(200);
});

it('sends four digits by SMS unless another length is given', async () => {
	expect((await sendMobile()).body).toMatchObject({ status: 'success', statusCode: '200' });
	expect(inbox()).toMatchObject([{ channel: 'sms', to: MOBILE, code: expect.stringMatching(/^\d{4}$/) }]);
	await sendMobile({ otpLength: '9' });
	expect(codeFor(MOBILE)).toHaveLength(9);
});

it('verifies a mobile code for the given minutes only', async () => {
	await sendMobile({ otpExpiry: '10' });
	advance(601);
	expect(await verifyMobile(codeFor(MOBILE))).toMatchObject(NOT_MATCHED);
});

it('resends a mobile code by voice unless text is given, and counts it among the messages', async () => {
	await sendMobile();
	await resend();
	await resend({ retryType: 'text' });
	expect(await resend()).toMatchObject(TOO_MANY);
	expect(inbox().map(({ channel }) => channel)).toEqual(['sms', 'voice', 'sms']);
	expect(new Set(inbox().map(({ code }) => code)).size).toBe(1);
});
