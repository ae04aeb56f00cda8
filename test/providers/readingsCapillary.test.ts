import { operationOf } from '../../tools/package';
import { answerOf, parametersOf, play } from '../support/pure';
import { read, READING_CREDENTIAL, readWith, type Given } from '../support/read';
import { VALID_ITEMS } from '../support/validItems';

type Case = [title: string, node: string, httpStatus: number, body: unknown, meaning: object];

const errors = (...list: Array<[code: unknown, message: unknown]>) => ({
	errors: list.map(([code, message]) => ({ code, message, status: false })),
});
const fault = (
	kind: string,
	httpStatus: number,
	statusCode?: string,
	providerMessage?: string,
	reference?: Record<string, string>,
) => ({
	fault: kind,
	...(reference && { reference }),
	httpStatus,
	...(statusCode !== undefined && { statusCode }),
	...(providerMessage !== undefined && { providerMessage }),
});
const leaves = (
	outcome: string,
	reason: string,
	httpStatus: number,
	statusCode: string,
	message: string,
	more: object = {},
) => ({ outcome, reason, statusCode, message, httpStatus, ...more });

describe('an answer of v2', () => {
	it.each<Case>([
		[
			'loses the quotation marks around its words',
			'capillaryGenerateOtp',
			400,
			errors([602, '"Invalid entity"']),
			leaves('notSent', 'invalidRequest', 400, '602', 'Invalid entity'),
		],
		[
			'keeps quotation marks around a part of its words',
			'capillaryGenerateOtp',
			400,
			errors([602, '"Entity" invalid']),
			leaves('notSent', 'invalidRequest', 400, '602', '"Entity" invalid'),
		],
		[
			'keeps every code, and the one that the table knows decides',
			'capillaryGenerateOtp',
			400,
			errors([77, 'one'], [517, 'say "two" now']),
			leaves('throttled', 'sendLimit', 400, '517', 'one; say "two" now', { statusCodes: ['77', '517'] }),
		],
		[
			'may have its code under errorCode',
			'capillaryGenerateOtp',
			400,
			{ errors: [], errorCode: '606', errorMessage: 'Not now' },
			leaves('notSent', 'deliveryFailed', 400, '606', 'Not now'),
		],
		[
			'may have words without a code',
			'capillaryGenerateOtp',
			400,
			{ errorMessage: 'Gateway error' },
			leaves('notSent', 'unclassified', 400, '', 'Gateway error'),
		],
		[
			'may have one error that is no list',
			'capillaryGenerateOtp',
			400,
			{ errors: { code: 606, message: 'Not now' } },
			leaves('notSent', 'deliveryFailed', 400, '606', 'Not now'),
		],
		[
			'may have an error that is a text',
			'capillaryGenerateOtp',
			400,
			{ errors: 'Gateway error' },
			leaves('notSent', 'unclassified', 400, '', 'Gateway error'),
		],
		[
			'is XML with a verdict in it',
			'capillaryGenerateOtp',
			400,
			'<?xml version="1.0"?>\n<response><status><success>false</success><code>606</code><message>Not &quot;now&quot;</message></status></response>',
			leaves('notSent', 'deliveryFailed', 400, '606', 'Not "now"'),
		],
		[
			'is XML with nothing but a code and its words',
			'capillaryGenerateOtp',
			400,
			'  <answer><code> 606 </code><message> Not now </message></answer>',
			leaves('notSent', 'deliveryFailed', 400, '606', 'Not now'),
		],
		[
			'is XML whose yes is none of this operation',
			'capillaryGenerateOtp',
			200,
			'<response><status><success>true</success><code>606</code></status><createdId>10</createdId></response>',
			fault('unreadable', 200),
		],
		['is a web page', 'capillaryGenerateOtp', 400, '<html>no code at all</html>', fault('unreadable', 400)],
		[
			'is a web page with a code on it',
			'capillaryGenerateOtp',
			400,
			'<!DOCTYPE html><response><code>606</code></response>',
			fault('unreadable', 400),
		],
		[
			'is text with a code in it',
			'capillaryGenerateOtp',
			400,
			'code <code>606</code>',
			fault('unreadable', 400),
		],
		[
			'refuses the credentials with a code that no table knows and 401',
			'capillaryGenerateOtp',
			401,
			errors([77, 'Who are you?']),
			fault('credentialsRefused', 401, '77', 'Who are you?'),
		],
		[
			'refuses the credentials with a code that no table knows and 403',
			'capillaryGenerateOtp',
			403,
			errors([77, 'Not you']),
			fault('credentialsRefused', 403, '77', 'Not you'),
		],
		[
			'denies access with the code of that',
			'capillaryGenerateOtp',
			400,
			errors([4000, 'Access is denied!']),
			fault('credentialsRefused', 400, '4000', 'Access is denied!'),
		],
		[
			'goes by a code that the table knows whatever the HTTP status, as for 401',
			'capillaryGenerateOtp',
			401,
			errors([606, 'Not now']),
			leaves('notSent', 'deliveryFailed', 401, '606', 'Not now'),
		],
		[
			'goes by a code that the table knows whatever the HTTP status, as for 429',
			'capillaryGenerateOtp',
			429,
			errors([606, 'Not now']),
			leaves('notSent', 'deliveryFailed', 429, '606', 'Not now'),
		],
		[
			'refuses with a code that no table knows',
			'capillaryGenerateOtp',
			400,
			errors([7777, 'no idea']),
			leaves('notSent', 'unclassified', 400, '7777', 'no idea'),
		],
		[
			'has had enough calls, with HTTP 429',
			'capillaryGenerateOtp',
			429,
			errors([77, 'slow down']),
			leaves('throttled', 'rateLimited', 429, '77', 'slow down'),
		],
		[
			'has had enough calls, at a node without an output for that',
			'capillaryGetOtp',
			400,
			errors([429, 'slow down']),
			fault('rateLimited', 400, '429', 'slow down'),
		],
		[
			'has had enough calls, without words',
			'capillaryGetOtp',
			429,
			errors([77, '']),
			fault('rateLimited', 429, '77'),
		],
		[
			'refuses a look-up with a code that no table knows',
			'capillaryGetOtp',
			400,
			errors([9999, 'no idea']),
			fault('rejected', 400, '9999', 'no idea'),
		],
		[
			'finds no code',
			'capillaryGetOtp',
			400,
			errors([9001, 'No valid OTP found.']),
			leaves('notFound', 'noValidCode', 400, '9001', 'No valid OTP found.'),
		],
		...[200, 400].map(
			(status): Case => [
				'refuses a code',
				'capillaryValidateOtp',
				status,
				{ entity: false },
				leaves('wrongCode', 'incorrectOrExpired', status, 'entity:false', 'OTP wrong or expired'),
			],
		),
		[
			'accepts a code',
			'capillaryValidateOtp',
			200,
			{ entity: true, errors: [], warnings: [] },
			leaves('verified', 'accepted', 200, 'entity:true', 'OTP accepted'),
		],
		...(
			[
				['1', 'createdId:1', 'reissued', 'The OTP that is still valid was sent again'],
				[10, 'createdId', 'accepted', 'OTP generated'],
			] as const
		).map(
			([createdId, statusCode, reason, message]): Case => [
				'tells a new code from one that was sent again',
				'capillaryGenerateOtp',
				201,
				{ createdId },
				leaves('sent', reason, 201, statusCode, message, { reference: { createdId: String(createdId) } }),
			],
		),
		...['x1', '1x', '', null].map(
			(createdId): Case => [
				'created nothing that has a number',
				'capillaryGenerateOtp',
				201,
				{ createdId },
				fault('unreadable', 201),
			],
		),
		['has an empty code', 'capillaryGetOtp', 200, { code: ' ', orgId: 1 }, fault('unreadable', 200)],
		['says nothing', 'capillaryValidateOtp', 200, {}, fault('unreadable', 200)],
		...([300, 400, 404] as const).map(
			(status): Case => [
				'says yes without a 2xx',
				'capillaryValidateOtp',
				status,
				{ entity: true },
				fault('unreadable', status, 'entity:true', 'OTP accepted'),
			],
		),
		...(
			[
				[301, 'redirected'],
				[399, 'redirected'],
				[400, 'unreadable'],
				[401, 'credentialsRefused'],
				[403, 'credentialsRefused'],
				[404, 'misaddressed'],
				[405, 'misaddressed'],
				[408, 'providerDown'],
				[415, 'misaddressed'],
				[500, 'providerDown'],
			] as const
		).map(([status, kind]): Case => ['is empty', 'capillaryValidateOtp', status, '', fault(kind, status)]),
		[
			'is empty and has had enough calls',
			'capillaryValidateOtp',
			429,
			'',
			leaves('blocked', 'rateLimited', 429, '429', ''),
		],
	])('%s: %s, HTTP %i %j', async (_title, node, httpStatus, body, meaning) => {
		expect(await read(node, [httpStatus, body])).toEqual(meaning);
	});

	const YESES: Array<[node: string, yes: object, code: string]> = [
		['capillaryGenerateOtp', { createdId: 10 }, '606'],
		['capillaryValidateOtp', { entity: true }, '605'],
		['capillaryGetOtp', { code: '538AD87', orgId: 966 }, '9001'],
	];

	describe.each(YESES)('the yes of %s', (node, yes, code) => {
		it.each([
			{ success: 'true' },
			{ success: true, status: 'true' },
			{ status: { success: 'true', code: 200 } },
			{ errors: null, error: {}, errorCode: '', warnings: null },
			{ warnings: [{ status: false, code: 7777, message: 'One channel is not set up' }] },
		])('stands next to %j', async (beside) => {
			expect(await read(node, [200, { ...yes, ...beside }])).toHaveProperty('reason', 'accepted');
		});

		it.each<object>([
			{ success: false },
			{ success: 'false' },
			{ status: 'false' },
			{ status: { success: 'false', code: 500 } },
			{ response: { status: { success: 'false', code: 500 } } },
			{ success: 'true', status: 'false' },
			{ success: 'true', status: 'FAILED' },
			{ success: false, status: { success: 'true' } },
			{ status: 'FAILED' },
			{ success: 1 },
			{ errors: 'Invalid OTP' },
			{ errors: { message: 'Invalid OTP' } },
			{ errors: ['Invalid OTP'] },
			{ error: 'Invalid OTP' },
			{ errorMessage: 'Invalid OTP' },
			{ errorCode: '7777' },
			{ errorCode: [605] },
			{ warnings: [{ status: false, code: Number(code), message: 'Invalid OTP' }] },
			{ warnings: { status: false, code, message: 'Invalid OTP' } },
		])('does not stand next to %j', async (beside) => {
			const end = await read(node, [200, { ...yes, ...beside }]);
			expect(end).not.toHaveProperty('reason', 'accepted');
		});

		it('keeps the code and the words of a warning that denies it', async () => {
			const warnings = [{ status: false, code: Number(code), message: 'Invalid OTP' }];
			expect(await read(node, [200, { ...yes, warnings }])).toEqual(
				fault('unreadable', 200, code, 'Invalid OTP'),
			);
		});
	});

	it('may warn that the code was validated', async () => {
		const warnings = [{ status: true, code: 610, message: 'OTP validated' }];
		expect(await read('capillaryValidateOtp', [200, { entity: true, warnings }])).toHaveProperty(
			'outcome',
			'verified',
		);
	});

	it('keeps what a look-up found, but for what is not there', async () => {
		const found = leaves('found', 'accepted', 200, 'code', 'OTP found');
		const validUpto = '2030-01-01T00:00:00+05:30';
		expect(await read('capillaryGetOtp', [200, { code: 'A2WX', orgId: 1, validUpto }])).toEqual({
			...found,
			reference: { orgId: '1' },
			expiresAt: validUpto,
		});
		expect(await read('capillaryGetOtp', [200, { code: 'A2WX', userId: 2 }])).toEqual({
			...found,
			reference: { userId: '2' },
		});
	});
});

