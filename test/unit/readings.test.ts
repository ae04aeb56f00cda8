import type { IDataObject } from 'n8n-workflow';

import { isFault } from '../../nodes/shared/faults';
import { branchIndex, BRANCHES } from '../../nodes/shared/outcomes';
import { answerWith } from '../support/answers';
import { CONTRACT_CODES } from '../support/contractCodes';
import { operationOf } from '../support/operations';
import { answerOf, parametersOf, play } from '../support/pure';
import { VALID_ITEMS } from '../support/validItems';

const url = 'https://api.example.com';
const credential = {
	baseUrl: url,
	cryptoBaseUrl: url,
	operationsBaseUrl: url,
	cluster: url,
	username: 'agent',
};

/** What a node reads in one answer after the other. */
function read(name: string, ...answers: Array<[httpStatus: number, body: unknown]>): object {
	const { node, operation } = operationOf(name);
	const values = (VALID_ITEMS[name]?.values ?? WIBMO_CRYPTO[name]) as IDataObject;
	const parameters = parametersOf(node, values);
	const given = answers.map(([status, body]) => answerOf(status, body));
	const { end } = play(operation, parameters, credential, given);
	// The provider's body is handed on as it came, and looked at below; what of an answer is secret, the
	// attacks on privacy look for.
	return Object.fromEntries(
		Object.entries(end).filter(
			([key, value]) => key !== 'response' && key !== 'secrets' && value !== undefined,
		),
	);
}

const SEALED = 'c2VhbGVkIHBheWxvYWQ=';
const WIBMO_CRYPTO: Record<string, IDataObject> = {
	wibmoEncryptPayload: { messageCode: '2080', email: 'jane@example.com' },
	wibmoDecryptPayload: { token: SEALED },
};

type Reading = [node: string, httpStatus: number, body: unknown, meaning: object];

const refusal = (code: unknown, message: unknown) => ({ errors: [{ code, message, status: false }] });
const item = (success: unknown, code: unknown, message = 'text', more: object = {}) => ({
	...more,
	item_status: { success, code, message },
});
const points = (status: object, ...items: object[]) => ({
	response: { status, responses: { points: items } },
});

/** The output that an answer with a code leads to. */
function outputFor(name: string, code: string): string {
	const { node, operation } = operationOf(name);
	const parameters = parametersOf(node, VALID_ITEMS[name].values as IDataObject);
	const { status, body, path } = answerWith(name, code);
	const answer = answerOf(status, body);
	const sealed = answerOf(200, { token: SEALED });
	const answers = !name.startsWith('wibmo')
		? [answer]
		: path.endsWith('decrypt')
			? [sealed, sealed, answer]
			: [sealed, answer];
	const { end } = play(operation, parameters, credential, answers);
	return isFault(end) ? 'Error' : BRANCHES[operation.kind][branchIndex(operation.kind, end)].label;
}

it('hands the body on as JSON, or as text where it is none', () => {
	const { node, operation } = operationOf('capillaryValidateOtp');
	const parameters = parametersOf(node, VALID_ITEMS.capillaryValidateOtp.values as IDataObject);
	const given = (body: unknown) => play(operation, parameters, credential, [answerOf(400, body)]).end;
	expect(given({ entity: false })).toMatchObject({ response: { entity: false } });
	const xml = '<response><code>605</code></response>';
	expect(given(xml)).toMatchObject({ response: xml });
});

describe.each(Object.entries(CONTRACT_CODES))('%s', (_title, { nodes, outputs }) => {
	it.each(nodes)('%s lets every code of the contract leave where it belongs', (node) => {
		const leave = Object.keys(outputs).map((code) => [code, outputFor(node, code)]);
		expect(Object.fromEntries(leave)).toEqual(outputs);
	});
});

