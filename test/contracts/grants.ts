import fc from 'fast-check';

/**
 * What an answer must say so that its item leaves through the last, granting output of a node. Written
 * from the providers' pages and from what public integrations show, never from the nodes.
 */

/** One part of an answer, with values that a yes may have there and values that it may not. */
export interface Part {
	/** `must`: a yes has it. `mustNot`: a yes has nothing of it. */
	rule: 'must' | 'mustNot';
	/** What the page `docs/what-grants.md` says of it; none for parts that stand for a way of writing. */
	text?: string;
	/** Values with which the answer is a yes. `undefined` leaves the member out. */
	good: fc.Arbitrary<unknown>;
	/** Values with which it is none. */
	bad?: fc.Arbitrary<unknown>;
}

/** The values of all parts, by their names. */
export type Parts = Readonly<Record<string, unknown>>;

/** An HTTP answer. */
export interface Answer {
	httpStatus: number;
	body: unknown;
}

/** What grants in a group of nodes. */
export interface Grants {
	/** Type names. */
	nodes: readonly string[];
	/** Parameters besides those of a valid item, so that the answers have something to repeat. */
	parameters?: object;
	parts: Readonly<Record<string, Part>>;
	/** Makes the provider's answers, one for each request. */
	answers: (parts: Parts, node: string) => Answer[];
}

const oneOf = (...values: unknown[]) => fc.constantFrom<unknown>(...values);
const must = (text: string, good: unknown[], bad: unknown[]): Part => ({
	rule: 'must',
	text,
	good: oneOf(...good),
	bad: oneOf(...bad),
});
const mustNot = (text: string, good: unknown[], bad: unknown[]): Part => ({
	...must(text, [undefined, ...good], bad),
	rule: 'mustNot',
});
/** Ways of writing that change nothing. */
const eitherWay = (...values: unknown[]): Part => ({ rule: 'must', good: oneOf(...values) });

const http = must('HTTP 2xx', [200, 201, 299], [199, 300, 302, 400, 401, 404, 408, 422, 429, 500, 503]);

const withoutUndefined = (body: object) =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

const single = ({ http: httpStatus, ...body }: Parts): Answer[] => [
	{ httpStatus: httpStatus as number, body: withoutUndefined(body) },
];

// HyperVerge: https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api

const envelope = {
	http,
	status: must(
		'`status` is `"success"`',
		['success'],
		['failure', 'error', 'SUCCESS', 'Success', true, 200, null, undefined],
	),
	statusCode: must(
		'`statusCode` is `"200"` or missing',
		['200', 200, undefined],
		['', '201', '400', 401, 422, 429, '500', 'success'],
	),
	error: mustNot(
		'an `error`',
		['', null],
		['OTP not verified', { message: 'Invalid OTP' }, { code: 7 }, true],
	),
	metadata: mustNot(
		'the `transactionId` of another journey under `metadata`',
		[{ requestId: '1' }, { transactionId: 'journey-1' }],
		[{ transactionId: 'journey-2' }, { requestId: '1', transactionId: 'other' }],
	),
};

const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln';
const REQUEST_ID = 'req-0123456789abcdef';
const UUID = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';

/** Sentences that deny, are known from the same upstream, and stand under a success. */
const DENIALS = [
	'otp_expired',
	'invalid_otp',
	'OTP expired',
	'OTP not match',
	'max_limit_reached_for_this_otp_verification',
	'Mobile no. already verified',
	'No OTP request found to retryotp',
	'OTP retry count maxed out',
	'Verification pending',
	'OTP verified failed',
	'not verified',
];

/** Values of a verdict that are not the explicit yes. */
const NO_YES = [false, 'false', 'no', 'No', 0, 1, null, '', 'pending', [], {}, [true]];
const VERDICTS = ['verified', 'valid', 'success', 'match'];

const verdicts = (value: fc.Arbitrary<unknown>) =>
	fc.tuple(fc.constantFrom(...VERDICTS), value).map(([key, said]) => ({ [key]: said }));
const anyDenial = fc.oneof(
	fc.constantFrom(...DENIALS),
	fc.string({ maxLength: 30 }).map((words) => `${words} is pending`),
);

