import { wrong } from '../support/simulator';
import { type HeaderTexts, repeat, useClient, WIBMO_HEADERS, codeFor } from './support/client';

const EMAIL = 'user@example.com';
const MOBILE = '919999900001';
const STRANGER = '919999900000';

const { inbox, post } = useClient();
const crypto = (
	path: 'encrypt' | 'decrypt',
	body: unknown,
	headers: HeaderTexts = { 'x-api-key': WIBMO_HEADERS['x-api-key'] },
) => post(`/wibmo/api/v2/${path}`, body, headers);
const operate = (path: string, body: unknown, headers: HeaderTexts = WIBMO_HEADERS) =>
	post(`/wibmo/uat/sbx/api/onboarding/v1/${path}`, body, headers);

/** Encrypts, operates and decrypts. */
async function run(path: string, plaintext: object, headers: HeaderTexts = WIBMO_HEADERS) {
	const operated = await operate(path, (await crypto('encrypt', plaintext)).body, headers);
	expect([operated.status, Object.keys(operated.body)]).toEqual([200, ['token']]);
	return await crypto('decrypt', operated.body);
}

let transactions = 0;
const common = (messageCode: unknown) => {
	transactions += 1;
	return { messageCode, clientTxnId: `TXN${transactions}`, requestDateTime: '20240814191400' };
};
const FIELDS = {
	sentOtpEmail: () => ({ ...common(2080), email: EMAIL, productId: 1 }),
	sentOtpMobile: () => ({ ...common(1940), cardHolderMobileNumber: MOBILE, productId: 1 }),
	verifyEmailOtp: () => ({ ...common('2090'), emailId: EMAIL, otp: '123456' }),
	verifyMobileOtp: () => ({ ...common('1960'), mobileNumber: MOBILE, otp: '123456' }),
};
const perform = (path: keyof typeof FIELDS, more: object) => run(path, { ...FIELDS[path](), ...more });
const sendEmail = (more = {}) => perform('sentOtpEmail', more);
const sendMobile = (more = {}) => perform('sentOtpMobile', more);
const verifyEmail = (otp: unknown, more = {}) => perform('verifyEmailOtp', { otp, ...more });
const verifyMobile = (otp: unknown, more = {}) => perform('verifyMobileOtp', { otp, ...more });
const answered = (responseCode: string, more = {}) => ({ status: 200, body: { responseCode, ...more } });

it('encrypts to a different token each time, in whole blocks, and decrypts it again', async () => {
	const plaintext = '{"messageCode":2080,"email":"ünïcode@example.com","nested":{"a":[1,null]}}';
	const [first, second] = await repeat(2, () => crypto('encrypt', plaintext));
	expect(first.text).toMatch(/^\{"token":"[A-Za-z0-9+/]+=*"\}$/);
	const [one, other] = [first, second].map(({ body }) => Buffer.from(String(body.token), 'base64'));
	expect(one).toHaveLength(96);
	expect(one.subarray(0, 16)).not.toEqual(other.subarray(0, 16));
	expect(one.subarray(16)).not.toEqual(other.subarray(16));
	const decrypted = await crypto('decrypt', first.body);
	expect(decrypted).toMatchObject({ status: 200, type: 'application/json', text: plaintext });
});

it.each(['', 'no token', 'QUJD', 'A'.repeat(64), 7, undefined])('refuses the token %p', async (token) => {
	expect((await crypto('decrypt', { token })).status).toBe(400);
	const operated = await operate('sentOtpEmail', { token });
	expect(operated.status).toBe(200);
	const malformed = answered('1055', { responseMessage: 'MALFORMED_REQUEST', clientTxnId: '' });
	expect(await crypto('decrypt', operated.body)).toMatchObject(malformed);
});