describe('Capillary', () => {
	it.each<Reading>([
		[
			'capillaryGenerateOtp',
			400,
			refusal(602, '"Invalid entity"'),
			{
				outcome: 'notSent',
				reason: 'invalidRequest',
				statusCode: '602',
				message: 'Invalid entity',
				httpStatus: 400,
			},
		],
		[
			'capillaryGenerateOtp',
			400,
			{
				errors: [
					{ code: 77, message: 'one' },
					{ code: 517, message: 'say "two" now' },
				],
			},
			{
				outcome: 'throttled',
				reason: 'sendLimit',
				statusCode: '517',
				statusCodes: ['77', '517'],
				message: 'one; say "two" now',
				httpStatus: 400,
			},
		],
		[
			'capillaryGenerateOtp',
			400,
			{ errorCode: '8056', errorMessage: 'Invalid mobile' },
			{
				outcome: 'notSent',
				reason: 'invalidRecipient',
				statusCode: '8056',
				message: 'Invalid mobile',
				httpStatus: 400,
			},
		],
		[
			'capillaryGenerateOtp',
			400,
			{ errors: [], errorCode: '606', errorMessage: 'Not now' },
			{
				outcome: 'notSent',
				reason: 'deliveryFailed',
				statusCode: '606',
				message: 'Not now',
				httpStatus: 400,
			},
		],
		[
			'capillaryGenerateOtp',
			400,
			'  <response><code> 606 </code><message> Not now </message></response>',
			{
				outcome: 'notSent',
				reason: 'deliveryFailed',
				statusCode: '606',
				message: 'Not now',
				httpStatus: 400,
			},
		],
		[
			'capillaryGenerateOtp',
			400,
			'<response><code>606</code></response>',
			{ outcome: 'notSent', reason: 'deliveryFailed', statusCode: '606', message: '', httpStatus: 400 },
		],
		['capillaryGenerateOtp', 400, '<html>no code at all</html>', { fault: 'unreadable', httpStatus: 400 }],
		['capillaryGenerateOtp', 400, 'code <code>606</code>', { fault: 'unreadable', httpStatus: 400 }],
		[
			'capillaryGenerateOtp',
			401,
			refusal(77, 'Who are you?'),
			{ fault: 'credentialsRefused', httpStatus: 401, providerMessage: 'Who are you?' },
		],
		[
			'capillaryGenerateOtp',
			403,
			refusal(77, 'Not you'),
			{ fault: 'credentialsRefused', httpStatus: 403, providerMessage: 'Not you' },
		],
		[
			'capillaryGenerateOtp',
			400,
			refusal(4000, 'Access is denied!'),
			{
				fault: 'credentialsRefused',
				statusCode: '4000',
				httpStatus: 400,
				providerMessage: 'Access is denied!',
			},
		],
		[
			'capillaryGenerateOtp',
			429,
			refusal(77, 'slow down'),
			{
				outcome: 'throttled',
				reason: 'rateLimited',
				statusCode: '77',
				message: 'slow down',
				httpStatus: 429,
			},
		],
		[
			'capillaryGetOtp',
			400,
			refusal(429, 'slow down'),
			{ fault: 'rateLimited', httpStatus: 400, providerMessage: 'slow down' },
		],
		['capillaryGetOtp', 429, refusal(77, ''), { fault: 'rateLimited', httpStatus: 429 }],
		[
			'capillaryGetOtp',
			400,
			refusal(9999, 'no idea'),
			{ fault: 'rejected', statusCode: '9999', httpStatus: 400, providerMessage: 'no idea' },
		],
		[
			'capillaryGetOtp',
			400,
			refusal(9001, 'No valid OTP found.'),
			{
				outcome: 'notFound',
				reason: 'noValidCode',
				statusCode: '9001',
				message: 'No valid OTP found.',
				httpStatus: 400,
			},
		],
		[
			'capillaryValidateOtp',
			400,
			{ entity: false },
			{
				outcome: 'wrongCode',
				reason: 'incorrectOrExpired',
				statusCode: 'entity:false',
				message: 'OTP wrong or expired',
				httpStatus: 400,
			},
		],
		[
			'capillaryValidateOtp',
			200,
			{ entity: true },
			{
				outcome: 'verified',
				reason: 'accepted',
				statusCode: 'entity:true',
				message: 'OTP accepted',
				httpStatus: 200,
			},
		],
		...(
			[
				['1', 'createdId:1', 'reissued', 'The OTP that is still valid was sent again'],
				[10, 'createdId', 'accepted', 'OTP generated'],
			] as const
		).map(
			([createdId, statusCode, reason, message]): Reading => [
				'capillaryGenerateOtp',
				201,
				{ createdId },
				{
					outcome: 'sent',
					reason,
					statusCode,
					message,
					httpStatus: 201,
					reference: { createdId: String(createdId) },
				},
			],
		),
		...['x1', '1x', '', null].map(
			(createdId): Reading => [
				'capillaryGenerateOtp',
				201,
				{ createdId },
				{ fault: 'unreadable', httpStatus: 201 },
			],
		),
		['capillaryGetOtp', 200, { code: ' ', orgId: 1 }, { fault: 'unreadable', httpStatus: 200 }],
		['capillaryValidateOtp', 400, { entity: true }, { fault: 'unreadable', httpStatus: 400 }],
		['capillaryValidateOtp', 200, {}, { fault: 'unreadable', httpStatus: 200 }],
		['capillaryValidateOtp', 300, { entity: true }, { fault: 'redirected', httpStatus: 300 }],
		['capillaryValidateOtp', 301, '', { fault: 'redirected', httpStatus: 301 }],
		['capillaryValidateOtp', 399, '', { fault: 'redirected', httpStatus: 399 }],
		['capillaryValidateOtp', 401, '', { fault: 'credentialsRefused', httpStatus: 401 }],
		['capillaryValidateOtp', 403, '', { fault: 'credentialsRefused', httpStatus: 403 }],
		['capillaryValidateOtp', 404, '', { fault: 'misaddressed', httpStatus: 404 }],
		['capillaryValidateOtp', 405, '', { fault: 'misaddressed', httpStatus: 405 }],
		['capillaryValidateOtp', 415, '', { fault: 'misaddressed', httpStatus: 415 }],
		['capillaryValidateOtp', 408, '', { fault: 'providerDown', httpStatus: 408 }],
		['capillaryValidateOtp', 500, '', { fault: 'providerDown', httpStatus: 500 }],
		['capillaryValidateOtp', 400, '', { fault: 'unreadable', httpStatus: 400 }],
		[
			'capillaryValidateOtp',
			429,
			'',
			{ outcome: 'blocked', reason: 'rateLimited', statusCode: '429', message: '', httpStatus: 429 },
		],
		[
			'capillaryRedeemPoints',
			429,
			'',
			{ outcome: 'refused', reason: 'rateLimited', statusCode: '429', message: '', httpStatus: 429 },
		],
		['capillaryCheckPointsRedeemable', 429, '', { fault: 'rateLimited', httpStatus: 429 }],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'true', code: 200 }, item('true', 800, 'done', { redemption_id: 5 })),
			{
				outcome: 'redeemed',
				reason: 'accepted',
				statusCode: '800',
				message: 'done',
				httpStatus: 200,
				reference: { redemptionId: '5' },
			},
		],
		[
			'capillaryRedeemPoints',
			500,
			points({ success: 'true', code: 200 }, item('true', 800)),
			{ outcome: 'refused', reason: 'unclassified', statusCode: '800', message: 'text', httpStatus: 500 },
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'false', code: 500 }, item('true', 800)),
			{ outcome: 'refused', reason: 'unclassified', statusCode: '800', message: 'text', httpStatus: 200 },
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'true', code: 200 }, item('false', 808)),
			{
				outcome: 'wrongCode',
				reason: 'incorrectOrExpired',
				statusCode: '808',
				message: 'text',
				httpStatus: 200,
			},
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: true, code: 200 }, item(true, 800)),
			{
				outcome: 'redeemed',
				reason: 'accepted',
				statusCode: '800',
				message: 'text',
				httpStatus: 200,
				reference: { redemptionId: '' },
			},
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: false, code: 402, message: 'Version' }),
			{
				outcome: 'refused',
				reason: 'invalidRequest',
				statusCode: '402',
				message: 'Version',
				httpStatus: 200,
			},
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'false', code: 9999, message: 'no idea' }),
			{ outcome: 'refused', reason: 'unclassified', statusCode: '9999', message: 'no idea', httpStatus: 200 },
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'true', code: 200, message: 'where is it?' }),
			{ fault: 'unreadable', httpStatus: 200, providerMessage: 'where is it?' },
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'true', message: 'two' }, item('true', 800), item('true', 800)),
			{ fault: 'unreadable', httpStatus: 200, providerMessage: 'two' },
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'perhaps', message: 'hm' }, item('true', 800)),
			{ fault: 'unreadable', httpStatus: 200, providerMessage: 'hm' },
		],
		[
			'capillaryRedeemPoints',
			200,
			points({ success: 'true' }, item('perhaps', 800, 'hm')),
			{ fault: 'unreadable', httpStatus: 200, providerMessage: 'hm' },
		],
		[
			'capillaryRedeemCoupon',
			200,
			{
				response: {
					status: { success: 'true' },
					coupons: { coupon: item('true', 700, 'text', { redemptionId: '8' }) },
				},
			},
			{
				outcome: 'redeemed',
				reason: 'accepted',
				statusCode: '700',
				message: 'text',
				httpStatus: 200,
				reference: { redemptionId: '8' },
			},
		],
		[
			'capillaryRedeemCoupon',
			200,
			{
				response: {
					status: { success: 'true' },
					coupons: { coupon: [item('true', '700', 'text', { redemption_id: 9, redemptionId: '8' })] },
				},
			},
			{
				outcome: 'redeemed',
				reason: 'accepted',
				statusCode: '700',
				message: 'text',
				httpStatus: 200,
				reference: { redemptionId: '9' },
			},
		],
		[
			'capillaryCheckPointsRedeemable',
			200,
			{
				response: {
					status: { success: 'true' },
					points: { redeemable: item('true', 800, 'text', { is_redeemable: 'false' }) },
				},
			},
			{
				outcome: 'notRedeemable',
				reason: 'unclassified',
				statusCode: '800',
				message: 'text',
				httpStatus: 200,
			},
		],
	])('%s reads %i %j', (node, httpStatus, body, meaning) => {
		expect(read(node, [httpStatus, body])).toEqual(meaning);
	});

	it('finds the item of an answer eight levels deep, and not deeper', () => {
		const nested = (levels: number) => {
			let value: object = item('true', 800);
			for (let level = 0; level < levels; level += 1) value = { inner: value };
			return { response: { status: { success: 'true' } }, deep: value };
		};
		expect(read('capillaryRedeemPoints', [200, nested(7)])).toMatchObject({ outcome: 'redeemed' });
		expect(read('capillaryRedeemPoints', [200, nested(8)])).toMatchObject({ fault: 'unreadable' });
	});

	it('looks no deeper through lists than through objects', () => {
		const nested = (levels: number) => {
			let value: object = item('true', 800);
			for (let level = 0; level < levels; level += 1) value = [value];
			return { response: { status: { success: 'true' } }, deep: value };
		};
		expect(read('capillaryRedeemPoints', [200, nested(7)])).toMatchObject({ outcome: 'redeemed' });
		expect(read('capillaryRedeemPoints', [200, nested(8)])).toMatchObject({ fault: 'unreadable' });
	});

	it('keeps what a look-up found, but for what is not there', () => {
		expect(
			read('capillaryGetOtp', [200, { code: 'A2WX', orgId: 1, validUpto: '2030-01-01T00:00:00+05:30' }]),
		).toEqual({
			outcome: 'found',
			reason: 'accepted',
			statusCode: 'code',
			message: 'OTP found',
			httpStatus: 200,
			reference: { orgId: '1' },
			expiresAt: '2030-01-01T00:00:00+05:30',
		});
		expect(read('capillaryGetOtp', [200, { code: 'A2WX', userId: 2 }])).toEqual({
			outcome: 'found',
			reason: 'accepted',
			statusCode: 'code',
			message: 'OTP found',
			httpStatus: 200,
			reference: { userId: '2' },
		});
	});
});

