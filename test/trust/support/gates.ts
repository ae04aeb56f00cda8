import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultKind } from '../../../simulator/types';
import { minimalOf } from '../../contracts';
import type { Journey } from '../../support/scenarios';

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

/** A node that lets a person through, and how its provider speaks, written from the provider's pages. */
export interface Gate {
	type: string;
	credential: Journey['credential'];
	provider: string;
	/** The output that lets a person through, and the item that leaves there. */
	grants: { label: string; outcome: string; reason?: string };
	/**
	 * The codes of a success, and one of a refusal, as a *Status Code* rule would name them; and those
	 * of what a look-up finds besides, which a rule takes that names them.
	 */
	codes: { yes: string[]; no: string; foundToo?: string[] };
	/** Reads every value from the item. */
	parameters: INodeParameters;
	/** The fields that the node cannot do without. */
	required: string[];
	/** The nth item. */
	item: (n: number) => IDataObject;
	/** A text in the request of the item, and in no other's. */
	mark: (item: IDataObject) => string;
	/** The end of the path of the call whose answer decides. */
	path: string;
	/** The explicit success for the item, with everything that the provider echoes. */
	yes: (item: IDataObject) => IDataObject;
	/** An explicit refusal. */
	no: (item: IDataObject) => { status?: number; body: IDataObject };
	/** Answers that are no success for this item, however much they look like one. */
	notYes: (item: IDataObject) => Answer[];
	/** Calls beside the deciding one that can fail. */
	otherPaths?: string[];
}

const mobileOf = (n: number) => `98${String(10_000_000 + n)}`;
const otherMobile = '9000000001';
const code = (n: number) => String(400_000 + n);

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

const without = (body: IDataObject, key: string): IDataObject =>
	Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));

function wibmo(channel: 'Email' | 'Mobile'): Gate {
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
	return {
		type: `wibmoVerify${channel}Otp`,
		credential: 'wibmoApi',
		provider: 'wibmo',
		grants: { label: 'Verified', outcome: 'verified' },
		codes: { yes: ['00'], no: '1017' },
		parameters: {
			...(channel === 'Email' ? { email: '={{ $json.to }}' } : { mobileNumber: '={{ $json.to }}' }),
			otp: '={{ $json.code }}',
			additionalFields: { clientTxnId: '={{ $json.txn }}' },
		},
		required: [channel === 'Email' ? 'email' : 'mobileNumber', 'otp'],
		item: (n) => ({
			to: channel === 'Email' ? `p${n}x@example.com` : `91${mobileOf(n)}`,
			code: code(n),
			txn: `TXN${n}END`,
		}),
		mark: ({ txn }) => String(txn),
		path: '/api/v2/decrypt',
		otherPaths: ['/api/v2/encrypt', `/verify${channel}Otp`],
		yes,
		no: (item) => ({ body: { ...yes(item), responseCode: '1017', responseMessage: 'INVALID OTP' } }),
		notYes: (item) => {
			const good = yes(item);
			return [
				...distorted(good),
				...['0', '000', 'OO', '00 SUCCESS', 'SUCCESS', '200', '201', '1001', '1081'].map((responseCode) => ({
					name: `the code ${responseCode}`,
					body: { ...good, responseCode },
				})),
				...[0, true, null, ['00'], { code: '00' }].map((responseCode) => ({
					name: `the code ${JSON.stringify(responseCode)}`,
					body: { ...good, responseCode } as IDataObject,
				})),
				{ name: 'no code', body: without(good, 'responseCode') },
				{ name: 'a yes beside a no', body: { a: good, b: { ...good, responseCode: '1017' } } },
				{ name: 'a yes around a no', body: { ...good, data: [{ responseCode: '1017' }] } },
				{ name: 'a yes around a no as a text', body: { ...good, data: '{"responseCode":"1017"}' } },
				{ name: 'a success of Decrypt itself', status: 400, body: { responseCode: '00' } },
				...['/api/v2/encrypt', `/verify${channel}Otp`].flatMap((path) =>
					[200, 201, 400].flatMap((status) => [
						{ name: `a success in the clear with HTTP ${status} from ${path}`, path, status, body: good },
						{
							name: `a refusal in the clear with HTTP ${status} from ${path}`,
							path,
							status,
							body: { responseCode: '1262', responseMessage: 'CLIENT ID NOT PRESENT IN THE REQUEST' },
						},
					]),
				),
				{ name: 'the transaction of somebody else', body: { ...good, clientTxnId: 'SOMEBODYELSE' } },
				{ name: 'the answer for another client', body: { ...good, clientId: '7999' } },
				{ name: 'the answer for another bank', body: { ...good, bankId: 6060 } },
				{ name: 'the answer to a sent code', body: { ...good, messageCode: messageCode - 10 } },
				{ name: 'the answer to another operation', body: { ...good, messageCode: 1941 } },
			];
		},
	};
}

