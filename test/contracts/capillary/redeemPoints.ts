import type { Says } from '../contract';
import { form, madeUp, matching, optional } from '../fields';
import { mustNot } from '../parts';
import { AMOUNTS } from '../spellings';
import { noLine } from '../wrongValues';
import { answer } from './answers';
import { all, letterCode, post, sample } from './common';
import { answersOf, failed, item, nested, ok, type Envelope } from './redemptionAnswers';
import * as v11 from './redemptions';

const { byId, identifierValue } = v11;
const path = '/v1.1/points/redeem';
const POINTS = 'must be a number above 0 with at most 3 decimals';
const redeem = 'body.root.redeem[0]';
const minimal = { identifierValue, points: 10, validationCode: 'NS3U05' };
const MADE_UP = madeUp(24);
const more = {
	...{ transactionNumber: 'bilnum100000', externalReferenceNumber: 'a3fd1a63-1aa3-4c47-9173-398' },
	...{ notes: 'Redeemed at POS', redemptionPurpose: 'gift', redemptionTime: '2020-03-13 18:02:34' },
	...{ tillId: 'store.till1', programId: '504' },
};
const request = (body: object, query: object = {}) =>
	post(
		path,
		{ root: { redeem: [{ points_redeemed: 10, validation_code: 'NS3U05', ...body }] } },
		{ format: 'json', ...query },
	);
const customer = { mobile: identifierValue };

const envelope: Envelope = (status, items) => ({
	response: { status, ...(items !== undefined && { responses: { points: items } }) },
});
const BOOKED = { redemption_id: '7t4y2a' };
const reference = { redemptionId: '7t4y2a' };
const { about, accepted, refused, ...answers } = answersOf(envelope, '800');

/** Answers that name another number of points than the item. */
const answeredPoints = (verdict: Says, rows: ReadonlyArray<readonly [sent: number, found: unknown]>) =>
	rows.map(([points, points_redeemed]) => ({
		...about(envelope(ok, item('true', 800, { ...BOOKED, points_redeemed })), { reference, ...verdict }),
		parameters: { points },
	}));

export const contract = v11.redemption({
	kind: 'redeem',
	page: 'redeem-points',
	follows: ['capillaryCheckPointsRedeemable', 'full'],
	envelope,
	customer: `${redeem}.customer`,
	samples: {
		minimal: sample(minimal, request({ customer, external_reference_number: MADE_UP }), {
			externalReferenceNumber: MADE_UP,
		}),
		full: sample(
			{ ...minimal, additionalFields: more },
			request(
				{
					customer,
					transaction_number: more.transactionNumber,
					external_reference_number: more.externalReferenceNumber,
					notes: more.notes,
					redemption_purpose: more.redemptionPurpose,
					redemption_time: more.redemptionTime,
					till_id: more.tillId,
				},
				{ program_id: '504' },
			),
			{ externalReferenceNumber: more.externalReferenceNumber },
		),
		'of a customer ID': sample(
			{ ...minimal, ...byId },
			request({ customer: { id: '313302314' }, external_reference_number: MADE_UP }),
			{ externalReferenceNumber: MADE_UP },
		),
	},
	fields: {
		points: v11.pointsField(`${redeem}.points_redeemed`, POINTS, AMOUNTS, Number, [10.125]),
		validationCode: letterCode('Validation Code', `${redeem}.validation_code`, { secret: 'shortCode' }),
		'additionalFields.externalReferenceNumber': form(
			'External Reference Number',
			`${redeem}.external_reference_number`,
			'a3fd1a63-1aa3-4c47-9173-398',
			noLine(100),
			'',
			{ empty: MADE_UP },
		),
		'additionalFields.notes': optional('Notes', `${redeem}.notes`, 'For Asha'),
		'additionalFields.programId': v11.programId,
		'additionalFields.redemptionPurpose': optional(
			'Redemption Purpose',
			`${redeem}.redemption_purpose`,
			'Order',
		),
		'additionalFields.redemptionTime': matching(
			'Redemption Time',
			`${redeem}.redemption_time`,
			'2026-03-13 18:02:34',
			'must be a time such as 2026-03-13 18:02:34',
			['2026-03-13', '2026-03-13T18:02:34Z', 'x2026-03-13 18:02:34', '2026-03-13 18:02:345'],
			{ empty: 'absent' },
		),
		'additionalFields.tillId': optional('Till ID', `${redeem}.till_id`, 'till-1'),
		'additionalFields.transactionNumber': optional(
			'Transaction Number',
			`${redeem}.transaction_number`,
			'bill-1',
		),
	},
	codes: { '800': 'Redeemed', '808': 'Wrong Code', ...all(v11.POINTS_REFUSED, 'Refused'), '825': 'Error' },
	answers: {
		Redeemed: [
			accepted(envelope(ok, [item('true', 800, { redemption_id: 5 })]), { reference: { redemptionId: '5' } }),
			accepted(envelope({ success: true, code: '200' }, [item(true, '800')])),
			accepted(
				envelope(
					{ status: 'true' },
					{ ...BOOKED, item_status: { status: 'true', code: '800', message: 'text' } },
				),
				{ reference },
			),
			// With another yes within.
			accepted(envelope(ok, item('true', 800, { side_effects: [item('true', 700)] }))),
			...[true, false].map((inner) =>
				accepted({ response: { status: ok }, deep: nested(7, { inner }, item('true', 800)) }),
			),
			...answeredPoints({ reason: 'accepted' }, [
				[10.125, '10'],
				[10.125, 11],
				[10, '9.001'],
				[10, ''],
			]),
		],
		'Wrong Code': [about(envelope(failed, item('false', 808)), { reason: 'incorrectOrExpired' }, '808')],
		Refused: [
			refused('744', 'duplicateReference'),
			about(
				envelope(ok, { item_status: { status: 'false', code: '818', message: 'text' } }),
				{ reason: 'insufficientBalance' },
				'818',
			),
			// With the code of a success.
			refused('800', 'unclassified'),
			...answers.refusedRequests,
			answer(429, '', { reason: 'rateLimited', statusCode: '429' }),
			refused('744', 'duplicateReference', BOOKED, { reference }),
			answer(
				200,
				{ response: { status: { ...failed, code: 402 }, points: BOOKED } },
				{ reason: 'invalidRequest', statusCode: '402', message: failed.message, reference },
			),
			// A customer that was not found has the ID of nobody.
			{ ...refused('816', 'recipientNotRegistered', { user_id: '-1' }), parameters: byId },
		],
		Error: [
			...answers.bookedFaults,
			...answeredPoints({ fault: 'mismatched' }, [
				[10, '9'],
				[10.125, '11.125'],
				[10, 11],
			]),
		],
	},
	yes: ['800', 'Redeemed'],
	others: [808, 803, 700],
	parameters: { additionalFields: { externalReferenceNumber: 'REF1', transactionNumber: 'BILL1' } },
	parts: {
		points_redeemed: mustNot(
			'points that differ by one or more',
			['10', 10, '10.4', 9.5, null],
			['1', 11, 1000, '9'],
		),
		external_reference_number: mustNot('another `external_reference_number`', ['REF1', '', null], ['REF2']),
		side_effects: mustNot(
			'another bill',
			[{}, { effect: [] }, { effect: [{ redeemed_on_bill_number: 'BILL1' }] }],
			[{ effect: [{ redeemed_on_bill_number: 'BILL2' }] }, { effect: { redeemed_on_bill_number: 'BILL2' } }],
		),
	},
});