it.each<Reading>([
	[
		'capillaryGenerateOtp',
		400,
		refusal(7777, 'no idea'),
		{ outcome: 'notSent', reason: 'unclassified', statusCode: '7777', message: 'no idea', httpStatus: 400 },
	],
	[
		'capillaryGenerateOtp',
		429,
		refusal(606, 'Not now'),
		{ outcome: 'notSent', reason: 'deliveryFailed', statusCode: '606', message: 'Not now', httpStatus: 429 },
	],
	[
		'capillaryGenerateOtp',
		401,
		refusal(606, 'Not now'),
		{ outcome: 'notSent', reason: 'deliveryFailed', statusCode: '606', message: 'Not now', httpStatus: 401 },
	],
	[
		'capillaryRedeemPoints',
		200,
		points({ success: 'true' }, item('false', 800)),
		{ outcome: 'refused', reason: 'unclassified', statusCode: '800', message: 'text', httpStatus: 200 },
	],
	[
		'capillaryRedeemPoints',
		200,
		points({ success: 'true' }, item('true', 9999)),
		{ outcome: 'refused', reason: 'unclassified', statusCode: '9999', message: 'text', httpStatus: 200 },
	],
	['iServeUGetCustomer', 429, '', { fault: 'rateLimited', httpStatus: 429 }],
	[
		'iServeUVerifyBeneficiary',
		200,
		{ status: 'PENDING', statusCode: '5', externalRefNumber: 'ORDER000002' },
		{ fault: 'unreadable', httpStatus: 200 },
	],
	['wibmoEncryptPayload', 429, '', { fault: 'rateLimited', httpStatus: 429 }],
	['wibmoDecryptPayload', 429, '', { fault: 'rateLimited', httpStatus: 429 }],
	[
		'iServeUVerifyBeneficiary',
		200,
		{ status: 'SUCCESS', statusDesc: 'yes' },
		{ outcome: 'verified', reason: 'accepted', statusCode: '200', message: 'yes', httpStatus: 200 },
	],
	[
		'iServeUGetCustomer',
		200,
		{ status: 'PENDING', statusCode: '4', statusDesc: 'hm' },
		{ fault: 'unreadable', statusCode: '4', httpStatus: 200, providerMessage: 'hm' },
	],
	[
		'wibmoDecryptPayload',
		200,
		{ note: 'n' },
		{
			outcome: 'decrypted',
			reason: 'accepted',
			statusCode: '',
			message: '',
			httpStatus: 200,
			reference: {},
			result: { content: { note: 'n' } },
		},
	],
	['wibmoDecryptPayload', 500, 'text', { fault: 'providerDown', httpStatus: 500 }],
])('%s reads %i %j', (node, httpStatus, body, meaning) => {
	expect(read(node, [httpStatus, body])).toEqual(meaning);
});