const processCustomer: Gate = {
	type: 'iServeUProcessCustomer',
	credential: 'iServeUApi',
	provider: 'iserveu',
	grants: { label: 'Verified', outcome: 'verified' },
	codes: { yes: ['2'], no: '7' },
	parameters: {
		...minimalOf('iServeUProcessCustomer'),
		mobileNumber: '={{ $json.to }}',
		otp: '={{ $json.code }}',
		additionalFields: { externalRefNumber: '={{ $json.ref }}', paramA: '={{ $json.mine }}' },
	},
	required: ['mobileNumber', 'otp'],
	item: (n) => ({ to: mobileOf(n), code: code(n), ref: `REF${n}END`, mine: `mine-${n}` }),
	mark: ({ to }) => String(to),
	path: '/process-customer-registration',
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
	no: (item) => ({
		body: { status: 'FAILED', statusCode: '7', statusDesc: 'Invalid OTP', mobileNumber: item.to },
	}),
	notYes: (item) => {
		const good = processCustomer.yes(item);
		return [
			...iServeUHalves(good),
			{ name: 'a refusal with the code of a success', body: { ...good, status: 'FAILED' } },
			...['0', '1', '3', '4', '-1', '02', '2.0', '22', '200', '429', '', null].flatMap((statusCode) =>
				[true, false].map((KYCTypeFlag) => ({
					name: `a success with the code ${JSON.stringify(statusCode)} and KYCTypeFlag ${KYCTypeFlag}`,
					body: { ...good, statusCode, KYCTypeFlag },
				})),
			),
			{ name: 'a success without a code', body: without(good, 'statusCode') },
			{ name: 'the reference of somebody else', body: { ...good, externalRefNumber: 'SOMEBODYELSE' } },
			{ name: 'the number of somebody else', body: { ...good, mobileNumber: otherMobile } },
			{ name: 'the number of somebody else with +91', body: { ...good, mobileNumber: `+91${otherMobile}` } },
			{ name: "somebody else's own parameter", body: { ...good, paramA: 'not mine' } },
		];
	},
};

/** Words of iServeU that are neither SUCCESS nor FAILED, or not in their place. */
function iServeUHalves(good: IDataObject): Answer[] {
	return [
		...distorted(good),
		...['INPROGRESS', 'REFUNDED', 'PENDING', 'SUCCESSFUL', 'NOT SUCCESS', 'OK', 'true', '0'].map(
			(status) => ({
				name: `the status ${status}`,
				body: { ...good, status },
			}),
		),
		...[true, 1, null, ['SUCCESS'], { status: 'SUCCESS' }].map((status) => ({
			name: `the status ${JSON.stringify(status)}`,
			body: { ...good, status } as IDataObject,
		})),
		{ name: 'no status', body: without(good, 'status') },
		{ name: 'success in the words only', body: { ...good, status: 'FAILED', statusDesc: 'SUCCESS' } },
	];
}

const STEPS = 'gateway-transaction-details';

/** Steps at the bank's gateway that did not all succeed, or do not say so. */
const NO_STEPS = [
	null,
	[],
	{},
	'4',
	[{}],
	[['4']],
	[{ status: 'SUCCESS' }],
	[{ status: 'SUCCESS', txnStatusDesc: 'Transaction Success' }],
	...['0', '1', '2', '3', '5', '', null, true, ['4']].flatMap((txnStausCode) => [
		[{ txnStausCode }],
		[{ txnStausCode, status: 'SUCCESS' }],
		[{ txnStausCode: '4' }, { txnStausCode }],
	]),
	...['FAILED', 'INPROGRESS', 'REFUNDED', false].map((status) => [{ txnStausCode: '4', status }]),
];

