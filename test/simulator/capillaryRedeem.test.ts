import { valueAt } from '../contracts/paths';
import { wrong } from '../support/simulator';
import {
	CAPILLARY_HEADERS,
	type HeaderTexts,
	repeat,
	type Reply,
	useClient,
	codeFor,
} from './support/client';

const MOBILE = '919777788221';
const STRANGER = '919777780000';
type Query = Record<string, string>;

const { call, inbox, post: postTo } = useClient();
const get = (path: string, query: Query, headers: HeaderTexts = CAPILLARY_HEADERS) =>
	call('GET', `/capillary/${path}?${new URLSearchParams(query).toString()}`, { headers });
const post = (path: string, body: unknown) => postTo(`/capillary/${path}`, body, CAPILLARY_HEADERS);
const freshCode = async (action = 'POINTS') => {
	const channels = [{ type: 'SMS', value: MOBILE }];
	await post('v2/otp/generate', { entityType: 'MOBILE', entityValue: MOBILE, action, channels });
	return codeFor(MOBILE);
};

const CALLS = {
	check: (more: object = {}) => get('v1.1/points/isredeemable', { mobile: MOBILE, points: '10', ...more }),
	redeem: (more: object = {}, query = '') =>
		post(`v1.1/points/redeem?format=json${query}`, {
			root: { redeem: [{ points_redeemed: 10, customer: { mobile: MOBILE }, ...more }] },
		}),
	redeemCoupon: (more: object = {}) => {
		const transaction = [{ number: 'bill-110', amount: '1000' }];
		return post('v1.1/coupon/redeem?format=json', {
			root: { coupon: [{ code: 'SAVE10', customer: { mobile: MOBILE }, transaction, ...more }] },
		});
	},
};
const { check, redeem, redeemCoupon } = CALLS;

/** The item in a reply, wherever the operation keeps it. */
function itemOf(reply: Reply): Record<string, unknown> {
	const [, container] = Object.values(reply.body.response as object) as object[];
	return Object.values(container)[0] as Record<string, unknown>;
}
const codeOf = (reply: Reply) => (itemOf(reply).item_status as { code: number }).code;

it.each<[keyof typeof CALLS, object, number]>([
	['check', { points: '1001', issue_otp: 'true' }, 818],
	['check', { points: '0' }, 801],
	['check', { mobile: '' }, 889],
	['check', { program_id: 'gold' }, 1101],
	['check', { validation_code: 'WRONG1' }, 808],
	['check', { validation_type: 'MISSED_CALL' }, 823],
	['redeem', { validation_code: 'WRONG1' }, 808],
	['redeem', {}, 824],
	['redeem', { points_redeemed: 0.1234 }, 878],
	['redeem', { redemption_time: '2020-03-13T18:02:34Z' }, 859],
	['redeemCoupon', { customer: { mobile: STRANGER } }, 816],
	['redeemCoupon', { code: 'NOSUCH' }, 696],
	['redeemCoupon', { code: 'OTP50' }, 725],
	['redeemCoupon', { validation_code: 'ABC123' }, 726],
	['redeemCoupon', { transaction: [{ amount: '1' }] }, 718],
])('refuses the call %s with %j with HTTP 200 and %d', async (name, more, code) => {
	const reply = await CALLS[name](more);
	expect([reply.status, reply.headers.get('status_code'), codeOf(reply)]).toEqual([200, String(code), code]);
	const message = 'All requests have failed due to errors';
	expect(valueAt(reply.body, 'response.status')).toEqual({ success: 'false', code: 500, message });
	expect(itemOf(reply).is_redeemable).toBe(name === 'check' ? 'false' : undefined);
	expect(inbox()).toEqual([]);
});

it.each<[string, () => Promise<Reply>]>([
	['a batch', () => post('v1.1/points/redeem', { root: { redeem: [{}, {}] } })],
	['an empty redemption of points', () => post('v1.1/points/redeem', {})],
	['an empty redemption of a coupon', () => post('v1.1/coupon/redeem', { root: {} })],
])('answers 400 to %s', async (_what, request) => {
	expect((await request()).status).toBe(400);
});

describe('points check', () => {
	it('sends a code on request, and checks one without using it up', async () => {
		await check({ issue_otp: 'true' });
		const validation_code = codeFor(MOBILE);
		expect((await repeat(2, () => check({ validation_code }))).map(codeOf)).toEqual([800, 800]);
		expect(codeOf(await check({ validation_code: wrong(validation_code) }))).toBe(808);
	});

	it('warns with 876 if there are enough points but no code can be sent', async () => {
		await repeat(5, () => check({ issue_otp: 'true' }));
		const reply = await check({ issue_otp: 'true' });
		expect(itemOf(reply)).toMatchObject({ is_redeemable: 'true', item_status: { code: 876 } });
	});
});

describe('points redemption', () => {
	it('accepts an object instead of the array, and points as text', async () => {
		const validation_code = await freshCode();
		const redeem = { points_redeemed: '0.125', customer: { mobile: MOBILE }, validation_code };
		expect(itemOf(await post('v1.1/points/redeem', { root: { redeem } })).balance).toBe(999.875);
	});

	it('refuses a reference that was used before with the recorded members', async () => {
		const external_reference_number = 'a3fd1a63';
		await redeem({ validation_code: await freshCode(), external_reference_number });
		const reply = await redeem({ validation_code: await freshCode(), external_reference_number });
		expect(itemOf(reply)).toMatchObject({
			...{ mobile: MOBILE, points_redeemed: '10', redeemed_value: 0, side_effects: { effect: [] } },
			item_status: { success: 'false', code: 744, message: 'Reference number already exists' },
		});
	});

	it('does not use the code up when it refuses', async () => {
		const validation_code = await freshCode();
		expect(codeOf(await redeem({ validation_code, points_redeemed: 1001 }))).toBe(804);
		expect(codeOf(await redeem({ validation_code }))).toBe(800);
	});

	it('does not skip the validation, and accepts no missed call for it', async () => {
		expect(codeOf(await redeem({}, '&skip_validation=true'))).toBe(824);
		expect(codeOf(await redeem({}, '&validation_type=MISSED_CALL'))).toBe(823);
	});
});

it('redeems a coupon that takes no code, once', async () => {
	const reply = await redeemCoupon();
	expect([reply.status, reply.headers.get('status_code')]).toEqual([200, '700']);
	expect(itemOf(reply)).toMatchObject({
		...{ customer: { mobile: MOBILE }, code: 'SAVE10', transaction: { number: 'bill-110' } },
		redemption_id: expect.stringMatching(/^\d{8}$/),
		item_status: { success: 'true', code: 700, message: 'Coupon processing successful' },
	});
	expect(codeOf(await redeemCoupon())).toBe(696);
});
