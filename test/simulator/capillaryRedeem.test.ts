import { startSimulator, type Simulator } from '../../simulator';
import { call, CAPILLARY_HEADERS, codeFor, valueAt, wrongFor, type Reply } from './support/client';

const MOBILE = '919777788221';
const EMAIL = 'tom@example.com';

describe('Points and coupons of Capillary in the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.close());

	const get = (path: string, query: Record<string, string>) =>
		call(
			simulator,
			'GET',
			`/capillary/v1.1/${path}?${new URLSearchParams({ ...query, format: 'json' }).toString()}`,
			{
				headers: CAPILLARY_HEADERS,
			},
		);
	const post = (path: string, body: unknown) =>
		call(simulator, 'POST', `/capillary/${path}`, { headers: CAPILLARY_HEADERS, body });
	const generate = (action: string) =>
		post('v2/otp/generate', {
			entityType: 'MOBILE',
			entityValue: MOBILE,
			action,
			channels: [{ type: 'SMS', value: MOBILE }],
		});
	const itemCode = (reply: Reply, ...container: string[]) =>
		valueAt(reply, 'response', ...container, 'item_status', 'code');

	describe('points check', () => {
		const check = (more: Record<string, string> = {}) =>
			get('points/isredeemable', { mobile: MOBILE, points: '10', ...more });
		const codeOf = (reply: Reply) => itemCode(reply, 'points', 'redeemable');

		it('answers with the documented envelope', async () => {
			const reply = await check();
			const item = valueAt(reply, 'response', 'points', 'redeemable') as Record<string, string>;
			expect([reply.status, reply.headers.get('status_code')]).toEqual([200, '800']);
			expect(reply.text).toBe(
				`{"response":{"status":{"success":"true","code":200,"message":"Success"},"points":{"redeemable":{"mobile":"${MOBILE}","email":"${item.email}","external_id":"${item.external_id}","points":10,"is_redeemable":"true","points_redeem_value":10,"points_redeem_local_value":10,"input_type":"points","points_currency_ratio":"1","item_status":{"success":"true","code":800,"message":"Points can be redeemed"}}}}}`,
			);
			expect(simulator.inbox()).toEqual([]);
		});

		it.each<[Record<string, string>, number]>([
			[{ points: '1001' }, 818],
			[{ points: '0' }, 801],
			[{ points: '-100' }, 801],
			[{ points: '' }, 801],
			[{ mobile: '919777780000' }, 816],
			[{ mobile: '' }, 889],
			[{ program_id: 'gold' }, 1101],
			[{ validation_code: 'WRONG1' }, 808],
			[{ validation_type: 'MISSED_CALL' }, 823],
		])('answers %j with %d and HTTP 200', async (more, code) => {
			const reply = await check(more);
			expect([reply.status, valueAt(reply, 'response', 'status', 'success'), codeOf(reply)]).toEqual([
				200,
				'false',
				code,
			]);
			expect(valueAt(reply, 'response', 'status')).toEqual({
				success: 'false',
				code: 500,
				message: 'All requests have failed due to errors',
			});
			expect(valueAt(reply, 'response', 'points', 'redeemable', 'is_redeemable')).toBe('false');
			expect(reply.headers.get('status_code')).toBe(String(code));
		});

		it('sends a code if asked to, and checks one without using it up', async () => {
			await check({ issue_otp: 'true' });
			const code = codeFor(simulator, MOBILE);
			expect(codeOf(await check({ validation_code: code }))).toBe(800);
			expect(codeOf(await check({ validation_code: code }))).toBe(800);
			expect(codeOf(await check({ validation_code: wrongFor(code) }))).toBe(808);
		});

		it('does not send a code if the points are not enough', async () => {
			await check({ issue_otp: 'true', points: '2000' });
			expect(simulator.inbox()).toEqual([]);
		});

		it('warns with 876 if the points are enough but no code can be sent', async () => {
			for (let count = 0; count < 5; count += 1) await check({ issue_otp: 'true' });
			const reply = await check({ issue_otp: 'true' });
			expect(codeOf(reply)).toBe(876);
			expect(valueAt(reply, 'response', 'points', 'redeemable', 'is_redeemable')).toBe('true');
		});
	});

	describe('points validation code', () => {
		it('answers as documented, by the way the code went', async () => {
			const reply = await get('points/validationcode', { mobile: MOBILE, points: '100' });
			const item = valueAt(reply, 'response', 'validation_code', 'code') as Record<string, string>;
			expect(reply.text).toBe(
				`{"response":{"status":{"success":"true","code":200,"message":"Operation Successful"},"validation_code":{"code":{"mobile":"${MOBILE}","email":"${item.email}","external_id":"${item.external_id}","points":100,"item_status":{"success":"true","code":200,"message":"Validation Code Issued by SMS"}}}}}`,
			);
			const byEmail = await get('points/validationcode', { email: EMAIL, points: '100' });
			expect(byEmail.text).toContain('Validation Code Issued by Email');
			expect(simulator.inbox().map(({ channel }) => channel)).toEqual(['sms', 'email']);
		});

		it('issues the same code as a generate call for points', async () => {
			await generate('POINTS');
			const code = codeFor(simulator, MOBILE);
			await get('points/validationcode', { mobile: MOBILE, points: '100' });
			expect(codeFor(simulator, MOBILE)).toBe(code);
		});

		it('answers 816 for a stranger, 801 for wrong points and 860 above the limit', async () => {
			const codeOf = async (query: Record<string, string>) =>
				itemCode(await get('points/validationcode', query), 'validation_code', 'code');
			expect(await codeOf({ mobile: '919777780000', points: '1' })).toBe(816);
			expect(await codeOf({ mobile: MOBILE, points: '-1' })).toBe(801);
			expect(await codeOf({ external_id: 'E1', points: '1' })).toBe(860);
			for (let count = 0; count < 5; count += 1) await codeOf({ mobile: MOBILE, points: '1' });
			expect(await codeOf({ mobile: MOBILE, points: '1' })).toBe(860);
		});
	});

	describe('points redeem', () => {
		const redeem = (more = {}, query = '') =>
			post(`v1.1/points/redeem?format=json${query}`, {
				root: { redeem: [{ points_redeemed: 10, customer: { mobile: MOBILE }, ...more }] },
			});
		const codeOf = (reply: Reply) => itemCode(reply, 'responses', 'points');
		const balanceOf = (reply: Reply) => valueAt(reply, 'response', 'responses', 'points', 'balance');
		const freshCode = async () => {
			await generate('POINTS');
			return codeFor(simulator, MOBILE);
		};

		it('redeems with the right code once, with the members of the documented sample', async () => {
			const validation_code = await freshCode();
			const reply = await redeem({ validation_code, transaction_number: 'bilnum100000' });
			const item = valueAt(reply, 'response', 'responses', 'points') as Record<string, unknown>;
			expect(reply.status).toBe(200);
			expect(Object.keys(item)).toEqual([
				'mobile',
				'email',
				'external_id',
				'user_id',
				'redemption_id',
				'points_redeemed',
				'redemption_purpose',
				'redeemed_value',
				'redeemed_local_value',
				'balance',
				'side_effects',
				'item_status',
			]);
			expect(item).toMatchObject({
				mobile: MOBILE,
				redemption_id: expect.stringMatching(/^\w{6}$/),
				points_redeemed: '10',
				redeemed_value: 10,
				balance: 990,
				side_effects: {
					effect: [
						{ num_points: 10, validation_code, redeemed_on_bill_number: 'bilnum100000', type: 'points' },
					],
				},
				item_status: { success: 'true', code: 800, message: 'Points Redeemed' },
			});
			expect(codeOf(await redeem({ validation_code }))).toBe(808);
		});

		it('takes an object instead of the array, and points as a text', async () => {
			const validation_code = await freshCode();
			const reply = await post('v1.1/points/redeem', {
				root: { redeem: { points_redeemed: '0.125', customer: { mobile: MOBILE }, validation_code } },
			});
			expect(balanceOf(reply)).toBe(999.875);
		});

		it('refuses a reference that was used before, byte for byte as recorded', async () => {
			const external_reference_number = 'a3fd1a63';
			await redeem({ validation_code: await freshCode(), external_reference_number });
			const reply = await redeem({ validation_code: await freshCode(), external_reference_number });
			const userId = String(valueAt(reply, 'response', 'responses', 'points', 'user_id'));
			expect([reply.status, reply.headers.get('status_code')]).toEqual([200, '744']);
			expect(reply.text).toBe(
				`{"response":{"status":{"success":"false","code":500,"message":"All requests have failed due to errors"},"responses":{"points":{"mobile":"${MOBILE}","user_id":"${userId}","points_redeemed":"10","redeemed_value":0,"side_effects":{"effect":[]},"item_status":{"success":"false","code":744,"message":"Reference number already exists"}}}}}`,
			);
		});

		it('does not use the code up when it refuses', async () => {
			const validation_code = await freshCode();
			expect(codeOf(await redeem({ validation_code, points_redeemed: 1001 }))).toBe(804);
			expect(codeOf(await redeem({ validation_code }))).toBe(800);
		});

		it.each([
			[{ validation_code: 'WRONG1' }, 808],
			[{}, 824],
			[{ points_redeemed: 0 }, 801],
			[{ points_redeemed: 'many' }, 801],
			[{ points_redeemed: 0.1234 }, 878],
			[{ customer: { mobile: '919777780000' } }, 816],
			[{ customer: {} }, 802],
			[{ redemption_time: '2020-03-13T18:02:34Z' }, 859],
		])('answers %j with %d', async (more, code) => {
			const reply = await redeem(more);
			expect([reply.status, codeOf(reply)]).toEqual([200, code]);
		});

		it('does not skip the validation on request, and takes no missed call for it', async () => {
			expect(codeOf(await redeem({}, '&skip_validation=true'))).toBe(824);
			expect(codeOf(await redeem({}, '&validation_type=MISSED_CALL'))).toBe(823);
		});

		it('does not take a batch or an empty request', async () => {
			const item = { points_redeemed: 1, customer: { mobile: MOBILE } };
			expect((await post('v1.1/points/redeem', { root: { redeem: [item, item] } })).status).toBe(400);
			expect((await post('v1.1/points/redeem', {})).status).toBe(400);
		});
	});

	describe('coupons', () => {
		const check = (code: string, mobile = MOBILE) => get('coupon/isredeemable', { mobile, code });
		const redeem = (code: string, more = {}) =>
			post('v1.1/coupon/redeem?format=json', {
				root: {
					coupon: [
						{
							code,
							customer: { mobile: MOBILE },
							transaction: [{ number: 'bill-110', amount: '1000' }],
							...more,
						},
					],
				},
			});
		const codeOf = (reply: Reply) => itemCode(reply, 'coupons', 'coupon');

		it('finds a coupon redeemable until it is redeemed', async () => {
			const before = await check('SAVE10');
			expect(valueAt(before, 'response', 'coupons', 'redeemable')).toMatchObject({
				mobile: MOBILE,
				code: 'SAVE10',
				is_redeemable: 'true',
				no_of_redemptions_by_user: 0,
				item_status: { success: 'true', code: 700, message: 'Coupon isRedeem successful' },
			});
			await redeem('SAVE10');
			const after = await check('SAVE10');
			expect(valueAt(after, 'response', 'status', 'success')).toBe('true');
			expect(valueAt(after, 'response', 'coupons', 'redeemable')).toMatchObject({
				is_redeemable: 'false',
				no_of_redemptions_by_user: 1,
				item_status: { code: 706 },
			});
			expect(
				valueAt(await check('SAVE10', '919777788222'), 'response', 'coupons', 'redeemable', 'is_redeemable'),
			).toBe('true');
		});

		it('finds unknown coupons and strangers not redeemable', async () => {
			expect(itemCode(await check('NOSUCH'), 'coupons', 'redeemable')).toBe(706);
			expect(itemCode(await check('SAVE10', '919777780000'), 'coupons', 'redeemable')).toBe(816);
			expect((await check('')).status).toBe(400);
		});

		it('redeems a coupon without a code once', async () => {
			const reply = await redeem('SAVE10');
			expect([reply.status, reply.headers.get('status_code')]).toEqual([200, '700']);
			expect(valueAt(reply, 'response', 'coupons', 'coupon')).toMatchObject({
				customer: { mobile: MOBILE },
				redemption_id: expect.stringMatching(/^\d{8}$/),
				code: 'SAVE10',
				transaction: { number: 'bill-110' },
				item_status: { success: 'true', code: 700, message: 'Coupon processing successful' },
			});
			expect(codeOf(await redeem('SAVE10'))).toBe(696);
		});

		it('wants the right code for a coupon with validation', async () => {
			expect(codeOf(await redeem('OTP50'))).toBe(725);
			await generate('POINTS');
			expect(codeOf(await redeem('OTP50', { validation_code: codeFor(simulator, MOBILE) }))).toBe(705);
			await generate('COUPON');
			const validation_code = codeFor(simulator, MOBILE);
			expect(codeOf(await redeem('OTP50', { validation_code: wrongFor(validation_code) }))).toBe(705);
			expect(codeOf(await redeem('OTP50', { validation_code }))).toBe(700);
			expect(codeOf(await redeem('OTP50', { validation_code }))).toBe(696);
		});

		it('refuses the rest with its code', async () => {
			expect(codeOf(await redeem('NOSUCH'))).toBe(696);
			expect(codeOf(await redeem('SAVE10', { validation_code: 'ABC123' }))).toBe(726);
			expect(codeOf(await redeem('SAVE10', { transaction: [{ amount: '1' }] }))).toBe(718);
			expect(codeOf(await redeem('SAVE10', { customer: { mobile: '919777780000' } }))).toBe(816);
			expect((await post('v1.1/coupon/redeem', { root: {} })).status).toBe(400);
		});
	});

	it('answers a v1.1 call without credentials like a v2 call', async () => {
		const reply = await call(
			simulator,
			'GET',
			`/capillary/v1.1/points/isredeemable?mobile=${MOBILE}&points=1`,
		);
		expect([reply.status, reply.type]).toEqual([401, 'application/xml']);
	});

	describe('a customer who is named by the ID that the look-up of a code hands out', () => {
		const redeem = (customer: Record<string, string>, code: string) =>
			post('v1.1/points/redeem?format=json', {
				root: { redeem: [{ points_redeemed: 10, customer, validation_code: code }] },
			});

		it('is the customer whom the code was sent to', async () => {
			await generate('POINTS');
			const query = { identifierName: 'mobile', identifierValue: MOBILE, source: 'INSTORE', scope: 'POINTS' };
			const url = `/capillary/v2/otp?${new URLSearchParams(query).toString()}`;
			const { userId } = (await call(simulator, 'GET', url, { headers: CAPILLARY_HEADERS })).body;
			const reply = await redeem({ id: String(userId) }, codeFor(simulator, MOBILE));
			const item = valueAt(reply, 'response', 'responses', 'points');
			expect(item).toMatchObject({ mobile: MOBILE, user_id: String(userId), item_status: { code: 800 } });
		});

		it('is a customer also where nothing else is known, and none where the ID is not a number', async () => {
			const codeOf = (reply: Reply) => itemCode(reply, 'points', 'redeemable');
			expect(codeOf(await get('points/isredeemable', { id: '7', points: '10' }))).toBe(800);
			expect(codeOf(await get('points/isredeemable', { id: 'seven', points: '10' }))).toBe(816);
		});
	});

	it('takes the headers for connected organizations', async () => {
		const headers = {
			...CAPILLARY_HEADERS,
			'X-CAP-EXT-ORGID': '100458',
			'X-CAP-EXT-ORGID-PARENT': '100123',
			'X-CAP-API-OAUTH-TOKEN-PARENT': 'token-of-the-parent',
		};
		const url = `/capillary/v1.1/points/isredeemable?mobile=${MOBILE}&points=10&format=json`;
		expect((await call(simulator, 'GET', url, { headers })).status).toBe(200);
	});
});
