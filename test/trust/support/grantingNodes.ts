import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultKind } from '../../../simulator/types';
import { contractOf, minimalOf } from '../../contracts';
import { OUTPUTS, type Contract, type CredentialType } from '../../contracts/contract';
import { bestOutput } from '../../support/contracts';

/** What the provider answers to one item. */
export interface Answer {
	name: string;
	kind?: FaultKind;
	status?: number;
	body?: unknown;
	/** The body as it arrives, where it is not JSON. */
	raw?: string;
	/** Real seconds that pass before it. */
	seconds?: number;
	/** Where in the exchange it strikes; the call that decides if left out. */
	path?: string;
}

/** How a node that lets a user through is attacked: items that differ, and what the provider says of each. */
interface Attack {
	/** Parameters that read from the item. */
	parameters: INodeParameters;
	/** The nth item. */
	item: (n: number) => IDataObject;
	/** The member of the item that stands in its request, and in no other's. */
	mark: string;
	/** The explicit success for the item, with everything that the provider echoes. */
	yes: (item: IDataObject) => IDataObject;
	/** A code of a refusal, and the refusal. */
	no: { code: string; answer: (item: IDataObject) => { status?: number; body: IDataObject } };
	/** Answers for others than the item, and other answers that the contract does not know. */
	notYes?: (yes: IDataObject) => Answer[];
}

/** A node that lets a user through, and how its provider speaks. */
export interface GrantingNode extends Omit<Attack, 'mark' | 'no' | 'notYes'> {
	type: string;
	credential: CredentialType;
	provider: string;
	/** The output that lets a user through, and the item that leaves there. */
	grants: { label: string; outcome: string; reason?: string };
	/**
	 * The codes of a success, and one of a refusal, as a *Status Code* rule would name them; and those
	 * of what a look-up finds besides, which a rule takes that names them.
	 */
	codes: { yes: string[]; no: string; foundToo: string[] };
	/** The fields that the node cannot do without and that read from the item. */
	required: string[];
	/** A text in the request of the item, and in no other's. */
	mark: (item: IDataObject) => string;
	/** The path of the call whose answer decides. */
	path: string;
	/** The paths of the other calls, which can fail. */
	otherPaths: string[];
	/** An explicit refusal. */
	no: Attack['no']['answer'];
	/** Answers that are no success for this item, however much they look like one. */
	notYes: (item: IDataObject) => Answer[];
}

const mobileOf = (n: number) => `98${String(10_000_000 + n)}`;
const otherMobile = '9000000001';
const code = (n: number) => String(400_000 + n);
const expression = (member: string) => `={{ $json.${member} }}`;

/** Every way of writing a refusal or a half-truth with the success of `yes` in it. */
function distorted(yes: IDataObject): Answer[] {
	return [
		...[300, 400, 401, 403, 404, 408, 422, 429, 500, 503].map((status) => ({
			name: `the success with HTTP ${status}`,
			status,
			body: yes,
		})),
		{ name: 'the success in a list', body: [yes] },
		{ name: 'the success under another name', body: { data: { inner: { more: yes } } } },
		{ name: 'the success as an escaped text in a text', body: JSON.stringify(JSON.stringify(yes)) },
		{ name: 'nothing but yes', body: { success: true, verified: true, valid: true, ok: 'yes', code: 200 } },
		{ name: 'the word success', body: 'success' },
		{ name: 'the word true', body: true },
	];
}

/** So many of a list, spread over it. */
const spread = <T>(list: readonly T[], most: number): T[] =>
	list.filter((_, index) => list.length <= most || index % Math.ceil(list.length / most) === 0);

const SAMPLES = { numRuns: 40, seed: 1 };
const MOST_OF_A_KIND = 80;

/** Answers of the contract that are a success but for one part. */
function partlyWrong({ grants }: Contract): Answer[] {
	return grants.flatMap(({ parts, answers }) => {
		const yes = Object.fromEntries(
			Object.entries(parts).map(([name, { rule, good }]) => [
				name,
				rule === 'must' ? fc.sample(good, { numRuns: 1, seed: 1 })[0] : undefined,
			]),
		);
		const earlier = (all: readonly unknown[]) => JSON.stringify(all.slice(0, -1));
		return Object.entries(parts).flatMap(([name, { bad }]) =>
			(bad === undefined ? [] : fc.sample(bad, SAMPLES)).flatMap((value): Answer[] => {
				const all = answers({ ...yes, [name]: value });
				const { status, body } = all[all.length - 1];
				if (earlier(all) !== earlier(answers(yes))) return [];
				const text = typeof body === 'string' ? { raw: body } : { body };
				return [{ name: `a success with ${name} as ${JSON.stringify(value)}`, status, ...text }];
			}),
		);
	});
}