describe('iServeU', () => {
	const failed = (statusCode: string, statusDesc: string) => ({ status: 'FAILED', statusCode, statusDesc });

	it.each<Reading>([
		[
			'iServeUSendOtp',
			200,
			{ status: 'success', 'status-desc': 'gone out' },
			{ outcome: 'sent', reason: 'accepted', statusCode: '200', message: 'gone out', httpStatus: 200 },
		],
		[
			'iServeUSendOtp',
			200,
			{ status: 'SUCCESS', statusCode: '-1', statusDesc: 'odd' },
			{ fault: 'unreadable', statusCode: '-1', httpStatus: 200, providerMessage: 'odd' },
		],
		[
			'iServeUSendOtp',
			200,
			{ status: 'PENDING', statusDesc: 'hm' },
			{ fault: 'unreadable', httpStatus: 200, providerMessage: 'hm' },
		],
		[
			'iServeUSendOtp',
			500,
			failed('1', 'down'),
			{ fault: 'providerDown', httpStatus: 500, providerMessage: 'down' },
		],
		[
			'iServeUSendOtp',
			500,
			{ status: 'SUCCESS', statusCode: '0', statusDesc: 'down' },
			{ fault: 'providerDown', httpStatus: 500, providerMessage: 'down' },
		],
		...(
			[
				['1', 'Please wait 30 seconds', 'throttled', 'cooldown'],
				['1', 'Try again in 1 minute', 'throttled', 'cooldown'],
				['1', 'OTP already sent', 'throttled', 'cooldown'],
				['1', 'That was too soon', 'throttled', 'cooldown'],
				['1', 'Please wait', 'throttled', 'cooldown'],
				['1', 'Daily limit', 'throttled', 'sendLimit'],
				['1', 'Maximum reached', 'throttled', 'sendLimit'],
				['1', 'You exceed it', 'throttled', 'sendLimit'],
				['1', 'Too many codes', 'throttled', 'sendLimit'],
				['1', 'Come back in 6 hours', 'throttled', 'sendLimit'],
				['1', 'Come back in an hour', 'throttled', 'sendLimit'],
				['1', 'Failed to send OTP', 'notSent', 'deliveryFailed'],
				['77', 'Secondary system busy', 'notSent', 'unclassified'],
				['77', 'The hourly job', 'notSent', 'unclassified'],
			] as const
		).map(
			([statusCode, message, outcome, reason]): Reading => [
				'iServeUSendOtp',
				200,
				failed(statusCode, message),
				{ outcome, reason, statusCode, message, httpStatus: 200 },
			],
		),
		...(
			[
				['OTP is invalid or expired', 'wrongCode', 'incorrectOrExpired'],
				['Invalid or expired OTP', 'wrongCode', 'incorrectOrExpired'],
				['The OTP that you sent is wrong or has expired', 'wrongCode', 'incorrectOrExpired'],
				['Wrong, or long expired, is this OTP', 'wrongCode', 'incorrectOrExpired'],
				['OTP expired', 'expired', 'codeExpired'],
				['The OTP that you sent has expired', 'expired', 'codeExpired'],
				['Expired is the OTP', 'expired', 'codeExpired'],
				['Wrong is the OTP', 'wrongCode', 'incorrectCode'],
				['The OTP that you sent is wrong', 'wrongCode', 'incorrectCode'],
				['Expired OTP', 'expired', 'codeExpired'],
				['Too many attempts', 'blocked', 'attemptsExhausted'],
				['One attempt left', 'blocked', 'attemptsExhausted'],
				['You exceed it', 'blocked', 'attemptsExhausted'],
				['Too many', 'blocked', 'attemptsExhausted'],
				['Blocked', 'blocked', 'attemptsExhausted'],
				['Incorrect OTP', 'wrongCode', 'incorrectCode'],
				['OTP does not match', 'wrongCode', 'incorrectCode'],
				['OTP mismatch', 'wrongCode', 'incorrectCode'],
				['OTP not found', 'wrongCode', 'incorrectOrExpired'],
				['Invalid laptop', 'blocked', 'unclassified'],
				['Card expired', 'blocked', 'unclassified'],
			] as const
		).map(
			([message, outcome, reason]): Reading => [
				'iServeUVerifyBeneficiary',
				200,
				failed('9', message),
				{ outcome, reason, statusCode: '9', message, httpStatus: 200 },
			],
		),
		[
			'iServeUVerifyBeneficiary',
			200,
			{ status: 'SUCCESS', statusCode: '0', externalRefNumber: 'ORDER000002' },
			{ fault: 'mismatched', statusCode: '0', httpStatus: 200 },
		],
		[
			'iServeUVerifyBeneficiary',
			200,
			{ status: 'SUCCESS', statusCode: '0', externalRefNumber: 'ORDER000001', parentTxnId: 'P1' },
			{
				outcome: 'verified',
				reason: 'accepted',
				statusCode: '0',
				message: '',
				httpStatus: 200,
				reference: { parentTxnId: 'P1' },
			},
		],
		[
			'iServeUProcessCustomer',
			200,
			{ status: 'SUCCESS', statusCode: '2', mobileNumber: '+91 98765-43210' },
			{ outcome: 'verified', reason: 'accepted', statusCode: '2', message: '', httpStatus: 200 },
		],
		[
			'iServeUProcessCustomer',
			200,
			{ status: 'SUCCESS', statusCode: '2', mobileNumber: '9876543211' },
			{ fault: 'mismatched', statusCode: '2', httpStatus: 200 },
		],
		[
			'iServeUGetCustomer',
			200,
			{ status: 'SUCCESS', statusCode: '9', statusDesc: 'hm' },
			{ fault: 'unreadable', statusCode: '9', httpStatus: 200, providerMessage: 'hm' },
		],
		[
			'iServeUGetCustomer',
			200,
			failed('9', 'no idea'),
			{ fault: 'rejected', statusCode: '9', httpStatus: 200, providerMessage: 'no idea' },
		],
		[
			'iServeUGetCustomer',
			200,
			failed('4', 'Internal issue'),
			{ fault: 'providerDown', statusCode: '4', httpStatus: 200, providerMessage: 'Internal issue' },
		],
		[
			'iServeUGetCustomer',
			200,
			failed('1', 'odd'),
			{ fault: 'rejected', statusCode: '1', httpStatus: 200, providerMessage: 'odd' },
		],
		[
			'iServeUGetCustomer',
			500,
			{ status: 'SUCCESS', statusCode: '2', statusDesc: 'down' },
			{ fault: 'providerDown', httpStatus: 500, providerMessage: 'down' },
		],
	])('%s reads %i %j', (node, httpStatus, body, meaning) => {
		expect(read(node, [httpStatus, body])).toEqual(meaning);
	});
});