const verifiedResult: Part = {
	rule: 'must',
	text: '`result` is missing, a token or an identifier, the words `OTP verified success`, or has one of these as its `message` or a verdict (`verified`, `valid`, `success`, `match`) that is `true` or `"yes"`',
	good: fc.oneof(
		oneOf(
			undefined,
			JWT,
			REQUEST_ID,
			UUID,
			'0123456789abcdef01234567',
			'OTP verified success',
			{ message: JWT },
			{ message: REQUEST_ID },
			{ message: 'OTP verified success' },
			{ verified: true, isInvalid: false },
			{ message: 'OTP verified success', note: '0 failed attempts' },
			{ success: true, status_code: 200, message: null, message_code: 'success' },
			{ verified: true, message: 'OTP verified' },
		),
		verdicts(oneOf(true, 'yes')),
		verdicts(oneOf(true, 'yes')).map((said) => ({ ...said, attempts: 2, name: 'Asha' })),
	),
	bad: fc.oneof(
		anyDenial,
		anyDenial.map((message) => ({ message })),
		verdicts(oneOf(...NO_YES)),
		fc.tuple(verdicts(oneOf(true, 'yes')), anyDenial).map(([said, message]) => ({ ...said, message })),
		fc
			.tuple(verdicts(oneOf(...NO_YES)), verdicts(oneOf(true, 'yes')))
			.filter(([no, yes]) => Object.keys(no)[0] !== Object.keys(yes)[0])
			.map(([no, yes]) => ({ ...no, ...yes })),
		oneOf(
			null,
			'',
			0,
			1,
			200,
			true,
			false,
			[],
			{},
			[{ verified: true }],
			{ status_code: 422 },
			{ status_code: 200 },
			{ verified: true, status_code: 422 },
			{ verified: true, isInvalid: true },
			{ verified: true, details: { verified: false } },
			{ verified: true, status: 'failure' },
			{ verified: true, error: 'otp_expired' },
			{ isVerified: true },
			{ message: 'OTP verified' },
			{ message: '' },
			{ message: '422' },
			{ data: { verified: true } },
			{ type: 'error', message: 'OTP not match' },
		),
	),
};

const hyperVergeVerify: Grants = {
	nodes: ['hyperVergeVerifyEmailOtp', 'hyperVergeVerifyMobileOtp'],
	parameters: { additionalFields: { transactionId: 'journey-1' } },
	parts: {
		...envelope,
		result: verifiedResult,
		message: mustNot(
			'anywhere, a verdict that is not a yes, a status code other than 200, or a sentence that does not confirm the code',
			['', 'success', 'OTP verified success'],
			DENIALS,
		),
	},
	answers: single,
};

/** HyperVerge documents only that the request ID is in `result.message`. */
const SENT_SENTENCES = [
	'otp_sent_successfully',
	'OTP sent successfully to your email',
	'OTP sent successfully',
];
const NOT_SENT_SENTENCES = [
	'OTP retry count maxed out',
	'otp_expired',
	'Mobile no. already verified',
	'otp_retry_limit_3',
	'Verification pending',
];

const hyperVergeSend: Grants = {
	nodes: ['hyperVergeSendMobileOtp', 'hyperVergeResendMobileOtp', 'hyperVergeRetryEmailOtp'],
	parameters: { additionalFields: { transactionId: 'journey-1' } },
	parts: {
		...envelope,
		result: mustNot(
			'a `result` with words other than that the code was sent, or with a verdict that is not a yes',
			[...[REQUEST_ID, ...SENT_SENTENCES, ''].map((message) => ({ message })), {}, { success: true }],
			[
				...NOT_SENT_SENTENCES.map((message) => ({ message })),
				'otp_expired',
				{ success: false },
				{ status_code: 422 },
			],
		),
	},
	answers: single,
};

const hyperVergeSendEmail: Grants = {
	...hyperVergeSend,
	nodes: ['hyperVergeSendEmailOtp'],
	parts: {
		...envelope,
		result: must(
			'`result.message` is an identifier: a digit among at least eight characters that are no words, or `req-` and a number',
			[REQUEST_ID, UUID, 'req-1', '33686c6f6e4e'].map((message) => ({ message })),
			[
				undefined,
				null,
				{},
				{ message: '' },
				...[...SENT_SENTENCES, ...NOT_SENT_SENTENCES].map((message) => ({ message })),
			],
		),
	},
};

// iServeU: https://developer.iserveu.in/dmtlite-common-api/send-otp