/** Documented answers that are an error: neither a success nor a refusal. */
function unclear({ answers }: Contract): Answer[] {
	return answers.Error.filter(({ before, parameters }) => !before?.length && parameters === undefined).map(
		({ status, body, path }) => ({
			name: `HTTP ${status} ${JSON.stringify(body)}`,
			status,
			...(path !== undefined && { path }),
			...(typeof body === 'string' ? { raw: body } : { body }),
		}),
	);
}

const unique = (answers: readonly Answer[]) => [
	...new Map(answers.map((answer) => [JSON.stringify(answer), answer])).values(),
];

function granting(type: string, attack: Attack): GrantingNode {
	const contract = contractOf(type);
	const { codes, kind, fields, provider, credentials, calls } = contract;
	const label = bestOutput(contract);
	const best = OUTPUTS[kind][OUTPUTS[kind].length - 1];
	const paths = calls.map((call) => call.split(' ')[1]);
	const { parameters, item, mark, yes, no, notYes = () => [] } = attack;
	const foundToo = OUTPUTS[kind].filter(
		({ outcome, label: other }) => outcome === best.outcome && other !== label,
	);
	const ofContract = [
		...spread(unique(partlyWrong(contract)), MOST_OF_A_KIND),
		...spread(unique(unclear(contract)), MOST_OF_A_KIND),
	];
	const codesOf = (labels: readonly string[]) =>
		Object.keys(codes).filter((known) => labels.includes(codes[known]));
	return {
		type,
		credential: credentials[0],
		provider,
		grants: best,
		codes: { yes: codesOf([label]), no: no.code, foundToo: codesOf(foundToo.map((output) => output.label)) },
		parameters: { ...minimalOf(type), ...parameters },
		required: Object.keys(parameters).filter((path) => fields[path]?.empty === 'refused'),
		item,
		mark: (one) => String(one[mark]),
		path: paths[paths.length - 1],
		otherPaths: paths.slice(0, -1),
		yes,
		no: no.answer,
		notYes: (one) => [...distorted(yes(one)), ...notYes(yes(one)), ...ofContract],
	};
}

const over = (yes: IDataObject, others: Record<string, IDataObject>): Answer[] =>
	Object.entries(others).map(([name, other]) => ({ name, body: { ...yes, ...other } }));

function wibmo(channel: 'Email' | 'Mobile'): GrantingNode {
	const messageCode = channel === 'Email' ? 2091 : 1961;
	const yes = (item: IDataObject): IDataObject => ({
		responseCode: '00',
		messageCode,
		clientTxnId: item.txn,
		clientId: '7001',
		responseDateTime: '20260814191425',
		responseMessage: 'SUCCESS',
		bankId: 7002,
	});
	return granting(`wibmoVerify${channel}Otp`, {
		parameters: {
			[channel === 'Email' ? 'email' : 'mobileNumber']: expression('to'),
			otp: expression('code'),
			additionalFields: { clientTxnId: expression('txn') },
		},
		item: (n) => ({
			to: channel === 'Email' ? `p${n}x@example.com` : `91${mobileOf(n)}`,
			code: code(n),
			txn: `TXN${n}END`,
		}),
		mark: 'txn',
		yes,
		no: {
			code: '1017',
			answer: (item) => ({ body: { ...yes(item), responseCode: '1017', responseMessage: 'INVALID OTP' } }),
		},
		notYes: (good) => [
			...over(good, {
				'the transaction of somebody else': { clientTxnId: 'SOMEBODYELSE' },
				'the answer to a sent code': { messageCode: messageCode - 10 },
			}),
			// A success would be encrypted.
			...['/api/v2/encrypt', `/api/onboarding/v1/verify${channel}Otp`].flatMap((path) =>
				[200, 201, 400].map((status) => ({
					name: `a success in the clear with HTTP ${status} from ${path}`,
					path,
					status,
					body: good,
				})),
			),
		],
	});
}

