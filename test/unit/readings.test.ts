import type { IDataObject } from 'n8n-workflow';

import { isFault } from '../../nodes/shared/faults';
import { branchIndex, BRANCHES } from '../../nodes/shared/outcomes';
import { answerWith } from '../support/answers';
import { CONTRACT_CODES } from '../support/contractCodes';
import { operationOf } from '../support/operations';
import { answerOf, parametersOf, play } from '../support/pure';
import { read, READING_CREDENTIAL } from '../support/read';
import { VALID_ITEMS } from '../support/validItems';

const SEALED = 'c2VhbGVkIHBheWxvYWQ=';

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
	const isSealed = name.startsWith('wibmo') && name.endsWith('Otp');
	const answers = !isSealed
		? [answer]
		: path.endsWith('decrypt')
			? [sealed, sealed, answer]
			: [sealed, answer];
	const { end } = play(operation, parameters, READING_CREDENTIAL, answers);
	return isFault(end) ? 'Error' : BRANCHES[operation.kind][branchIndex(operation.kind, end)].label;
}

it('hands the body on as JSON, or as text where it is none', () => {
	const { node, operation } = operationOf('capillaryValidateOtp');
	const parameters = parametersOf(node, VALID_ITEMS.capillaryValidateOtp.values as IDataObject);
	const given = (body: unknown) => play(operation, parameters, READING_CREDENTIAL, [answerOf(400, body)]).end;
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

describe('HyperVerge', () => {
	it.each<Reading>([
		[
			'hyperVergeVerifyEmailOtp',
			400,
			{ status: 'failure', statusCode: 400, error: { message: 'Input Validation Error: otp' } },
			{
				outcome: 'blocked',
				reason: 'invalidRequest',
				statusCode: '400',
				message: 'Input Validation Error: otp',
				httpStatus: 400,
			},
		],
		[
			'hyperVergeVerifyEmailOtp',
			400,
			{ status: 'failure', statusCode: 400, message: 'No Input Validation Error' },
			{
				outcome: 'wrongCode',
				reason: 'incorrectOrExpired',
				statusCode: '400',
				message: 'No Input Validation Error',
				httpStatus: 400,
			},
		],
		[
			'hyperVergeVerifyEmailOtp',
			422,
			{ status: 'failure', error: 'no' },
			{
				outcome: 'wrongCode',
				reason: 'incorrectOrExpired',
				statusCode: '422',
				message: 'no',
				httpStatus: 422,
			},
		],
		[
			'hyperVergeSendEmailOtp',
			422,
			{ status: 'failure', message: 'no', error: 'other' },
			{ outcome: 'notSent', reason: 'unclassified', statusCode: '422', message: 'no', httpStatus: 422 },
		],
		[
			'hyperVergeSendEmailOtp',
			400,
			{ status: 'failure', statusCode: 503, message: 'down' },
			{ fault: 'providerDown', statusCode: '503', httpStatus: 400, providerMessage: 'down' },
		],
		[
			'hyperVergeSendEmailOtp',
			400,
			{ status: 'failure', statusCode: 1500, message: 'x' },
			{ outcome: 'notSent', reason: 'unclassified', statusCode: '1500', message: 'x', httpStatus: 400 },
		],
		[
			'hyperVergeSendEmailOtp',
			400,
			{ status: 'failure', statusCode: 5001, message: 'x' },
			{ outcome: 'notSent', reason: 'unclassified', statusCode: '5001', message: 'x', httpStatus: 400 },
		],
		[
			'hyperVergeSendEmailOtp',
			400,
			{ status: 'perhaps', message: 'hm' },
			{ fault: 'unreadable', httpStatus: 400, providerMessage: 'hm' },
		],
		[
			'hyperVergeSendEmailOtp',
			200,
			{ status: 'success', statusCode: '201', result: { message: 'req-9' } },
			{ fault: 'unreadable', httpStatus: 200 },
		],
		[
			'hyperVergeSendEmailOtp',
			400,
			{ status: 'success', statusCode: '200', result: { message: 'req-9' } },
			{ fault: 'unreadable', httpStatus: 400 },
		],
		['hyperVergeSendEmailOtp', 200, { status: 'success' }, { fault: 'unreadable', httpStatus: 200 }],
		[
			'hyperVergeRetryEmailOtp',
			200,
			{ status: 'success', result: { message: 'req-9' } },
			{
				outcome: 'sent',
				reason: 'accepted',
				statusCode: '200',
				message: 'success',
				httpStatus: 200,
				reference: { returnedRequestId: 'req-9' },
			},
		],
		[
			'hyperVergeRetryEmailOtp',
			200,
			{ status: 'success', result: { message: 'req-1' } },
			{ outcome: 'sent', reason: 'accepted', statusCode: '200', message: 'success', httpStatus: 200 },
		],
	])('%s reads %i %j', (node, httpStatus, body, meaning) => {
		expect(read(node, [httpStatus, body])).toEqual(meaning);
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
	[
		'hyperVergeRetryEmailOtp',
		400,
		{ status: 'failure', statusCode: 401, message: 'who?', result: { message: 'req-9' } },
		{ fault: 'credentialsRefused', statusCode: '401', httpStatus: 400, providerMessage: 'who?' },
	],
	[
		'hyperVergeRetryEmailOtp',
		200,
		{ status: 'success' },
		{ outcome: 'sent', reason: 'accepted', statusCode: '200', message: 'success', httpStatus: 200 },
	],
])('%s reads %i %j', (node, httpStatus, body, meaning) => {
	expect(read(node, [httpStatus, body])).toEqual(meaning);
});
