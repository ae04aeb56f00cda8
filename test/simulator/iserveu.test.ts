import { startSimulator, SIMULATOR_ACCOUNTS, type Simulator } from '../../simulator';
import { call, codeFor, ISERVEU_HEADERS, without, wrongFor, type Reply } from './support/client';

const MOBILE = '8144094481';
const { username } = SIMULATOR_ACCOUNTS.iserveu;
const TYPE_1 = {
	customerMobileNumber: MOBILE,
	username,
	otpType: '1',
	ovdType: 'Aadhaar Card',
	ovdData: '123412341234',
};
const TYPE_2 = {
	customerMobileNumber: MOBILE,
	username,
	otpType: '2',
	externalRefNumber: '1432452',
	requestedAmount: '1001',
};
const PROCESS = {
	mobileNumber: MOBILE,
	name: 'Swagatika',
	otp: '123456',
	username,
	latlong: '20.29_85.82',
	publicIP: '203.0.113.7',
};
const BENEFICIARY = {
	externalRefNumber: '1432452',
	accountNumber: '1',
	beneBankName: 'b',
	beneMobileNumber: '9812345678',
	beneName: 'Bene',
	bankCode: 'SBIN',
	beneIfscCode: 'SBIN0225500',
	transactionMode: 'IMPS',
	customerName: 'c',
	customerMobileNumber: MOBILE,
	pincode: '751002',
	address: 'a',
	isHoldTransaction: false,
	username,
	latLong: '20.29,85.82',
	customerIP: '203.0.113.7',
};

const SENT =
	'{ "status": "SUCCESS", "statusCode": "0", "statusDesc": "OTP Sent Successfully.", "paramA": " ", "paramB": " ", "paramC": " " }';
const FAILED =
	'{ "status": "FAILED", "statusCode": "1", "statusDesc": "Failed to send OTP", "paramA": "", "paramB": "", "paramC": "" }';
const AMOUNT =
	'{ "status": "FAILED", "statusCode": "-1", "statusDesc": "Requested Amount Must Not be EMPTY Or Only Number Allowed" }';