const ok = { success: 'true', code: 200, message: 'Success' };
const failed = { success: 'false', code: 500, message: 'All requests have failed due to errors' };
const item = (success: unknown, code: unknown, more: object = {}) => ({
	...more,
	item_status: { success, code, message: 'text' },
});
const points = (status: object, ...items: unknown[]) => ({
	response: { status, responses: { points: items } },
});
const checked = (status: object, redeemable: object) => ({ response: { status, points: { redeemable } } });
const BOOKED = { redemption_id: '7t4y2a' };
const reference = { redemptionId: '7t4y2a' };
const redeemed = (more: object = {}) => leaves('redeemed', 'accepted', 200, '800', 'text', more);

describe('an answer of v1.1', () => {
	it.each<Case>([
		[
			'books points',
			'capillaryRedeemPoints',
			200,
			points(ok, item('true', 800, { redemption_id: 5 })),
			redeemed({ reference: { redemptionId: '5' } }),
		],
		[
			'books points without an ID, in boolean words',
			'capillaryRedeemPoints',
			200,
			points({ success: true, code: '200' }, item(true, '800')),
			redeemed(),
		],
		[
			'books points, and has status in place of success',
			'capillaryRedeemPoints',
			200,
			points(
				{ status: 'true' },
				{ ...BOOKED, item_status: { status: 'true', code: '800', message: 'text' } },
			),
			redeemed({ reference }),
		],
		[
			'refuses a code, and the request says so too',
			'capillaryRedeemPoints',
			200,
			points(failed, item('false', 808)),
			leaves('wrongCode', 'incorrectOrExpired', 200, '808', 'text'),
		],
		[
			'refuses an item, and the request says yes',
			'capillaryRedeemPoints',
			200,
			points(ok, item('false', 744)),
			leaves('refused', 'duplicateReference', 200, '744', 'text'),
		],
		[
			'refuses an item, and has status in place of success',
			'capillaryRedeemPoints',
			200,
			points(ok, { item_status: { status: 'false', code: '818', message: 'text' } }),
			leaves('refused', 'insufficientBalance', 200, '818', 'text'),
		],
		[
			'refuses an item with the code of a success',
			'capillaryRedeemPoints',
			200,
			points(ok, item('false', 800)),
			leaves('refused', 'unclassified', 200, '800', 'text'),
		],
		[
			'refuses the request, without an item',
			'capillaryRedeemPoints',
			200,
			points({ success: false, code: 402, message: 'Version' }),
			leaves('refused', 'invalidRequest', 200, '402', 'Version'),
		],
		[
			'refuses the request with a code that no table knows',
			'capillaryRedeemPoints',
			200,
			points({ success: 'false', code: 9999, message: 'no idea' }),
			leaves('refused', 'unclassified', 200, '9999', 'no idea'),
		],
		[
			'refuses the request in the form of v2',
			'capillaryRedeemPoints',
			403,
			errors([4000, 'Not authorized. Access is denied!']),
			fault('credentialsRefused', 403, '4000', 'Not authorized. Access is denied!'),
		],
		[
			'has no item',
			'capillaryRedeemPoints',
			200,
			points({ ...ok, message: 'where is it?' }),
			fault('unreadable', 200, '200', 'where is it?'),
		],
		[
			'says neither yes nor no of the item',
			'capillaryRedeemPoints',
			200,
			points(ok, item('perhaps', 800)),
			fault('unreadable', 200, '800', 'text'),
		],
		['is empty', 'capillaryRedeemPoints', 429, '', leaves('refused', 'rateLimited', 429, '429', '')],
		['is empty', 'capillaryCheckPointsRedeemable', 429, '', fault('rateLimited', 429, undefined)],
		[
			'books a coupon, in an object',
			'capillaryRedeemCoupon',
			200,
			{
				response: {
					status: ok,
					coupons: { coupon: item('true', 700, { redemption_id: 9, redemptionId: '8' }) },
				},
			},
			leaves('redeemed', 'accepted', 200, '700', 'text', { reference: { redemptionId: '9' } }),
		],
		[
			'books a coupon, in the old envelope',
			'capillaryRedeemCoupon',
			200,
			{
				status: { ...ok, code: '200' },
				coupons: { coupon: item('true', '700', { redemptionId: '4577842' }) },
			},
			leaves('redeemed', 'accepted', 200, '700', 'text', { reference: { redemptionId: '4577842' } }),
		],
		[
			'succeeds as a call and refuses the coupon by its code',
			'capillaryRedeemCoupon',
			200,
			{ status: ok, coupons: { coupon: { item_status: { status: 'true', code: '706', message: 'text' } } } },
			leaves('refused', 'notRedeemable', 200, '706', 'text'),
		],
		[
			'books a coupon and refuses it by its code',
			'capillaryRedeemCoupon',
			200,
			{ status: ok, coupons: { coupon: item('true', 706, { redemption_id: '9' }) } },
			fault('unreadable', 200, '706', 'text', { redemptionId: '9' }),
		],
		[
			'refuses a coupon, in the old envelope',
			'capillaryRedeemCoupon',
			200,
			{ status: failed, coupons: { coupon: [item('false', '705')] } },
			leaves('wrongCode', 'incorrectCouponOrCode', 200, '705', 'text'),
		],
		[
			'finds points redeemable',
			'capillaryCheckPointsRedeemable',
			200,
			checked(ok, item('true', 800, { is_redeemable: 'true' })),
			leaves('redeemable', 'accepted', 200, '800', 'text'),
		],
		[
			'finds points redeemable, as a boolean',
			'capillaryCheckPointsRedeemable',
			200,
			checked(ok, item('true', 800, { is_redeemable: true })),
			leaves('redeemable', 'accepted', 200, '800', 'text'),
		],
		...[false, 'false'].map(
			(is_redeemable): Case => [
				'finds points not redeemable, and the check itself went well',
				'capillaryCheckPointsRedeemable',
				200,
				checked(ok, item('true', 800, { is_redeemable })),
				leaves('notRedeemable', 'notRedeemable', 200, '800', 'text'),
			],
		),
		[
			'refuses a check with a code that no table knows',
			'capillaryCheckPointsRedeemable',
			200,
			checked(failed, item('false', 7777, { is_redeemable: 'false' })),
			leaves('notRedeemable', 'unclassified', 200, '7777', 'text'),
		],
		[
			'warns next to the yes of a check',
			'capillaryCheckPointsRedeemable',
			200,
			checked(ok, item('true', 876, { is_redeemable: 'true' })),
			leaves('notRedeemable', 'deliveryFailed', 200, '876', 'text'),
		],
		[
			'finds points redeemable with a code that no table knows',
			'capillaryCheckPointsRedeemable',
			200,
			checked(ok, item('true', 7777, { is_redeemable: 'true' })),
			fault('unreadable', 200, '7777', 'text'),
		],
		[
			'books points with another yes within',
			'capillaryRedeemPoints',
			200,
			points(ok, item('true', 800, { side_effects: [item('true', 700)] })),
			redeemed(),
		],
		[
			'does not say whether points are redeemable',
			'capillaryCheckPointsRedeemable',
			200,
			checked(ok, item('true', 800)),
			fault('unreadable', 200, '800', 'text'),
		],
	])('%s: %s, HTTP %i %j', async (_title, node, httpStatus, body, meaning) => {
		expect(await read(node, [httpStatus, body])).toEqual(meaning);
	});

	describe('keeps the ID of a redemption that it cannot be trusted with', () => {
		const good = item('true', 800, BOOKED);
		const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?><response>${body}</response>`;

		it.each<[title: string, given: Given, kind: string]>([
			['with HTTP 400', [400, points(ok, good)], 'unreadable'],
			['with HTTP 500', [500, points(ok, good)], 'providerDown'],
			['a request that says no', [200, points(failed, good)], 'unreadable'],
			[
				'a request that says yes with the code of a partial failure',
				[200, points({ ...ok, code: 201 }, good)],
				'unreadable',
			],
			['a request that says neither', [200, points({ success: 'perhaps' }, good)], 'unreadable'],
			['a request that says nothing', [200, { response: { responses: { points: good } } }], 'unreadable'],
			['an error beside it', [200, { ...points(ok, good), ...errors([77, 'no']) }], 'unreadable'],
			['an error in words beside it', [200, { ...points(ok, good), errors: ['no'] }], 'unreadable'],
			['a no around the envelope', [200, { success: false, ...points(ok, good) }], 'unreadable'],
			[
				'a no within the item',
				[200, points(ok, { ...good, side_effects: [item('false', 808)] })],
				'unreadable',
			],
			['an item without a status', [200, points(ok, BOOKED)], 'unreadable'],
			[
				'an item with a code that no table knows',
				[200, points(ok, item('true', 9999, BOOKED))],
				'unreadable',
			],
			['an item with the code of a refusal', [200, points(ok, item('true', 744, BOOKED))], 'unreadable'],
			['an item with the code of a warning', [200, points(ok, item('true', 877, BOOKED))], 'unreadable'],
			[
				'an item without a code',
				[200, points(ok, { ...BOOKED, item_status: { success: 'true' } })],
				'unreadable',
			],
			['another customer', [200, points(ok, { ...good, mobile: '919000000001' })], 'mismatched'],
			['another number of points', [200, points(ok, { ...good, points_redeemed: 11 })], 'mismatched'],
			[
				'XML whose request says no',
				[
					200,
					xml(
						'<status><success>false</success><code>500</code></status><responses><points><redemption_id>7t4y2a</redemption_id><item_status><success>true</success><code>800</code></item_status></points></responses>',
					),
				],
				'unreadable',
			],
		])('%s', async (_title, given, kind) => {
			expect(await read('capillaryRedeemPoints', given)).toMatchObject({ fault: kind, reference });
		});

		it('and those of all items, where there are several', async () => {
			const items = ['7t4y2a', '8u5z3b', '7t4y2a'].map((redemption_id) =>
				item('true', 800, { redemption_id }),
			);
			expect(
				await read('capillaryRedeemPoints', [200, points({ ...ok, message: 'many' }, ...items)]),
			).toEqual({
				...fault('unreadable', 200, '200', 'many'),
				reference: { redemptionId: '7t4y2a, 8u5z3b' },
			});
		});

		it('also next to a refusal of the item or of the request', async () => {
			const refusals = [
				points(failed, item('false', 744, BOOKED)),
				{ response: { status: failed, points: BOOKED } },
			];
			for (const body of refusals) {
				expect(await read('capillaryRedeemPoints', [200, body])).toMatchObject({ reference });
			}
		});
	});

	it.each([
		[10.125, '10', true],
		[10.125, 11, true],
		[10, '9.001', true],
		[10, '9', false],
		[10.125, '11.125', false],
		[10, '', true],
	])('%j points that are answered as %j are the same: %s', async (sent, points_redeemed, isSame) => {
		const given: Given = [200, points(ok, item('true', 800, { ...BOOKED, points_redeemed }))];
		expect(await readWith('capillaryRedeemPoints', { points: sent }, given)).toMatchObject(
			isSame ? { outcome: 'redeemed' } : { fault: 'mismatched', reference },
		);
	});

	it('compares every bill that it names with the one that was sent', async () => {
		const additionalFields = { transactionNumber: 'bill-1' };
		const coupon = (transaction: unknown): Given => [
			200,
			{ response: { status: ok, coupons: { coupon: item('true', 700, { transaction }) } } },
		];
		const bill = (number: string) => ({ number, amount: '1000.00' });
		for (const own of [bill('bill-1'), [bill('bill-1')], [], undefined]) {
			expect(await readWith('capillaryRedeemCoupon', { additionalFields }, coupon(own))).toMatchObject({
				outcome: 'redeemed',
			});
		}
		for (const other of [bill('bill-2'), [bill('bill-1'), bill('bill-2')]]) {
			expect(await readWith('capillaryRedeemCoupon', { additionalFields }, coupon(other))).toMatchObject({
				fault: 'mismatched',
			});
		}
	});

	it.each([
		['mobile', '919876543210', '9876543210', true],
		['mobile', '919876543210', '9876543211', false],
		['email', 'jane@example.com', 'Jane@Example.com', true],
		['email', 'jane@example.com', 'joan@example.com', false],
		['external_id', 'EXT-00919876543210', '919876543210', false],
	])('compares the %s %j with %j', async (identifierName, identifierValue, found, isSame) => {
		const given: Given = [200, points(ok, item('true', 800, { [identifierName]: found }))];
		expect(await readWith('capillaryRedeemPoints', { identifierName, identifierValue }, given)).toMatchObject(
			isSame ? { outcome: 'redeemed' } : { fault: 'mismatched' },
		);
	});

	describe('to a customer ID', () => {
		const byId = { identifierName: 'id', identifierValue: '313302314' };
		const answered = (success: string, code: number, user_id: unknown): Given => [
			200,
			points(success === 'true' ? ok : failed, item(success, code, { ...BOOKED, user_id })),
		];

		it.each(['313302314', 313302314, '0313302314', '', undefined])(
			'is for that customer: user_id %j',
			async (id) => {
				expect(await readWith('capillaryRedeemPoints', byId, answered('true', 800, id))).toEqual(
					redeemed({ reference }),
				);
			},
		);

		it('is for another customer', async () => {
			expect(await readWith('capillaryRedeemPoints', byId, answered('true', 800, '313302315'))).toMatchObject(
				{
					fault: 'mismatched',
					reference,
				},
			);
		});

		it('is a refusal also with the ID of nobody', async () => {
			expect(await readWith('capillaryRedeemPoints', byId, answered('false', 816, '-1'))).toMatchObject({
				outcome: 'refused',
				reason: 'recipientNotRegistered',
			});
		});

		it('compares the customer of a coupon', async () => {
			const customer = { customer: { user_id: '313302315' } };
			const body = { response: { status: ok, coupons: { coupon: item('true', 700, customer) } } };
			expect(await readWith('capillaryRedeemCoupon', byId, [200, body])).toMatchObject({
				fault: 'mismatched',
			});
		});
	});

	describe('in the nested form of older checks', () => {
		const nested = (inner: object, outer = item('true', '800'), innerStatus: object = ok) => ({
			response: {
				status: ok,
				responses: {
					points: {
						points_redeemed: '10',
						...outer,
						response: { status: innerStatus, points: { redeemable: inner } },
					},
				},
			},
		});
		const checks = async (body: object) => await read('capillaryCheckPointsRedeemable', [200, body]);

		it('is decided by the object that says whether points are redeemable', async () => {
			expect(await checks(nested(item('true', '800', { is_redeemable: 'true', points: '10' })))).toEqual(
				leaves('redeemable', 'accepted', 200, '800', 'text'),
			);
			expect(await checks(nested({ is_redeemable: true }))).toEqual(
				leaves('redeemable', 'accepted', 200, '800', 'text'),
			);
			expect(await checks(nested(item('true', '800', { is_redeemable: 'false' })))).toMatchObject({
				reason: 'notRedeemable',
			});
			expect(await checks(nested(item('false', '818', { is_redeemable: 'false' })))).toMatchObject({
				reason: 'insufficientBalance',
			});
		});

		it('goes by the nearest status around that object', async () => {
			const { response } = nested({ is_redeemable: 'true' }, item('false', '818'));
			const around = { response: { status: ok, outer: { ...item('true', '800'), response } } };
			expect(await checks(around)).toMatchObject({ reason: 'insufficientBalance' });
		});

		it('is not trusted where anything around it says no', async () => {
			const yes = item('true', '800', { is_redeemable: 'true' });
			expect(await checks(nested(yes, item('false', '818')))).toMatchObject({ fault: 'unreadable' });
			expect(await checks(nested(yes, item('true', '800'), failed))).toMatchObject({ fault: 'unreadable' });
			expect(await checks(nested({ ...yes, points: '11' }))).toMatchObject({ fault: 'mismatched' });
			expect(await checks(nested({ is_redeemable: 'true' }, {} as ReturnType<typeof item>))).toMatchObject({
				fault: 'unreadable',
			});
		});
	});

	describe('in XML', () => {
		const xml = (success: string, code: string, coupon: string) => `<?xml version="1.0" encoding="UTF-8"?>
			<response>
				<status><success>${success}</success><code>${code}</code><message>Words</message></status>
				<coupons><coupon>
					<customer><mobile>919876543210</mobile><external_id/></customer>
					<code>06000041</code>
					${coupon}
				</coupon></coupons>
			</response>`;
		const status = (success: string, code: string) =>
			`<item_status><success>${success}</success><code>${code}</code><message>text</message></item_status>`;
		const redeems = async (body: string) => await read('capillaryRedeemCoupon', [200, body]);

		it('is a booking', async () => {
			expect(
				await redeems(xml('true', '200', `<redemptionId>4577842</redemptionId>${status('true', '700')}`)),
			).toEqual(
				leaves('redeemed', 'accepted', 200, '700', 'text', { reference: { redemptionId: '4577842' } }),
			);
		});

		it('is a refusal of the item, whatever the request says', async () => {
			const refused = leaves('wrongCode', 'incorrectCouponOrCode', 200, '705', 'text');
			expect(await redeems(xml('false', '500', status('false', '705')))).toEqual(refused);
			expect(await redeems(xml('true', '200', status('false', '705')))).toEqual(refused);
		});

		it('is a refusal of the request', async () => {
			expect(await redeems(xml('false', '402', ''))).toEqual(
				leaves('refused', 'invalidRequest', 200, '402', 'Words'),
			);
		});

		it('compares what it repeats', async () => {
			const other = xml('true', '200', status('true', '700')).replace('06000041', '06000042');
			expect(await redeems(other)).toMatchObject({ fault: 'mismatched' });
		});

		it('leaves the node as if it were JSON, so that it is masked like JSON', async () => {
			const { node, operation } = operationOf('capillaryRedeemCoupon');
			const parameters = parametersOf(node, VALID_ITEMS.capillaryRedeemCoupon.values);
			const answer = answerOf(200, xml('true', '200', status('true', '700')));
			expect((await play(operation, parameters, READING_CREDENTIAL, [answer])).end).toMatchObject({
				response: {
					response: { coupons: { coupon: { customer: { mobile: '919876543210', external_id: '' } } } },
				},
			});
		});
	});

	it.each([
		['objects', (inner: unknown): unknown => ({ inner })],
		['lists', (inner: unknown): unknown => [inner]],
	])('is looked for its item eight levels of %s deep, and not deeper', async (_name, wrap) => {
		const nested = (levels: number): Given => {
			let value: unknown = item('true', 800);
			for (let level = 0; level < levels; level += 1) value = wrap(value);
			return [200, { response: { status: ok }, deep: value }];
		};
		expect(await read('capillaryRedeemPoints', nested(7))).toMatchObject({ outcome: 'redeemed' });
		expect(await read('capillaryRedeemPoints', nested(8))).toMatchObject({ fault: 'unreadable' });
	});
});