const verifyBeneficiary: Gate = {
	type: 'iServeUVerifyBeneficiary',
	credential: 'iServeUApi',
	provider: 'iserveu',
	grants: { label: 'Verified', outcome: 'verified' },
	codes: { yes: ['0'], no: '1' },
	parameters: {
		...minimalOf('iServeUVerifyBeneficiary'),
		customerMobileNumber: '={{ $json.to }}',
		externalRefNumber: '={{ $json.ref }}',
		otp: '={{ $json.code }}',
		additionalFields: { paramC: '={{ $json.mine }}' },
	},
	required: ['customerMobileNumber', 'externalRefNumber', 'otp'],
	item: (n) => ({ to: mobileOf(n), code: code(n), ref: `REF${n}END`, mine: `mine-${n}` }),
	mark: ({ ref }) => String(ref),
	path: '/transaction/verify-bene',
	yes: (item) => ({
		status: 'SUCCESS',
		statusCode: '0',
		externalRefNumber: item.ref,
		parentTxnId: '123456789012345678',
		'status-desc': 'Verified',
		[STEPS]: [{ gateWayTxnId: '1', status: 'SUCCESS', txnStausCode: '4' }],
		paramC: item.mine,
	}),
	no: (item) => ({
		body: { status: 'FAILED', statusCode: '1', externalRefNumber: item.ref, 'status-desc': 'Invalid OTP' },
	}),
	notYes: (item) => {
		const good = verifyBeneficiary.yes(item);
		return [
			...iServeUHalves(good),
			{ name: 'the transaction of somebody else', body: { ...good, externalRefNumber: 'SOMEBODYELSE' } },
			{ name: "somebody else's own parameter", body: { ...good, paramC: 'not mine' } },
			...['1', '2', '4', '-1', '00', '0.0', '200', '429', '', null].map((statusCode) => ({
				name: `a success with the code ${JSON.stringify(statusCode)}`,
				body: { ...good, statusCode },
			})),
			{ name: 'a success without a code', body: without(good, 'statusCode') },
			{ name: 'a success without steps', body: without(good, STEPS) },
			...NO_STEPS.map((steps) => ({
				name: `a success with the steps ${JSON.stringify(steps)}`,
				body: { ...good, [STEPS]: steps } as IDataObject,
			})),
		];
	},
};

const getCustomer: Gate = {
	type: 'iServeUGetCustomer',
	credential: 'iServeUApi',
	provider: 'iserveu',
	grants: { label: 'Verified', outcome: 'found', reason: 'customerVerified' },
	codes: { yes: ['2'], no: '0', foundToo: ['1', '3'] },
	parameters: { ...minimalOf('iServeUGetCustomer'), mobileNumber: '={{ $json.to }}' },
	required: ['mobileNumber'],
	item: (n) => ({ to: mobileOf(n) }),
	mark: ({ to }) => String(to),
	path: '/customer/get-customer',
	yes: (item) => ({
		status: 'SUCCESS',
		statusCode: '2',
		statusDesc: 'Customer verified',
		mobileNumber: item.to,
	}),
	no: () => ({ body: { status: 'SUCCESS', statusCode: '0', statusDesc: 'Customer not onboarded' } }),
	notYes: (item) => {
		const good = getCustomer.yes(item);
		return [
			...iServeUHalves(good),
			...['0', '1', '3', '4', '-1', '02', '2.0', '22', 'verified', ''].map((statusCode) => ({
				name: `the code ${statusCode}`,
				body: { ...good, statusCode },
			})),
			{ name: 'a refusal with the code of a verified customer', body: { ...good, status: 'FAILED' } },
			{ name: 'the number of somebody else', body: { ...good, mobileNumber: otherMobile } },
		];
	},
};

/**
 * Assumption: results of a success that do not say that a code was right, as other APIs of HyperVerge and
 * MSG91's widget write them.
 */