it('Wibmo hands the transaction of a sealed payload on, which is known to nobody before', () => {
	const { node, operation } = operationOf('wibmoSendEmailOtp');
	const parameters = parametersOf(node, { payload: 'encrypted', token: SEALED });
	const answers = [
		answerOf(200, { token: SEALED }),
		answerOf(200, { responseCode: '00', responseMessage: 'SUCCESS', clientTxnId: 'TXN9' }),
	];
	expect(play(operation, parameters, credential, answers).end).toMatchObject({
		outcome: 'sent',
		reference: { clientTxnId: 'TXN9' },
	});
});

it('Wibmo decrypts into the result alone', () => {
	const { node, operation } = operationOf('wibmoDecryptPayload');
	const { end } = play(operation, parametersOf(node, { token: SEALED }), credential, [
		answerOf(200, { responseCode: '00', email: 'a@example.com', note: 'just a note' }),
	]);
	expect(end).toMatchObject({
		response: undefined,
		result: { content: { responseCode: '00', email: 'a@example.com', note: 'just a note' } },
	});
});

describe('Wibmo', () => {
	const sealed = { token: SEALED };
	const said = (responseCode: unknown, responseMessage = 'text', more: object = {}) => ({
		responseCode,
		responseMessage,
		...more,
	});

	it.each<Reading>([
		[
			'wibmoSendEmailOtp',
			400,
			{ message: 'no' },
			{ fault: 'rejected', httpStatus: 400, providerMessage: 'no' },
		],
		[
			'wibmoSendEmailOtp',
			422,
			{ message: 'no' },
			{ fault: 'rejected', httpStatus: 422, providerMessage: 'no' },
		],
		[
			'wibmoSendEmailOtp',
			500,
			{ ...sealed, message: 'down' },
			{ fault: 'providerDown', httpStatus: 500, providerMessage: 'down' },
		],
		['wibmoSendEmailOtp', 200, {}, { fault: 'unreadable', httpStatus: 200 }],
		[
			'wibmoEncryptPayload',
			200,
			sealed,
			{
				outcome: 'encrypted',
				reason: 'accepted',
				statusCode: '200',
				message: 'Encrypted',
				httpStatus: 200,
				revealed: { token: SEALED },
			},
		],
		[
			'wibmoDecryptPayload',
			400,
			{ message: 'no' },
			{ fault: 'rejected', httpStatus: 400, providerMessage: 'no' },
		],
		[
			'wibmoDecryptPayload',
			422,
			{ message: 'no' },
			{ fault: 'rejected', httpStatus: 422, providerMessage: 'no' },
		],
		['wibmoDecryptPayload', 200, 'text', { fault: 'unreadable', httpStatus: 200 }],
		[
			'wibmoDecryptPayload',
			500,
			{ message: 'down' },
			{ fault: 'providerDown', httpStatus: 500, providerMessage: 'down' },
		],
		[
			'wibmoDecryptPayload',
			200,
			said('00', 'fine', { clientTxnId: 'TXN1', otp: '1234', note: 'n' }),
			{
				outcome: 'decrypted',
				reason: 'accepted',
				statusCode: '00',
				message: 'fine',
				httpStatus: 200,
				reference: { clientTxnId: 'TXN1' },
				result: {
					content: {
						responseCode: '00',
						responseMessage: 'fine',
						clientTxnId: 'TXN1',
						otp: '1234',
						note: 'n',
					},
				},
			},
		],
	])('%s reads %i %j', (node, httpStatus, body, meaning) => {
		expect(read(node, [httpStatus, body])).toEqual(meaning);
	});

	it.each<[name: string, operation: [number, unknown], meaning: object]>([
		[
			'a gateway that says no',
			[400, { message: 'hm' }],
			{ fault: 'unreadable', httpStatus: 400, providerMessage: 'hm' },
		],
		[
			'a gateway that has enough',
			[429, { message: 'slow down' }],
			{
				outcome: 'throttled',
				reason: 'rateLimited',
				statusCode: '429',
				message: 'slow down',
				httpStatus: 429,
			},
		],
	])('reads %s in place of a sealed answer', (_name, answer, meaning) => {
		expect(read('wibmoSendEmailOtp', [200, sealed], answer)).toEqual(meaning);
	});

	it.each<[name: string, status: number, opened: [number, unknown], meaning: object]>([
		[
			'a success',
			200,
			[200, said('00', 'SUCCESS')],
			{ outcome: 'sent', reason: 'accepted', statusCode: '00', message: 'SUCCESS', httpStatus: 200 },
		],
		[
			'a success in a text',
			200,
			[200, JSON.stringify(JSON.stringify(said('00', 'SUCCESS')))],
			{ outcome: 'sent', reason: 'accepted', statusCode: '00', message: 'SUCCESS', httpStatus: 200 },
		],
		[
			'a success one level down, beside something else',
			200,
			[200, { first: 'no JSON', list: [], other: { a: 1 }, data: said('00', 'SUCCESS') }],
			{ outcome: 'sent', reason: 'accepted', statusCode: '00', message: 'SUCCESS', httpStatus: 200 },
		],
		[
			'a success one level down, as a text',
			200,
			[200, { data: JSON.stringify(said('00', 'SUCCESS')) }],
			{ outcome: 'sent', reason: 'accepted', statusCode: '00', message: 'SUCCESS', httpStatus: 200 },
		],
		['an object without a code', 200, [200, { a: { b: 1 } }], { fault: 'undecryptable', httpStatus: 200 }],
		['no JSON', 200, [200, 'text'], { fault: 'undecryptable', httpStatus: 200 }],
		['no object', 200, [200, '[]'], { fault: 'undecryptable', httpStatus: 200 }],
		['a refused decryption', 200, [500, said('00')], { fault: 'undecryptable', httpStatus: 500 }],
		[
			'a refusal with a success inside',
			200,
			[200, { ...said('7777', 'no'), data: said('00', 'SUCCESS') }],
			{ outcome: 'notSent', reason: 'unclassified', statusCode: '7777', message: 'no', httpStatus: 200 },
		],
		[
			'a success beside an object without a code',
			200,
			[200, { other: { a: 1 }, data: said('00', 'SUCCESS', { clientTxnId: '' }) }],
			{ outcome: 'sent', reason: 'accepted', statusCode: '00', message: 'SUCCESS', httpStatus: 200 },
		],
		[
			'the answer to another transaction',
			200,
			[200, said('00', 'SUCCESS', { clientTxnId: 'SOMEBODYELSE' })],
			{ fault: 'mismatched', statusCode: '00', httpStatus: 200 },
		],
		[
			'a refusal',
			200,
			[200, said('1030', 'INVALID MESSAGE')],
			{
				outcome: 'notSent',
				reason: 'invalidRequest',
				statusCode: '1030',
				message: 'INVALID MESSAGE',
				httpStatus: 200,
			},
		],
		[
			'a refusal that no table knows',
			200,
			[200, said('7777', 'hm')],
			{ outcome: 'notSent', reason: 'unclassified', statusCode: '7777', message: 'hm', httpStatus: 200 },
		],
		[
			'a success that came with a refusal',
			400,
			[200, said('00', 'SUCCESS')],
			{ fault: 'unreadable', statusCode: '00', httpStatus: 400 },
		],
	])('opens %s', (_name, status, opened, meaning) => {
		const answered = { token: `${SEALED}=` };
		expect(read('wibmoSendEmailOtp', [200, sealed], [status, answered], opened)).toEqual(meaning);
	});
});