describe('iServeU in the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.close());

	const post = (
		path: string,
		body: unknown,
		headers: Record<string, string> = ISERVEU_HEADERS,
	): Promise<Reply> => call(simulator, 'POST', `/iserveu/common/dmt-lite/unified/${path}`, { headers, body });
	const send = (body: unknown) => post('otp/send', body);
	const process = (more = {}) => post('customer/process-customer-registration', { ...PROCESS, ...more });
	const verify = (more = {}) => post('transaction/verify-bene', { ...BENEFICIARY, ...more });
	const standing = async (mobileNumber = MOBILE) =>
		(await post('customer/get-customer', { mobileNumber, username, latlong: '1,1', publicIP: '1.1.1.1' }))
			.body.statusCode;
	const refused = (statusDesc: string) => ({
		status: 200,
		body: { status: 'FAILED', statusCode: '1', statusDesc },
	});

	it.each(['client_id', 'client_secret'])('refuses a wrong or missing %s with HTTP 401', async (name) => {
		const expected = [401, '{"status":"FAILED","statusCode":"401","statusDesc":"Unauthorized"}'];
		const wrong = await post('otp/send', TYPE_1, { ...ISERVEU_HEADERS, [name]: 'wrong' });
		expect([wrong.status, wrong.text]).toEqual(expected);
		const missing = await post('otp/send', TYPE_1, without(ISERVEU_HEADERS, name));
		expect([missing.status, missing.text]).toEqual(expected);
	});

	it('listens with and without "unified" in the path, and nowhere else', async () => {
		const at = (path: string) =>
			call(simulator, 'POST', `/iserveu${path}`, { headers: ISERVEU_HEADERS, body: TYPE_1 });
		expect((await at('/common/dmt-lite/otp/send')).text).toBe(SENT);
		expect((await at('/otp/send')).status).toBe(404);
		expect((await at('/common/dmt-lite/unified/otp/verify')).status).toBe(404);
	});

	describe('send', () => {
		it('answers type 1 with the documented bytes and sends the fixed code of staging', async () => {
			const reply = await send(TYPE_1);
			expect([reply.status, reply.type, reply.text]).toEqual([200, 'application/json', SENT]);
			expect(simulator.inbox()).toMatchObject([
				{ provider: 'iserveu', channel: 'sms', to: MOBILE, code: '123456' },
			]);
		});

		it('answers type 2 with the documented bytes and sends six random digits', async () => {
			expect((await send(TYPE_2)).text).toBe(SENT);
			expect(codeFor(simulator, MOBILE)).toMatch(/^\d{6}$/);
		});

		it('gives back the pass-through parameters', async () => {
			const reply = await send({ ...TYPE_1, paramA: 'a', paramC: 'ü' });
			expect(reply.body).toMatchObject({ paramA: 'a', paramB: ' ', paramC: 'ü' });
			const failed = await send({ ...TYPE_1, customerMobileNumber: '8144090000', paramB: 'b' });
			expect(failed.body).toMatchObject({ statusCode: '1', paramA: '', paramB: 'b', paramC: '' });
		});

		it('fails for a number that ends in 0000 with the documented bytes', async () => {
			const reply = await send({ ...TYPE_1, customerMobileNumber: '8144090000' });
			expect([reply.status, reply.text]).toEqual([200, FAILED]);
			expect(simulator.inbox()).toEqual([]);
		});

		it.each(['', 'many', '10.5', undefined, 1001])(
			'refuses the amount %p with the documented text',
			async (requestedAmount) => {
				const reply = await send({ ...TYPE_2, requestedAmount });
				expect([reply.status, reply.text]).toEqual([200, AMOUNT]);
			},
		);

		it.each([
			[{ ...TYPE_1, customerMobileNumber: '81440944' }, 'Invalid Mobile Number'],
			[{ ...TYPE_1, customerMobileNumber: 8144094481 }, 'Invalid Mobile Number'],
			[{ ...TYPE_1, username: '' }, 'Username Must Not be EMPTY'],
			[{ ...TYPE_1, otpType: '3' }, 'Invalid OTP Type'],
			[{ ...TYPE_1, otpType: 1 }, 'Invalid OTP Type'],
			[{ ...TYPE_1, ovdType: undefined }, 'OVD Type Must Not be EMPTY'],
			[{ ...TYPE_1, ovdData: undefined }, 'OVD Data Must Not be EMPTY'],
			[{ ...TYPE_1, ovdData: '1234' }, 'OVD Data Must be 12 Digits'],
			[{ ...TYPE_1, latLong: 7 }, 'Invalid latLong'],
			[{ ...TYPE_2, externalRefNumber: '12345' }, 'External Reference Number Must be 6 To 22 Characters'],
			[
				{ ...TYPE_2, externalRefNumber: '1'.repeat(23) },
				'External Reference Number Must be 6 To 22 Characters',
			],
			[{ ...TYPE_2, externalRefNumber: undefined }, 'External Reference Number Must be 6 To 22 Characters'],
			['[]', 'Invalid Request'],
		])('refuses %j with code -1 and HTTP 200', async (body, statusDesc) => {
			expect(await send(body)).toMatchObject({
				status: 200,
				body: { status: 'FAILED', statusCode: '-1', statusDesc },
			});
			expect(simulator.inbox()).toEqual([]);
		});

		it('takes unused fields that are empty', async () => {
			expect((await send({ ...TYPE_2, ovdType: '', ovdData: '', pid: '', email: '' })).text).toBe(SENT);
		});

		it('resends type 1 only after 30 seconds', async () => {
			await send(TYPE_1);
			simulator.advance(20);
			expect(await send(TYPE_1)).toMatchObject(refused('OTP can be resent only after 30 seconds'));
			simulator.advance(11);
			expect((await send(TYPE_1)).text).toBe(SENT);
		});

		it('sends three type 1 codes in six hours', async () => {
			for (let count = 0; count < 3; count += 1) {
				expect((await send(TYPE_1)).text).toBe(SENT);
				simulator.advance(31);
			}
			expect(await send(TYPE_1)).toMatchObject(
				refused('Maximum OTP limit reached. Please try again after 6 hours'),
			);
			expect((await send({ ...TYPE_1, customerMobileNumber: '8144094482' })).text).toBe(SENT);
			simulator.advance(6 * 3600);
			expect((await send(TYPE_1)).text).toBe(SENT);
		});

		it('wants a new reference for every type 2 code', async () => {
			await send(TYPE_2);
			expect(await send(TYPE_2)).toMatchObject(refused('External Reference Number Already Used'));
			expect((await send({ ...TYPE_2, externalRefNumber: '1432453' })).text).toBe(SENT);
		});
	});

	describe('process customer', () => {
		it('registers the customer with the right code, once', async () => {
			await send(TYPE_1);
			const reply = await process();
			expect([reply.status, reply.text]).toEqual([
				200,
				`{ "name": "Swagatika", "mobileNumber": "${MOBILE}", "statusCode": "2", "statusDesc": "Customer verified successfully and Ovd Data Updated", "KYCTypeFlag": true, "status": "SUCCESS" }`,
			]);
			expect(await process()).toMatchObject(refused('Invalid OTP'));
		});

		it('refuses a wrong code, a code that was never sent, and another user', async () => {
			expect(await process()).toMatchObject(refused('Invalid OTP'));
			await send(TYPE_1);
			expect(await process({ otp: '654321' })).toMatchObject(refused('Invalid OTP'));
			expect(await process({ username: 'somebody' })).toMatchObject(refused('Invalid OTP'));
			expect((await process({ externalRefNumber: '1432452' })).body.status).toBe('SUCCESS');
		});

		it('lets a code expire after three minutes', async () => {
			await send(TYPE_1);
			simulator.advance(181);
			expect(await process()).toMatchObject(refused('OTP expired'));
		});

		it('blocks after five wrong codes until a new one is sent', async () => {
			await send(TYPE_1);
			for (let count = 0; count < 5; count += 1) {
				expect(await process({ otp: '654321' })).toMatchObject(refused('Invalid OTP'));
			}
			expect(await process()).toMatchObject(refused('Maximum OTP attempts exceeded'));
			simulator.advance(31);
			await send(TYPE_1);
			expect((await process()).body.status).toBe('SUCCESS');
		});

		it.each([
			[{ name: '' }, 'Name Must Not be EMPTY'],
			[{ otp: undefined }, 'OTP Must Not be EMPTY'],
			[{ latlong: undefined, latLong: '1,1' }, 'Latlong Must Not be EMPTY'],
			[{ publicIP: undefined }, 'Public IP Must Not be EMPTY'],
			[{ mobileNumber: undefined }, 'Invalid Mobile Number'],
			[{ pincode: '75' }, 'Pincode Must be 6 Digits'],
			[{ externalRefNumber: 1432452 }, 'Invalid externalRefNumber'],
		])('refuses %j with code -1', async (more, statusDesc) => {
			expect((await process(more)).body).toEqual({ status: 'FAILED', statusCode: '-1', statusDesc });
		});
	});

	describe('get customer', () => {
		it('follows a customer from unknown over created to verified', async () => {
			expect(await standing()).toBe('0');
			await send(TYPE_1);
			expect(await standing()).toBe('1');
			await process();
			expect(await standing()).toBe('2');
		});

		it('answers the documented failures', async () => {
			expect(await standing('8144090000')).toBe('4');
			expect(await standing('814')).toBe('-1');
			const reply = await post('customer/get-customer', {
				mobileNumber: MOBILE,
				username: '',
				latlong: '1,1',
				publicIP: '1.1.1.1',
			});
			expect(reply).toMatchObject({ status: 200, body: { status: 'FAILED', statusCode: '-1' } });
		});
	});

	describe('verify beneficiary', () => {
		const refusedBeneficiary = (text: string) => ({
			status: 200,
			body: { status: 'FAILED', statusCode: '1', externalRefNumber: '1432452', 'status-desc': text },
		});

		it('accepts the right code once and answers with the hyphened keys', async () => {
			await send(TYPE_2);
			const otp = codeFor(simulator, MOBILE);
			const reply = await verify({ otp });
			expect(reply).toMatchObject({
				status: 200,
				body: {
					status: 'SUCCESS',
					statusCode: '0',
					externalRefNumber: '1432452',
					parentTxnId: expect.stringMatching(/^\d+$/),
					'status-desc': expect.any(String),
					'gateway-transaction-details': [{ status: 'SUCCESS', txnStausCode: '4', beneName: 'Bene' }],
				},
			});
			expect(await verify({ otp })).toMatchObject(refusedBeneficiary('Invalid OTP'));
		});

		it('takes the parameters of public integrations, and hands them back', async () => {
			await send(TYPE_2);
			const params = { paramB: '751002', paramC: 'Bhubaneswar' };
			const reply = await verify({ otp: codeFor(simulator, MOBILE), ...params });
			expect(reply.body).toMatchObject({ status: 'SUCCESS', ...params });
			expect((await verify({ otp: '123456', paramB: 751002 })).body['status-desc']).toBe('Invalid paramB');
		});

		it('wants the mobile, the user and the reference of the send', async () => {
			await send(TYPE_2);
			const otp = codeFor(simulator, MOBILE);
			for (const more of [{ customerMobileNumber: '8144094482' }, { username: 'somebody' }]) {
				expect(await verify({ otp, ...more })).toMatchObject(refusedBeneficiary('Invalid OTP'));
			}
			expect((await verify({ otp, externalRefNumber: '1432499' })).body['status-desc']).toBe('Invalid OTP');
			expect((await verify({ otp })).body.status).toBe('SUCCESS');
		});

		it('takes only the code of the latest reference', async () => {
			await send(TYPE_2);
			const otp = codeFor(simulator, MOBILE);
			await send({ ...TYPE_2, externalRefNumber: '1432453' });
			expect(await verify({ otp })).toMatchObject(refusedBeneficiary('Invalid OTP'));
			const latest = codeFor(simulator, MOBILE);
			expect((await verify({ otp: latest, externalRefNumber: '1432453' })).body.status).toBe('SUCCESS');
		});

		it('does not take a type 1 code, an expired code or a sixth attempt', async () => {
			await send(TYPE_1);
			expect(await verify({ otp: '123456' })).toMatchObject(refusedBeneficiary('Invalid OTP'));
			await send(TYPE_2);
			const otp = codeFor(simulator, MOBILE);
			simulator.advance(181);
			expect(await verify({ otp })).toMatchObject(refusedBeneficiary('OTP expired'));
			await send({ ...TYPE_2, externalRefNumber: '1432453' });
			const wrong = wrongFor(codeFor(simulator, MOBILE));
			for (let count = 0; count < 5; count += 1) await verify({ otp: wrong, externalRefNumber: '1432453' });
			const blocked = await verify({ otp: codeFor(simulator, MOBILE), externalRefNumber: '1432453' });
			expect(blocked.body['status-desc']).toBe('Maximum OTP attempts exceeded');
		});

		it.each([
			'accountNumber',
			'beneIfscCode',
			'customerIP',
			'latLong',
			'pincode',
			'otp',
			'isHoldTransaction',
			'customerMobileNumber',
		])('asks for %s', async (name) => {
			const reply = await verify({ otp: '123456', [name]: undefined });
			expect(reply).toMatchObject({ status: 200, body: { status: 'FAILED', statusCode: '-1' } });
		});
	});
});
