import type { Says } from '../contract';
import { amount, form, optional } from '../fields';
import { mustNot, withoutUndefined } from '../parts';
import { AMOUNTS } from '../spellings';
import { noLine, NUMBERS } from '../wrongValues';
import { answer } from './answers';
import { all, letterCode, post, sample } from './common';
import { answersOf, failed, item, ok, type Envelope } from './redemptionAnswers';
import * as v11 from './redemptions';

const { byId, identifierValue } = v11;
const path = '/v1.1/coupon/redeem';
const coupon = 'body.root.coupon[0]';
const couponCode = '06000041';
const minimal = { identifierValue, couponCode };
const reference = { couponCode };
const request = (body: object) =>
	post(path, { root: { coupon: [{ code: couponCode, ...body }] } }, { format: 'json' });
const customer = { mobile: identifierValue };
const bill = { transactionNumber: 'bill-110' };

const REFUSED = [
	...['521', '696', '701', '702', '703', '704', '706', '707', '709', '710', '711', '712', '713', '714'],
	...['715', '716', '718', '719', '720', '721', '722', '723', '724', '725', '726', '728', '729', '730'],
	...['732', '733', '735', '736', '738', '739', '740', '742', '750', '786', '787', '788', '789', '790'],
	...['791', '792', '793', '794', '795', '796', '797', '798', '799', '816', ...v11.REQUEST_CODES],
];

const envelope: Envelope = (status, items) => ({
	response: { status, ...(items !== undefined && { coupons: { coupon: items } }) },
});
const formerly: Envelope = (status, items) => ({ status, coupons: { coupon: items } });
const { about, accepted, ...answers } = answersOf(envelope, '700');
const booked = (body: unknown, redemptionId: string) => accepted(body, { reference: { redemptionId } });
const wrongCode = (body: unknown) => about(body, { reason: 'incorrectCouponOrCode' }, '705');

const BILLED = { additionalFields: { transactionNumber: 'bill-1' } };
const billed = (transaction: unknown, verdict: Says) => ({
	...about(envelope(ok, item('true', 700, { transaction })), verdict),
	parameters: BILLED,
});
const aBill = (number: string) => ({ number, amount: '1000.00' });

const xml = (success: string, status: string, inner: string, found = couponCode) =>
	`<?xml version="1.0" encoding="UTF-8"?>
	<response>
		<status><success>${success}</success><code>${status}</code><message>Words</message></status>
		<coupons><coupon>
			<customer><mobile>919876543210</mobile><external_id/></customer>
			<code>${found}</code>
			${inner}
		</coupon></coupons>
	</response>`;
const xmlStatus = (success: string, status: string) =>
	`<item_status><success>${success}</success><code>${status}</code><message>text</message></item_status>`;

export const contract = v11.redemption({
	kind: 'redeem',
	page: 'redeem-coupon',
	envelope,
	customer: `${coupon}.customer`,
	customerIn: (repeated) => ({ customer: repeated }),
	samples: {
		minimal: sample(minimal, request({ customer }), reference),
		// The code stands next to the coupon.
		full: sample(
			{ ...minimal, validationCode: '4PZGXC', additionalFields: { ...bill, transactionAmount: '1000' } },
			request({ customer, validation_code: '4PZGXC', transaction: [{ number: 'bill-110', amount: '1000' }] }),
			reference,
		),
		'with a bill of no amount': sample(
			{ ...minimal, additionalFields: bill },
			request({ customer, transaction: [{ number: 'bill-110' }] }),
			reference,
		),
		'of a customer ID': sample(
			{ ...minimal, ...byId },
			request({ customer: { id: '313302314' } }),
			reference,
		),
	},
	fields: {
		couponCode: form(
			'Coupon Code',
			`${coupon}.code`,
			'F3LRU8',
			[...noLine().filter(({ value }) => typeof value !== 'number'), ...NUMBERS],
			'must be filled in',
			{ textOnly: true, identifies: true },
		),
		validationCode: letterCode('Validation Code', `${coupon}.validation_code`, {
			empty: 'absent',
			secret: 'letterCode',
		}),
		'additionalFields.transactionAmount': amount(
			'Transaction Amount',
			`${coupon}.transaction[0].amount`,
			'99.5012',
			'must be an amount such as 1000 or 99.50',
			AMOUNTS,
			{ empty: 'absent', with: { additionalFields: bill } },
		),
		'additionalFields.transactionNumber': optional(
			'Transaction Number',
			`${coupon}.transaction[0].number`,
			'bill-1',
		),
	},
	refuses: [
		{
			parameters: { additionalFields: { transactionAmount: '100' } },
			message: "'Transaction Number' must be filled in when 'Transaction Amount' is set",
		},
	],
	codes: { '700': 'Redeemed', '705': 'Wrong Code', ...all(REFUSED, 'Refused') },
	answers: {
		Redeemed: [
			booked(envelope(ok, item('true', 700, { redemption_id: 9, redemptionId: '8' })), '9'),
			booked(formerly({ ...ok, code: '200' }, item('true', '700', { redemptionId: '4577842' })), '4577842'),
			booked(
				xml('true', '200', `<redemptionId>4577842</redemptionId>${xmlStatus('true', '700')}`),
				'4577842',
			),
			...[aBill('bill-1'), [aBill('bill-1')], [], undefined].map((own) =>
				billed(own, { reason: 'accepted' }),
			),
			{
				...accepted(envelope(ok, item('true', 700, { code: 'save10', customer: {} }))),
				parameters: { couponCode: 'SAVE10' },
			},
		],
		'Wrong Code': [
			wrongCode(formerly(failed, [item('false', '705')])),
			wrongCode(xml('false', '500', xmlStatus('false', '705'))),
			wrongCode(xml('true', '200', xmlStatus('false', '705'))),
		],
		Refused: [
			// The call succeeds, and its code says that the coupon cannot be redeemed.
			about(
				formerly(ok, { item_status: { status: 'true', code: '706', message: 'text' } }),
				{ reason: 'notRedeemable' },
				'706',
			),
			...answers.refusedRequests,
			answer(200, xml('false', '402', ''), { reason: 'invalidRequest', statusCode: '402', message: 'Words' }),
		],
		Error: [
			...answers.bookedFaults,
			// Booked and refused.
			about(
				formerly(ok, item('true', 706, { redemption_id: '9' })),
				{ fault: 'unreadable', reference: { redemptionId: '9' } },
				'706',
			),
			about(xml('true', '200', xmlStatus('true', '700'), '06000042'), { fault: 'mismatched' }),
			...[aBill('bill-2'), [aBill('bill-1'), aBill('bill-2')]].map((other) =>
				billed(other, { fault: 'mismatched' }),
			),
		],
	},
	yes: ['700', 'Redeemed'],
	others: [705, 706, 725, 800],
	parameters: { additionalFields: { transactionNumber: 'BILL1' } },
	parts: {
		coupon: mustNot('another coupon', [couponCode, '', null], ['06000042', 'OTHER50']),
		bill: mustNot('another bill', ['BILL1', '', null], ['BILL2']),
	},
	asItem: ({ mobile, coupon: found, bill: number }) => ({
		...{ customer: withoutUndefined({ mobile }), code: found, redemption_id: '18956938' },
		transaction: withoutUndefined({ number }),
	}),
});