const SUCCESS_WORDS = ['SUCCESS', 'success', ' SUCCESS '];
const OTHER_WORDS = [
	'FAILED',
	'INPROGRESS',
	'REFUNDED',
	'PENDING',
	'SUCCESSFUL',
	'OK',
	true,
	1,
	null,
	undefined,
	['SUCCESS'],
];
const iServeUStatus = must('`status` is `SUCCESS`', SUCCESS_WORDS, OTHER_WORDS);
const mobileEcho = mustNot(
	"another customer's number",
	['9876543210', 9876543210, '+91 98765-43210', '98****3210', '', null],
	['9000000001', '+919000000001', 9000000001],
);
const iServeUNodes: Grants[] = [
	{
		nodes: ['iServeUSendOtp'],
		parts: {
			http,
			status: iServeUStatus,
			statusCode: must('`statusCode` is `0`', ['0', 0], ['1', '-1', '4', '00', '', undefined, 'SUCCESS']),
			customerMobileNumber: mobileEcho,
			statusDesc: mustNot(
				'the words of a documented refusal',
				['OTP Sent Successfully'],
				['Failed to send OTP'],
			),
		},
		answers: single,
	},
	{
		nodes: ['iServeUProcessCustomer'],
		parts: {
			http,
			status: iServeUStatus,
			statusCode: must('`statusCode` is `2`', ['2', 2], ['0', '1', '3', '-1', '4', '02', '', undefined]),
			KYCTypeFlag: eitherWay(true, false, undefined),
			mobileNumber: mobileEcho,
		},
		answers: single,
	},
	{
		nodes: ['iServeUVerifyBeneficiary'],
		parts: {
			http,
			status: iServeUStatus,
			statusCode: must('`statusCode` is `0`', ['0', 0], ['1', '-1', '2', '4', '', undefined]),
			'gateway-transaction-details': must(
				'every step of `gateway-transaction-details`, and at least one, has `txnStausCode` `4`, and `SUCCESS` if it has a `status`',
				[
					[{ txnStausCode: '4' }],
					[{ status: 'SUCCESS', txnStausCode: '4' }],
					[{ status: 'SUCCESS', txnStausCode: 4 }, { txnStausCode: '4' }],
				],
				[
					{ txnStausCode: '4' },
					undefined,
					null,
					[],
					{},
					[{}],
					[{ status: 'SUCCESS' }],
					[{ txnStausCode: '2' }],
					[{ status: 'SUCCESS', txnStausCode: '3' }],
					[{ status: 'FAILED', txnStausCode: '4' }],
					[{ status: 'INPROGRESS', txnStausCode: '4' }],
					[{ txnStausCode: '4' }, { txnStausCode: '1' }],
					[{ txnStausCode: '4' }, { status: 'SUCCESS' }],
				],
			),
			externalRefNumber: mustNot(
				'another `externalRefNumber`',
				['ORDER000001', '', null],
				['ORDER000002', 'other'],
			),
		},
		answers: single,
	},
	{
		nodes: ['iServeUGetCustomer'],
		parts: {
			http,
			status: iServeUStatus,
			statusCode: must(
				'`statusCode` is `2` for Verified (`1` for Created, `3` for No OVD)',
				['1', '2', '3', 2],
				['0', '4', '-1', '02', '22', '', undefined],
			),
			mobileNumber: mobileEcho,
		},
		answers: single,
	},
];

// Wibmo: https://developer.wibmo.com/reference/prepaid-apis-introduction

const MESSAGE_CODES: Readonly<Record<string, number>> = {
	wibmoSendEmailOtp: 2080,
	wibmoSendMobileOtp: 1940,
	wibmoVerifyEmailOtp: 2090,
	wibmoVerifyMobileOtp: 1960,
};