const HYPERVERGE_NO_YES = [
	null,
	{},
	[],
	'',
	true,
	'yes',
	'OTP verified',
	'MAXLIMITREACHED3',
	{ message: '' },
	...[
		'otp_expired',
		'invalid_otp',
		'max_limit_reached_for_this_otp_verification',
		'Mobile no. already verified',
		'No OTP request found to retryotp',
		'OTP retry count maxed out',
		'OTP not match',
		'Verification pending',
		`OTP verified success${' '.repeat(2000)}not`,
	].map((message) => ({ message })),
	...[false, 0, 1, 'no', 'true', 'YES', null, { value: 'no' }].map((verified) => ({ verified })),
	{ match: 'no' },
	{ verified: true, match: 'no' },
	{ verified: true, match: { value: 'no' } },
	{ verified: true, isInvalid: true },
	{ verified: true, otp_expired: 'yes' },
	{ verified: true, status: 'pending' },
	{ verified: true, status_code: 422 },
	{ verified: true, message: 'OTP expired' },
	{ status_code: 422 },
	{ success: true, message: 'OTP verified success', error: { message: 'no' } },
	{ type: 'error', message: 'OTP verified success' },
	{ details: { verified: true } },
	{ details: { summary: 'Invalid OTP' } },
];

function hyperVerge(channel: 'Email' | 'Mobile'): Gate {
	const yes = (): IDataObject => ({
		status: 'success',
		statusCode: '200',
		result: { message: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln' },
	});
	return {
		type: `hyperVergeVerify${channel}Otp`,
		credential: 'hyperVergeApi',
		provider: 'hyperverge',
		grants: { label: 'Verified', outcome: 'verified' },
		codes: { yes: ['200'], no: '400' },
		parameters: {
			...(channel === 'Email' ? { requestId: '={{ $json.key }}' } : { mobileNumber: '={{ $json.key }}' }),
			otp: '={{ $json.code }}',
			additionalFields: { transactionId: '={{ $json.txn }}' },
		},
		required: [channel === 'Email' ? 'requestId' : 'mobileNumber', 'otp'],
		item: (n) => ({
			key: channel === 'Email' ? `req-${n}-end` : mobileOf(n),
			code: code(n),
			txn: `journey-${n}`,
		}),
		mark: ({ key }) => String(key),
		path: channel === 'Email' ? '/verifyOTPEmail' : '/verifyMobileOtp',
		yes,
		no: () => ({ status: 400, body: { status: 'failure', statusCode: 400, message: 'refused' } }),
		notYes: () => {
			const good = yes();
			return [
				...distorted(good),
				...['Success', 'SUCCESS', 'succes', 'ok', 'failure', 'error', 'pending'].map((status) => ({
					name: `the status ${status}`,
					body: { ...good, status },
				})),
				...[true, 200, null, ['success'], { status: 'success' }].map((status) => ({
					name: `the status ${JSON.stringify(status)}`,
					body: { ...good, status } as IDataObject,
				})),
				...['201', '400', '422', '500', '2000', 'success'].map((statusCode) => ({
					name: `a success with the code ${statusCode}`,
					body: { ...good, statusCode },
				})),
				...['', null, true, ['200'], { code: '200' }].map((statusCode) => ({
					name: `a success with the code ${JSON.stringify(statusCode)}`,
					body: { ...good, statusCode } as IDataObject,
				})),
				{ name: 'no status', body: without(good, 'status') },
				{ name: 'a success with an error', body: { ...good, error: 'OTP not verified' } },
				{ name: 'a success with words that deny it', body: { ...good, message: 'OTP not verified' } },
				...HYPERVERGE_NO_YES.map((result) => ({
					name: `a success with the result ${JSON.stringify(result)}`,
					body: { ...good, result } as IDataObject,
				})),
				{ name: 'the journey of somebody else', body: { ...good, metadata: { transactionId: 'not-mine' } } },
				{
					name: 'the journey of somebody else in the other spelling',
					body: { ...good, metaData: { requestId: '1', transactionId: 'not-mine' } },
				},
			];
		},
	};
}

/** A yes of v2 next to something that says otherwise. */
function besides(yes: IDataObject, number: number): Answer[] {
	const others: IDataObject[] = [
		{ success: false },
		{ status: 'false' },
		{ status: 'FAILED' },
		{ status: { success: 'false', code: 500, message: 'text' } },
		{ errors: 'refused' },
		{ errors: { code: number, message: 'refused' } },
		{ error: { message: 'refused' } },
		{ errorCode: number },
		{ warnings: [{ status: false, code: number, message: 'refused' }] },
	];
	return others.map((other) => ({
		name: `a yes beside ${JSON.stringify(other)}`,
		body: { ...yes, ...other },
	}));
}

const validateOtp: Gate = {
	type: 'capillaryValidateOtp',
	credential: 'capillaryTillApi',
	provider: 'capillary',
	grants: { label: 'Verified', outcome: 'verified' },
	codes: { yes: ['entity:true'], no: 'entity:false' },
	parameters: { entityValue: '={{ $json.to }}', code: '={{ $json.code }}' },
	required: ['entityValue', 'code'],
	item: (n) => ({ to: `91${mobileOf(n)}`, code: code(n) }),
	mark: ({ to }) => String(to),
	path: '/v2/otp/validate',
	yes: () => ({ entity: true, warnings: [] }),
	no: () => ({ status: 400, body: { entity: false, warnings: [] } }),
	notYes: () => [
		...distorted({ entity: true, warnings: [] }),
		...['true', 'TRUE', 1, null, [true], { entity: true }, {}].map((entity) => ({
			name: `the entity ${JSON.stringify(entity)}`,
			body: { entity, warnings: [] } as IDataObject,
		})),
		{ name: 'the misspelt key of the page', body: { entiry: true, warnings: [] } },
		{ name: 'no entity', body: { warnings: [] } },
		{
			name: 'a yes with HTTP 200 and no entity',
			body: { success: true, code: 610, message: 'OTP validated' },
		},
		...[610, 605, 876, 7777].map((number) => ({
			name: `a yes with the complaint ${number}`,
			body: { entity: true, errors: [{ status: false, code: number, message: 'text' }] },
		})),
		...besides({ entity: true }, 605),
		{ name: 'a yes in XML', raw: '<response><entity>true</entity></response>' },
	],
};

const getOtp: Gate = {
	type: 'capillaryGetOtp',
	credential: 'capillaryTillApi',
	provider: 'capillary',
	grants: { label: 'Found', outcome: 'found' },
	codes: { yes: ['code'], no: '9001' },
	parameters: { identifierValue: '={{ $json.to }}' },
	required: ['identifierValue'],
	item: (n) => ({ to: `91${mobileOf(n)}` }),
	mark: ({ to }) => String(to),
	path: '/v2/otp',
	yes: () => ({ orgId: 966, userId: 313302314, code: '538AD87', validUpto: '2030-08-07T21:44:20+05:30' }),
	no: () => ({
		status: 400,
		body: { errors: [{ status: false, code: 9001, message: 'No valid OTP found.' }] },
	}),
	notYes: () => [
		...distorted({ orgId: 966, userId: 313302314, code: '538AD87' }),
		...['', '   ', null, true, 538187, ['538AD87'], { code: '538AD87' }].map((found) => ({
			name: `the code ${JSON.stringify(found)}`,
			body: { orgId: 966, code: found } as IDataObject,
		})),
		{ name: 'no code', body: { orgId: 966, userId: 1, validUpto: '2030-08-07T21:44:20+05:30' } },
		{
			name: 'a code with a complaint',
			body: { code: '538AD87', errors: [{ status: false, code: 9001, message: 'none' }] },
		},
		...besides({ code: '538AD87', orgId: 966 }, 9001),
		{ name: 'a code in XML', raw: '<response><code>538AD87</code><orgId>966</orgId></response>' },
	],
};

interface Redemption extends IDataObject {
	item_status: IDataObject;
}

/** The v1.1 envelope around an item of a redemption. */
function v11(wrap: (item: IDataObject) => IDataObject, item: IDataObject, success = 'true', number = 200) {
	return { response: { status: { success, code: number, message: 'text' }, ...wrap(item) } };
}

/** A body in XML, as v1.1 answers some accounts. */
function xmlOf(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value ?? '');
	return Object.entries(value)
		.flatMap(([name, inner]) => [inner].flat().map((each) => `<${name}>${xmlOf(each)}</${name}>`))
		.join('');
}