const transaction = {
	item: (n: number) => ({ to: mobileOf(n), code: code(n), ref: `REF${n}END`, mine: `mine-${n}` }),
	others: {
		'the status INPROGRESS': { status: 'INPROGRESS' },
		'success in the words only': { status: 'FAILED', statusDesc: 'SUCCESS' },
		'the reference of somebody else': { externalRefNumber: 'SOMEBODYELSE' },
	},
};

const processCustomer = granting('iServeUProcessCustomer', {
	parameters: {
		mobileNumber: expression('to'),
		otp: expression('code'),
		additionalFields: { externalRefNumber: expression('ref'), paramA: expression('mine') },
	},
	item: transaction.item,
	mark: 'to',
	yes: (item) => ({
		name: 'Asha Example',
		mobileNumber: item.to,
		statusCode: '2',
		statusDesc: 'Customer verified successfully and Ovd Data Updated',
		KYCTypeFlag: true,
		status: 'SUCCESS',
		externalRefNumber: item.ref,
		paramA: item.mine,
	}),
	no: {
		code: '7',
		answer: (item) => ({
			body: { status: 'FAILED', statusCode: '7', statusDesc: 'Invalid OTP', mobileNumber: item.to },
		}),
	},
	notYes: (good) =>
		over(good, {
			...transaction.others,
			'the number of somebody else': { mobileNumber: otherMobile },
			'the number of somebody else with +91': { mobileNumber: `+91${otherMobile}` },
			"somebody else's own parameter": { paramA: 'not mine' },
		}),
});

const verifyBeneficiary = granting('iServeUVerifyBeneficiary', {
	parameters: {
		customerMobileNumber: expression('to'),
		externalRefNumber: expression('ref'),
		otp: expression('code'),
		additionalFields: { paramC: expression('mine') },
	},
	item: transaction.item,
	mark: 'ref',
	yes: (item) => ({
		status: 'SUCCESS',
		statusCode: '0',
		externalRefNumber: item.ref,
		parentTxnId: '123456789012345678',
		'status-desc': 'Verified',
		'gateway-transaction-details': [{ gateWayTxnId: '1', status: 'SUCCESS', txnStausCode: '4' }],
		paramC: item.mine,
	}),
	no: {
		code: '1',
		answer: (item) => ({
			body: {
				status: 'FAILED',
				statusCode: '1',
				externalRefNumber: item.ref,
				'status-desc': 'Invalid OTP',
			},
		}),
	},
	notYes: (good) =>
		over(good, { ...transaction.others, "somebody else's own parameter": { paramC: 'not mine' } }),
});

const getCustomer = granting('iServeUGetCustomer', {
	parameters: { mobileNumber: expression('to') },
	item: (n) => ({ to: mobileOf(n) }),
	mark: 'to',
	yes: (item) => ({
		status: 'SUCCESS',
		statusCode: '2',
		statusDesc: 'Customer verified',
		mobileNumber: item.to,
	}),
	no: {
		code: '0',
		answer: () => ({ body: { status: 'SUCCESS', statusCode: '0', statusDesc: 'Customer not onboarded' } }),
	},
	notYes: (good) =>
		over(good, {
			'the number of somebody else': { mobileNumber: otherMobile },
			'a state that is found too': { statusCode: '1' },
		}),
});