const wibmo: Grants = {
	nodes: Object.keys(MESSAGE_CODES),
	parameters: { additionalFields: { clientTxnId: 'TXN1' } },
	parts: {
		http,
		sealed: must('the answer of the operation is encrypted', ['c2VhbGVk'], [undefined, '', null, {}]),
		responseCode: must(
			'the decrypted `responseCode` is `00`',
			['00'],
			['0', '000', 0, '200', '1017', '1001', '1262', 'SUCCESS', '', null, undefined, true, ['00']],
		),
		clear: mustNot(
			'an unencrypted `responseCode` other than `00` next to it',
			['00', ''],
			['1262', '1001', '7777'],
		),
		nested: mustNot(
			'another `responseCode` inside of it',
			[{ a: 1 }, { more: { a: 1 } }],
			[{ responseCode: '1017' }],
		),
		responseMessage: mustNot(
			'the words of a documented refusal',
			['SUCCESS', 'text', ''],
			['CARD_NOT_FOUND', 'Invalid Message'],
		),
		clientTxnId: mustNot('another `clientTxnId`', ['TXN1', '', null], ['TXN2', 'txn1', 'SOMEBODYELSE']),
		clientId: mustNot('another `clientId`', ['7001', 7001, null], ['7999', 1060]),
		bankId: mustNot('another `bankId`', ['7002', 7002, null], [6060, '7003']),
		shape: eitherWay('flat', 'nested', 'text'),
		offset: mustNot('the `messageCode` of another operation', [0, 1], [2, -1, 100]),
	},
	answers: ({ http: httpStatus, sealed, clear, offset, shape: way, ...content }, node) => {
		const messageCode = offset === undefined ? undefined : MESSAGE_CODES[node] + (offset as number);
		const plain = withoutUndefined({ ...content, messageCode });
		const text = JSON.stringify(plain);
		return [
			{ httpStatus: 200, body: { token: 'dG9rZW4=' } },
			{ httpStatus: httpStatus as number, body: withoutUndefined({ token: sealed, responseCode: clear }) },
			{ httpStatus: 200, body: way === 'flat' ? plain : { data: way === 'text' ? text : plain } },
		];
	},
};

// Capillary v2: https://docs.capillarytech.com/reference/errors-and-warnings

const noComplaint = {
	errors: mustNot(
		'`errors`',
		[[], null, {}],
		[[{ code: 600 }], [{}], { code: 605 }, 'refused', [{ code: 610, status: false }]],
	),
	errorCode: mustNot('an `errorCode`', [''], [4000, 'E1']),
	response: mustNot(
		'a `status` that says no',
		[{ status: { success: 'true' } }],
		[{ status: { success: 'false', code: 401 } }],
	),
};

const capillaryNodes: Grants[] = [
	{
		nodes: ['capillaryGenerateOtp'],
		parts: {
			http,
			createdId: must(
				'`createdId` is a whole number; `1` means that the same code was sent again',
				[10, '10', 1],
				[undefined, null, '', 'x', -1, 1.5, true, [10], { id: 10 }],
			),
			entity: mustNot('`entity: false`', [true], [false]),
			...noComplaint,
		},
		answers: single,
	},
	{
		nodes: ['capillaryValidateOtp'],
		parts: {
			http,
			entity: must(
				'`entity` is `true`',
				[true],
				['true', 'TRUE', 1, 0, false, null, undefined, [true], { entity: true }],
			),
			...noComplaint,
		},
		answers: single,
	},
	{
		nodes: ['capillaryGetOtp'],
		parts: {
			http,
			code: must(
				'`code` is a text',
				['538AD87', '****87', '0123'],
				[undefined, null, '', '  ', 538187, true, ['538AD87'], { code: '1' }],
			),
			entity: mustNot('`entity: false`', [true], [false]),
			...noComplaint,
		},
		answers: single,
	},
];

// Capillary v1.1: https://docs.capillarytech.com/reference/redeem-points

function toXml(value: unknown): string {
	if (Array.isArray(value)) return value.map(toXml).join('');
	if (typeof value !== 'object' || value === null)
		return String(value ?? '')
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;');
	return Object.entries(value)
		.filter(([, entry]) => entry !== undefined)
		.map(([name, entry]) =>
			(Array.isArray(entry) ? entry : [entry]).map((one) => `<${name}>${toXml(one)}</${name}>`).join(''),
		)
		.join('');
}

const YES = ['true', true];
const NO_VERDICT = ['false', false, 'maybe', 1, 'TRUE', null, undefined, ''];

/** The parts of an item's status and of what stands around it. */
const statuses = (code: string, others: unknown[]) => ({
	http,
	success: must('`success` of the item is `true`, or `status` where it has no `success`', YES, NO_VERDICT),
	request: must('`success` of the request is `true`', YES, NO_VERDICT),
	code: must(`\`code\` of the item is \`${code}\``, [code, Number(code)], others),
	items: must('there is one item', [1], [0, 2]),
	word: eitherWay('success', 'status'),
});

/** Puts an item into the envelope of an operation: as today, as formerly, or as XML. */
function v11(parts: Parts, shape: unknown, own: object, wrap: (items: unknown) => object): Answer[] {
	const { http: httpStatus, success, request, code, items, word } = parts;
	const status = withoutUndefined({ [String(word)]: success, code, message: 'text' });
	const item = { ...withoutUndefined(own), item_status: status };
	const inner = {
		status: withoutUndefined({ success: request, code: 200, message: 'text' }),
		...wrap(Array.from({ length: items as number }, () => item)),
	};
	const body = shape === 'old' ? inner : { response: inner };
	return [
		{
			httpStatus: httpStatus as number,
			body: shape === 'xml' ? `<?xml version="1.0"?>${toXml({ response: inner })}` : body,
		},
	];
}