/** Ways in which the two statuses of a v1.1 answer do not both say yes. */
function v11Halves(wrap: (item: IDataObject) => IDataObject, good: Redemption): Answer[] {
	const status = (item_status: unknown) => ({ ...good, item_status }) as Redemption;
	const { code: yes } = good.item_status;
	const halves = [
		{ name: 'a refused request with a granted item', body: v11(wrap, good, 'false', 500) },
		{ name: 'a request that succeeded in part', body: v11(wrap, good, 'true', 201) },
		{ name: 'a request without a verdict', body: { response: wrap(good) } },
		{ name: 'a refused item', body: v11(wrap, status({ success: 'false', code: yes })) },
		{ name: 'a refused item by its status', body: v11(wrap, status({ status: 'false', code: yes })) },
		{
			name: 'an item that is granted and refused',
			body: v11(wrap, status({ success: 'true', status: 'false', code: yes })),
		},
		{ name: 'an item that says maybe', body: v11(wrap, status({ success: 'maybe', code: yes })) },
		{ name: 'an item that says 1', body: v11(wrap, status({ success: 1, code: yes })) },
		{ name: 'an item without a verdict', body: v11(wrap, status({ code: yes })) },
		{ name: 'a yes with the code 7777', body: v11(wrap, status({ success: 'true', code: 7777 })) },
		{
			name: 'a granted item around a refused one',
			body: v11(wrap, { ...good, inner: status({ success: 'false', code: yes }) }),
		},
		{
			name: 'a refused item around a granted one',
			body: v11((item) => ({ outer: { ...wrap(item), item_status: { success: 'false', code: yes } } }), good),
		},
	];
	return [
		...distorted(v11(wrap, good)),
		...halves,
		...halves.map(({ name, body }) => ({ name: `${name}, without an envelope`, body: body.response })),
		...halves.map(({ name, body }) => ({ name: `${name}, in XML`, raw: xmlOf(body) })),
		{ name: 'a success around a refusal of everything', body: { ...v11(wrap, good), success: 'false' } },
		{ name: 'a success with an error', body: { ...v11(wrap, good), errors: [{ code: 500, message: 'no' }] } },
		{ name: 'half a success in XML', raw: xmlOf(v11(wrap, good)).slice(0, -5) },
		{ name: 'a success in a web page', raw: `<!DOCTYPE html>${xmlOf(v11(wrap, good))}` },
		{ name: 'an item without a status', body: v11(wrap, without(good, 'item_status')) },
		{ name: 'no item', body: { response: { status: { success: 'true', code: 200, message: 'ok' } } } },
		{ name: 'two items', body: v11((item) => ({ list: [wrap(item), wrap(item)] }), good) },
		...[200, 201, 404, 521, '', null].map((number) => ({
			name: `a yes with the code ${JSON.stringify(number)}`,
			body: v11(wrap, status({ success: 'true', code: number })),
		})),
	];
}