function hyperVerge(channel: 'Email' | 'Mobile'): GrantingNode {
	return granting(`hyperVergeVerify${channel}Otp`, {
		parameters: {
			[channel === 'Email' ? 'requestId' : 'mobileNumber']: expression('key'),
			otp: expression('code'),
			additionalFields: { transactionId: expression('txn') },
		},
		item: (n) => ({
			key: channel === 'Email' ? `req-${n}-end` : mobileOf(n),
			code: code(n),
			txn: `journey-${n}`,
		}),
		mark: 'key',
		yes: () => ({
			status: 'success',
			statusCode: '200',
			result: { message: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln' },
		}),
		no: {
			code: '400',
			answer: () => ({ status: 400, body: { status: 'failure', statusCode: 400, message: 'refused' } }),
		},
		notYes: (good) =>
			over(good, {
				'the journey of somebody else': { metadata: { transactionId: 'not-mine' } },
				'the journey of somebody else in the other spelling': {
					metaData: { requestId: '1', transactionId: 'not-mine' },
				},
			}),
	});
}

const validateOtp = granting('capillaryValidateOtp', {
	parameters: { entityValue: expression('to'), code: expression('code') },
	item: (n) => ({ to: `91${mobileOf(n)}`, code: code(n) }),
	mark: 'to',
	yes: () => ({ entity: true, warnings: [] }),
	no: {
		code: 'entity:false',
		answer: () => ({ status: 400, body: { entity: false, warnings: [] } }),
	},
	notYes: () => [
		{ name: 'the misspelt key of the page', body: { entiry: true, warnings: [] } },
		{ name: 'a yes of another shape', body: { success: true, code: 610, message: 'OTP validated' } },
		{ name: 'a yes in XML', raw: '<response><entity>true</entity></response>' },
	],
});

const getOtp = granting('capillaryGetOtp', {
	parameters: { identifierValue: expression('to') },
	item: (n) => ({ to: `91${mobileOf(n)}` }),
	mark: 'to',
	yes: () => ({ orgId: 966, userId: 313302314, code: '538AD87', validUpto: '2030-08-07T21:44:20+05:30' }),
	no: {
		code: '9001',
		answer: () => ({
			status: 400,
			body: { errors: [{ status: false, code: 9001, message: 'No valid OTP found.' }] },
		}),
	},
	notYes: () => [
		{ name: 'a code in XML', raw: '<response><code>538AD87</code><orgId>966</orgId></response>' },
	],
});

interface Redemption extends IDataObject {
	item_status: IDataObject;
}

/** The v1.1 envelope around an item of a redemption. */
function v11(wrap: (item: IDataObject) => IDataObject, item: IDataObject, success = 'true', number = 200) {
	return { response: { status: { success, code: number, message: 'text' }, ...wrap(item) } };
}

function redemption(
	type: string,
	attack: Pick<Attack, 'parameters' | 'item'> & { no: string },
	wrap: (item: IDataObject) => IDataObject,
	good: (item: IDataObject) => Redemption,
	others: Record<string, IDataObject>,
): GrantingNode {
	const content = (yes: IDataObject): Redemption => itemIn(yes) as Redemption;
	return granting(type, {
		...attack,
		mark: 'to',
		yes: (item) => v11(wrap, good(item)),
		no: {
			code: attack.no,
			answer: (item) => ({
				body: v11(
					wrap,
					{
						...good(item),
						is_redeemable: 'false',
						item_status: { success: 'false', code: Number(attack.no), message: 'no' },
					},
					'false',
					500,
				),
			}),
		},
		notYes: (yes) => [
			{
				name: 'a refused item around a granted one',
				body: v11((item) => ({ outer: { ...wrap(item), item_status: { success: 'false' } } }), content(yes)),
			},
			{ name: 'two items', body: v11((item) => ({ list: [wrap(item), wrap(item)] }), content(yes)) },
			{ name: 'a request without a verdict', body: { response: wrap(content(yes)) } },
			...Object.entries(others).map(([name, other]) => ({
				name,
				body: v11(wrap, { ...content(yes), ...other } as Redemption),
			})),
		],
	});
}

/** The part of an answer that has a status of its own. */
function itemIn(value: unknown): object | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if ('item_status' in value) return value;
	return Object.values(value)
		.map(itemIn)
		.find((found) => found !== undefined);
}

const customer = { email: 'tom@example.com', external_id: '123456' };

const checkPoints = redemption(
	'capillaryCheckPointsRedeemable',
	{
		parameters: { identifierValue: expression('to'), points: expression('points') },
		item: (n) => ({ to: `91${mobileOf(n)}`, points: 10 }),
		no: '818',
	},
	(redeemable) => ({ points: { redeemable } }),
	(item) => ({
		mobile: item.to,
		...customer,
		points: 10,
		is_redeemable: 'true',
		points_redeem_value: 10,
		item_status: { success: 'true', code: 800, message: 'Points can be redeemed' },
	}),
	{
		'a yes that is not redeemable': { is_redeemable: 'false' },
		'a code that could not be sent': { item_status: { success: 'true', code: 876 } },
		'another customer': { mobile: `91${otherMobile}` },
		'another number of points': { points: 1000 },
	},
);