it('encrypts JSON objects only, and knows each call under one of its two addresses', async () => {
	expect((await crypto('encrypt', [1])).status).toBe(400);
	for (const path of ['/api/onboarding/v1/sentOtpEmail', '/uat/sbx/api/v2/encrypt'])
		expect((await post(`/wibmo${path}`, {}, WIBMO_HEADERS)).status).toBe(404);
});

it.each(['sentOtpEmail', 'sendOtpEmail'])(
	'sends an email under the path %s, also for numbers as text',
	async (path) => {
		const reply = await run(path, { ...FIELDS.sentOtpEmail(), messageCode: '2080', productId: '1' });
		expect(reply).toMatchObject(answered('00', { messageCode: 2081 }));
		expect(inbox()).toMatchObject([{ channel: 'email', to: EMAIL, subject: expect.any(String) }]);
	},
);

it.each<[keyof typeof FIELDS, object]>([
	['sentOtpEmail', { messageCode: 1940 }],
	['sentOtpEmail', { clientTxnId: 'x'.repeat(101) }],
	['sentOtpEmail', { requestDateTime: '20230230112800' }],
	['sentOtpEmail', { productId: undefined }],
	['sentOtpEmail', { otp_generation_type: '2' }],
	['verifyEmailOtp', { emailId: undefined, email: EMAIL }],
])('answers %s with %p with 1030', async (path, more) => {
	const reply = await perform(path, more);
	expect(reply).toMatchObject(answered('1030', { responseMessage: 'INVALID MESSAGE' }));
	expect(inbox()).toEqual([]);
});

it('answers 1001 to a recipient who is not registered, unless the check is skipped', async () => {
	const unknown = answered('1001', { responseMessage: 'CARD_NOT_FOUND' });
	const byEmail = { email: 'Stranger.7@example.com' };
	const byMobile = { cardHolderMobileNumber: STRANGER };
	expect(await sendEmail(byEmail)).toMatchObject(unknown);
	expect(await sendEmail({ ...byEmail, emailVerifySkipFlag: false })).toMatchObject(unknown);
	expect(await sendMobile(byMobile)).toMatchObject(unknown);
	expect(await verifyMobile('1', { mobileNumber: STRANGER })).toMatchObject(unknown);
	expect(inbox()).toEqual([]);
	expect(await sendEmail({ ...byEmail, emailVerifySkipFlag: true })).toMatchObject(answered('00'));
	expect(await sendMobile({ ...byMobile, smsVerifySkipFlag: true })).toMatchObject(answered('00'));
	const skipped = { mobileNumber: STRANGER, smsVerifySkipFlag: true };
	expect(await verifyMobile(wrong(codeFor(STRANGER)), skipped)).toMatchObject(answered('1017'));
});

it('refuses a transaction ID that was used before', async () => {
	expect(await sendEmail({ clientTxnId: 'ONCE' })).toMatchObject(answered('00'));
	expect(await sendEmail({ clientTxnId: 'ONCE' })).toMatchObject(answered('1030'));
	expect(await verifyEmail('1', { clientTxnId: 'ONCE' })).toMatchObject(answered('1030'));
});

it('repeats the code for generation type 1 and makes a new one for 0', async () => {
	await sendEmail();
	const first = codeFor(EMAIL);
	await sendEmail({ otp_generation_type: '1' });
	expect(codeFor(EMAIL)).toBe(first);
	await sendEmail({ otp_generation_type: '0' });
	const newest = codeFor(EMAIL);
	if (newest !== first) expect(await verifyEmail(first)).toMatchObject(answered('1017'));
	expect(await verifyEmail(newest)).toMatchObject(answered('00'));
});

it('accepts the mobile number under the name that the send uses, and the code as a number', async () => {
	await sendMobile();
	const code = codeFor(MOBILE);
	const otp = code.startsWith('0') ? code : Number(code);
	const sameName = { mobileNumber: undefined, cardHolderMobileNumber: MOBILE };
	expect(await verifyMobile(otp, sameName)).toMatchObject(answered('00'));
});