const REFUSALS = [200, 404, 521, 7777, '', null, undefined];
const customerEcho = mustNot(
	'another customer',
	['919876543210', 919876543210, '9876543210', '', null],
	['919000000001', '9000000001'],
);
const shape = eitherWay('json', 'old', 'xml');

const redemptions: Grants[] = [
	{
		nodes: ['capillaryRedeemPoints'],
		parameters: {
			additionalFields: { externalReferenceNumber: 'REF1', transactionNumber: 'BILL1' },
		},
		parts: {
			...statuses('800', [808, 803, 700, ...REFUSALS]),
			shape,
			mobile: customerEcho,
			points_redeemed: mustNot(
				'points that differ by one or more',
				['10', 10, '10.4', 9.5, null],
				['1', 11, 1000, '9'],
			),
			external_reference_number: mustNot('another `external_reference_number`', ['REF1', '', null], ['REF2']),
			side_effects: mustNot(
				'another bill',
				[{ effect: [] }, { effect: [{ redeemed_on_bill_number: 'BILL1' }] }],
				[
					{ effect: [{ redeemed_on_bill_number: 'BILL2' }] },
					{ effect: { redeemed_on_bill_number: 'BILL2' } },
				],
			),
		},
		answers: ({ shape: way, mobile, points_redeemed, external_reference_number, side_effects, ...parts }) =>
			v11(parts, way, { mobile, points_redeemed, external_reference_number, side_effects }, (points) => ({
				responses: { points },
			})),
	},
	{
		nodes: ['capillaryRedeemCoupon'],
		parameters: { additionalFields: { transactionNumber: 'BILL1' } },
		parts: {
			...statuses('700', [705, 706, 725, 800, ...REFUSALS]),
			shape,
			mobile: customerEcho,
			coupon: mustNot('another coupon', ['06000041', '', null], ['06000042', 'OTHER50']),
			bill: mustNot('another bill', ['BILL1', '', null], ['BILL2']),
		},
		answers: ({ shape: way, mobile, coupon, bill, ...parts }) =>
			v11(
				parts,
				way,
				{
					customer: withoutUndefined({ mobile }),
					code: coupon,
					redemption_id: '18956938',
					transaction: withoutUndefined({ number: bill }),
				},
				(coupons) => ({ coupons: { coupon: coupons } }),
			),
	},
	{
		nodes: ['capillaryCheckPointsRedeemable'],
		parts: {
			...statuses('800', [876, 872, 900, 818, ...REFUSALS]),
			shape,
			is_redeemable: must('`is_redeemable` is `true`', YES, ['false', false, 1, 'TRUE', '', null]),
			mobile: customerEcho,
			points: mustNot('another number of points', [10, '10', '10.000', null], [1, 1000, '9.5']),
		},
		answers: ({ shape: way, is_redeemable, mobile, points, ...parts }) =>
			v11(parts, way, { is_redeemable, mobile, points }, (redeemable) => ({ points: { redeemable } })),
	},
	{
		nodes: ['capillaryCheckPointsRedeemable'],
		parts: {
			http,
			request: must('`success` of the request is `true`', YES, NO_VERDICT),
			success: must('`success` of the enclosing item is `true`', YES, NO_VERDICT),
			code: must('`code` of the enclosing item is `800`', [800, '800'], [876, 818, ...REFUSALS]),
			is_redeemable: must('`is_redeemable` is `true`', YES, ['false', false, 1, '', null]),
		},
		answers: ({ http: httpStatus, request, success, code, is_redeemable }) => [
			{
				httpStatus: httpStatus as number,
				body: {
					response: {
						status: withoutUndefined({ success: request, code: 200 }),
						responses: {
							points: {
								item_status: withoutUndefined({ success, code, message: 'text' }),
								response: { points: { redeemable: { is_redeemable } } },
							},
						},
					},
				},
			},
		],
	},
];

/** What grants in every node with a granting output. */
export const GRANTS: readonly Grants[] = [
	hyperVergeSendEmail,
	hyperVergeSend,
	hyperVergeVerify,
	...iServeUNodes,
	wibmo,
	...capillaryNodes,
	...redemptions,
];