function redemptionGate(
	gate: Pick<Gate, 'type' | 'grants' | 'codes' | 'parameters' | 'required' | 'path' | 'item'>,
	wrap: (item: IDataObject) => IDataObject,
	good: (item: IDataObject) => Redemption,
	others: (good: Redemption) => Array<[string, IDataObject]>,
): Gate {
	return {
		...gate,
		credential: 'capillaryTillApi',
		provider: 'capillary',
		mark: ({ to }) => String(to),
		yes: (item) => v11(wrap, good(item)),
		no: (item) => ({
			body: v11(
				wrap,
				{
					...good(item),
					is_redeemable: 'false',
					item_status: { success: 'false', code: Number(gate.codes.no), message: 'no' },
				},
				'false',
				500,
			),
		}),
		notYes: (item) => [
			...v11Halves(wrap, good(item)),
			...others(good(item)).map(([name, other]) => ({ name, body: v11(wrap, other) })),
		],
	};
}

const checkPoints = redemptionGate(
	{
		type: 'capillaryCheckPointsRedeemable',
		grants: { label: 'Redeemable', outcome: 'redeemable' },
		codes: { yes: ['800'], no: '818' },
		parameters: { identifierValue: '={{ $json.to }}', points: '={{ $json.points }}' },
		required: ['identifierValue', 'points'],
		path: '/v1.1/points/isredeemable',
		item: (n) => ({ to: `91${mobileOf(n)}`, points: 10 }),
	},
	(redeemable) => ({ points: { redeemable } }),
	(item) => ({
		mobile: item.to,
		email: 'tom@example.com',
		external_id: '123456',
		points: 10,
		is_redeemable: 'true',
		points_redeem_value: 10,
		item_status: { success: 'true', code: 800, message: 'Points can be redeemed' },
	}),
	(good) => [
		['a yes that is not redeemable', { ...good, is_redeemable: 'false' }],
		['a yes that does not say redeemable', without(good, 'is_redeemable')],
		...[1, 'yes', 'TRUE', ['true'], { success: 'true' }].map((is_redeemable): [string, IDataObject] => [
			`a yes that is redeemable as ${JSON.stringify(is_redeemable)}`,
			{ ...good, is_redeemable },
		]),
		['a yes that is not redeemable, as a boolean', { ...good, is_redeemable: false }],
		['two yeses, one of them not redeemable', { good, other: { ...good, is_redeemable: 'false' } }],
		['a code that could not be sent', { ...good, item_status: { success: 'true', code: 876 } }],
		['another customer', { ...good, mobile: `91${otherMobile}` }],
		['another number of points', { ...good, points: 1000 }],
	],
);

