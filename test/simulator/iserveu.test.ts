import { contractOf } from '../contracts';
import { ISERVEU_HEADERS, useClient, codeFor } from './support/client';

const MOBILE = '9876543210';
const STRANGER = '8144090000';
const REFERENCE = '1432452';
const [{ body: SEND }] = contractOf('iServeUSendOtp').samples.minimal.requests;

const { advance, inbox, post: postTo } = useClient();
const post = (path: string, body: unknown) =>
	postTo(`/iserveu/common/dmt-lite/unified/${path}`, body, ISERVEU_HEADERS);

/** Makes the documented request of a node, with other fields. */
const calling =
	(node: string, sample = 'minimal') =>
	(more = {}) => {
		const [{ path, body }] = contractOf(node).samples[sample].requests;
		const fields = { ...(body as object), ...(sample !== 'minimal' && { externalRefNumber: REFERENCE }) };
		return postTo(`/iserveu${path}`, { ...fields, ...more }, ISERVEU_HEADERS);
	};
const CALLS = {
	send1: calling('iServeUSendOtp'),
	send2: calling('iServeUSendOtp', 'to confirm a transaction'),
	process: calling('iServeUProcessCustomer'),
	verify: (more = {}) => calling('iServeUVerifyBeneficiary')({ externalRefNumber: REFERENCE, ...more }),
};
const { send1, send2, process, verify } = CALLS;

const SENT =
	'{ "status": "SUCCESS", "statusCode": "0", "statusDesc": "OTP Sent Successfully.", "paramA": " ", "paramB": " ", "paramC": " " }';
const NOT_SENT =
	'{ "status": "FAILED", "statusCode": "1", "statusDesc": "Failed to send OTP", "paramA": "", "paramB": "", "paramC": "" }';
const SUCCESS = { status: 200, body: { status: 'SUCCESS' } };
const refused = (statusDesc: string) => ({
	status: 200,
	body: { status: 'FAILED', statusCode: '1', statusDesc },
});
const notVerified = (text: string) => ({
	status: 200,
	body: { status: 'FAILED', statusCode: '1', 'status-desc': text },
});

it.each([
	['/common/dmt-lite/otp/send', 200],
	['/otp/send', 404],
	['/common/dmt-lite/unified/otp/verify', 404],
])('answers %s with %d', async (path, status) => {
	expect((await postTo(`/iserveu${path}`, SEND, ISERVEU_HEADERS)).status).toBe(status);
});

it.each<[keyof typeof CALLS, object, string]>([
	['send2', { requestedAmount: 1001 }, 'Requested Amount Must Not be EMPTY Or Only Number Allowed'],
	['send1', { otpType: '3' }, 'Invalid OTP Type'],
	['send1', { latLong: 7 }, 'Invalid latLong'],
	['process', { latlong: undefined, latLong: '1,1' }, 'Latlong Must Not be EMPTY'],
	['process', { pincode: '75' }, 'Pincode Must be 6 Digits'],
])('refuses the call %s with %j: %s', async (name, more, statusDesc) => {
	expect(await CALLS[name](more)).toMatchObject({
		status: 200,
		text: `{ "status": "FAILED", "statusCode": "-1", "statusDesc": "${statusDesc}" }`,
	});
	expect(inbox()).toEqual([]);
});

it('refuses a body that is no object', async () => {
	const { body } = await post('otp/send', '[]');
	expect(body).toMatchObject({ statusCode: '-1', statusDesc: 'Invalid Request' });
});

it('sends the fixed code of staging for type 1 and six random digits for type 2', async () => {
	expect(await send1()).toMatchObject({ status: 200, type: 'application/json', text: SENT });
	expect(inbox()).toMatchObject([{ provider: 'iserveu', channel: 'sms', to: MOBILE, code: '123456' }]);
	expect((await send2({ ovdType: '', ovdData: '', pid: '', email: '' })).text).toBe(SENT);
	expect(codeFor(MOBILE)).toMatch(/^\d{6}$/);
});

it('fails to send to a number that ends in 0000', async () => {
	expect(await send1({ customerMobileNumber: STRANGER })).toMatchObject({ status: 200, text: NOT_SENT });
	expect(inbox()).toEqual([]);
});

it('returns the pass-through parameters', async () => {
	const [paramA, paramB, paramC] = ['a', 'b', 'ü'];
	expect((await send1({ paramA, paramC })).body).toMatchObject({ paramA, paramB: ' ', paramC });
	const failed = await send1({ customerMobileNumber: STRANGER, paramB });
	expect(failed.body).toMatchObject({ statusCode: '1', paramA: '', paramB, paramC: '' });
	expect((await verify({ paramB: 7 })).body['status-desc']).toBe('Invalid paramB');
});

it('resends type 1 after 30 seconds, up to three times in six hours', async () => {
	await send1();
	advance(20);
	expect(await send1()).toMatchObject(refused('OTP can be resent only after 30 seconds'));
	advance(11);
	expect((await send1()).text).toBe(SENT);
	advance(31);
	expect((await send1()).text).toBe(SENT);
	advance(31);
	expect(await send1()).toMatchObject(refused('Maximum OTP limit reached. Please try again after 6 hours'));
	expect((await send1({ customerMobileNumber: '8144094482' })).text).toBe(SENT);
	advance(6 * 3600);
	expect((await send1()).text).toBe(SENT);
});

it('requires a new reference for each type 2 code', async () => {
	await send2();
	expect(await send2()).toMatchObject(refused('External Reference Number Already Used'));
	expect((await send2({ externalRefNumber: '1432453' })).text).toBe(SENT);
});

it('registers a customer only with the code and the user of the send, with or without a reference', async () => {
	expect(await process()).toMatchObject(refused('Invalid OTP'));
	await send1();
	for (const more of [{ otp: '654321' }, { username: 'somebody' }]) {
		expect(await process(more)).toMatchObject(refused('Invalid OTP'));
	}
	expect(await process({ externalRefNumber: REFERENCE })).toMatchObject(SUCCESS);
});

it('verifies a beneficiary only with the mobile number, the user and the reference of the latest send', async () => {
	await send1();
	expect(await verify()).toMatchObject(notVerified('Invalid OTP'));
	await send2();
	const first = codeFor(MOBILE);
	for (const more of [
		{ customerMobileNumber: '8144094482' },
		{ username: 'somebody' },
		{ externalRefNumber: '1432499' },
	]) {
		expect(await verify({ otp: first, ...more })).toMatchObject(notVerified('Invalid OTP'));
	}
	await send2({ externalRefNumber: '1432453' });
	expect(await verify({ otp: first })).toMatchObject(notVerified('Invalid OTP'));
	expect(await verify({ otp: codeFor(MOBILE), externalRefNumber: '1432453' })).toMatchObject(SUCCESS);
});