const redeemPoints = redemption(
	'capillaryRedeemPoints',
	{
		parameters: {
			identifierValue: expression('to'),
			points: expression('points'),
			validationCode: expression('code'),
			additionalFields: {
				externalReferenceNumber: expression('ref'),
				transactionNumber: expression('bill'),
			},
		},
		item: (n) => ({ to: `91${mobileOf(n)}`, points: 10, code: code(n), ref: `ref-${n}`, bill: `bill-${n}` }),
		no: '808',
	},
	(points) => ({ responses: { points } }),
	(item) => ({
		mobile: item.to,
		...customer,
		user_id: '564670755',
		redemption_id: '7t4y2a',
		points_redeemed: '10',
		external_reference_number: item.ref,
		redeemed_value: 10,
		side_effects: {
			effect: [
				{ num_points: 10, validation_code: item.code, redeemed_on_bill_number: item.bill, type: 'points' },
			],
		},
		item_status: { success: 'true', code: 800, message: 'Points Redeemed' },
	}),
	{
		'another customer': { mobile: `91${otherMobile}` },
		'fewer points': { points_redeemed: '1' },
		'another reference': { external_reference_number: 'not-mine' },
		'another bill': {
			side_effects: { effect: [{ redeemed_on_bill_number: 'not-mine', type: 'points' }] },
		},
	},
);

const redeemCoupon = redemption(
	'capillaryRedeemCoupon',
	{
		parameters: {
			identifierValue: expression('to'),
			couponCode: expression('coupon'),
			validationCode: expression('code'),
			additionalFields: { transactionNumber: expression('bill') },
		},
		item: (n) => ({ to: `91${mobileOf(n)}`, coupon: `SAVE${n}`, code: code(n), bill: `bill-${n}` }),
		no: '705',
	},
	(coupon) => ({ coupons: { coupon } }),
	(item) => ({
		customer: { mobile: item.to, ...customer, user_id: '1' },
		redemption_id: '18956938',
		code: item.coupon,
		series_code: '1001',
		transaction: { number: item.bill },
		side_effects: [],
		item_status: { success: 'true', code: 700, message: 'Coupon processing successful' },
	}),
	{
		'another customer': { customer: { mobile: `91${otherMobile}` } },
		'another coupon': { code: 'OTHER50' },
		'another bill': { transaction: { number: 'not-mine' } },
		'a coupon that is not redeemable': { item_status: { success: 'true', code: 706 } },
	},
);

/** Every node that verifies or redeems, and the look-ups that let somebody go on. */
export const GRANTING_NODES: readonly GrantingNode[] = [
	wibmo('Email'),
	wibmo('Mobile'),
	processCustomer,
	verifyBeneficiary,
	getCustomer,
	hyperVerge('Email'),
	hyperVerge('Mobile'),
	validateOtp,
	getOtp,
	checkPoints,
	redeemPoints,
	redeemCoupon,
];

/** What can go wrong between n8n and any provider. */
export const FAULTS: readonly Answer[] = [
	{ name: '401 in JSON', status: 401, body: { message: 'Unauthorized' } },
	{ name: '401 in XML', kind: 'xml', status: 401 },
	...[400, 402, 403, 404, 405, 408, 409, 413, 415, 418, 422, 429, 500, 501, 503, 504].map((status) => ({
		name: `HTTP ${status}`,
		kind: 'status' as const,
		status,
	})),
	{ name: '502 in HTML', kind: 'html', status: 502 },
	...[301, 302, 303, 307, 308].map((status) => ({
		name: `a redirect with ${status}`,
		kind: 'redirect' as const,
		status,
	})),
	{ name: 'a reset', kind: 'reset' },
	{ name: 'a reset after the headers', kind: 'resetAfterHeaders' },
	{ name: 'half a JSON', kind: 'halfJson' },
	{ name: 'an empty body', kind: 'empty' },
	{ name: 'an empty body with 201', kind: 'empty', status: 201 },
	{ name: 'nothing with 204', kind: 'empty', status: 204 },
	{ name: 'HTML with 200', kind: 'html' },
	{ name: 'XML with 200', kind: 'xml' },
	{ name: 'an empty object', body: {} },
	{ name: 'an empty list', body: [] },
	{ name: 'null', body: null },
];