const redeemPoints = redemptionGate(
	{
		type: 'capillaryRedeemPoints',
		grants: { label: 'Redeemed', outcome: 'redeemed' },
		codes: { yes: ['800'], no: '808' },
		parameters: {
			identifierValue: '={{ $json.to }}',
			points: '={{ $json.points }}',
			validationCode: '={{ $json.code }}',
			additionalFields: {
				externalReferenceNumber: '={{ $json.ref }}',
				transactionNumber: '={{ $json.bill }}',
			},
		},
		required: ['identifierValue', 'points', 'validationCode'],
		path: '/v1.1/points/redeem',
		item: (n) => ({ to: `91${mobileOf(n)}`, points: 10, code: code(n), ref: `ref-${n}`, bill: `bill-${n}` }),
	},
	(points) => ({ responses: { points } }),
	(item) => ({
		mobile: item.to,
		email: 'tom@example.com',
		external_id: '123456',
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
	(good) => [
		['another customer', { ...good, mobile: `91${otherMobile}` }],
		['fewer points', { ...good, points_redeemed: '1' }],
		['more points', { ...good, points_redeemed: 1000 }],
		['another reference', { ...good, external_reference_number: 'not-mine' }],
		[
			'another bill',
			{ ...good, side_effects: { effect: [{ redeemed_on_bill_number: 'not-mine', type: 'points' }] } },
		],
	],
);

const redeemCoupon = redemptionGate(
	{
		type: 'capillaryRedeemCoupon',
		grants: { label: 'Redeemed', outcome: 'redeemed' },
		codes: { yes: ['700'], no: '705' },
		parameters: {
			identifierValue: '={{ $json.to }}',
			couponCode: '={{ $json.coupon }}',
			validationCode: '={{ $json.code }}',
			additionalFields: { transactionNumber: '={{ $json.bill }}' },
		},
		required: ['identifierValue', 'couponCode'],
		path: '/v1.1/coupon/redeem',
		item: (n) => ({ to: `91${mobileOf(n)}`, coupon: `SAVE${n}`, code: code(n), bill: `bill-${n}` }),
	},
	(coupon) => ({ coupons: { coupon } }),
	(item) => ({
		customer: { mobile: item.to, email: 'tom@example.com', external_id: '123456', user_id: '1' },
		redemption_id: '18956938',
		code: item.coupon,
		series_code: '1001',
		transaction: { number: item.bill },
		side_effects: [],
		item_status: { success: 'true', code: 700, message: 'Coupon processing successful' },
	}),
	(good) => [
		['another customer', { ...good, customer: { mobile: `91${otherMobile}` } }],
		['another coupon', { ...good, code: 'OTHER50' }],
		['another bill', { ...good, transaction: { number: 'not-mine' } }],
		['a coupon that is not redeemable', { ...good, item_status: { success: 'true', code: 706 } }],
	],
);

/** Every node that verifies or redeems, and the look-ups that let somebody go on. */
export const GATES: readonly Gate[] = [
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
