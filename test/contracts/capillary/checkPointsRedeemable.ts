import { toggle } from '../fields';
import { http, must, mustNot, withoutUndefined } from '../parts';
import { WHOLE_AMOUNTS } from '../spellings';
import { answer } from './answers';
import { all, get, sample } from './common';
import { answersOf, failed, item, ok, type Envelope } from './redemptionAnswers';
import * as v11 from './redemptions';

const { byId, identifierValue, pointsField, YES } = v11;
const path = '/v1.1/points/isredeemable';
const minimal = { identifierValue, points: 10 };
const documented = { points: '10', format: 'json' };

/** What Capillary lists as warnings: codes next to a yes. */
const WARNINGS = ['872', '873', '876', '877', '900', '905'];

const envelope: Envelope = (status, items) => ({
	response: { status, ...(items !== undefined && { points: { redeemable: items } }) },
});
const { about, accepted: yes } = answersOf(envelope, '800');
const no = (body: unknown, reason: string, code: string) => about(body, { reason }, code);
const fault = (body: unknown, code: string, kind = 'unreadable') => about(body, { fault: kind }, code);
/** The form of older checks, with an answer within the answer. */
const older = (inner: object, outer: object = item('true', '800'), innerStatus: object = ok) => ({
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
const within = item('true', '800', { is_redeemable: 'true' });
const around = {
	response: {
		status: ok,
		outer: {
			...item('true', '800'),
			response: older({ is_redeemable: 'true' }, item('false', '818')).response,
		},
	},
};

export const contract = v11.redemption({
	kind: 'check',
	page: 'check-if-points-redeemable',
	envelope,
	customer: 'query',
	samples: {
		minimal: sample(minimal, get(path, { mobile: identifierValue, ...documented })),
		// The code goes out on the way.
		full: sample(
			{ ...minimal, issueOtp: true, additionalFields: { programId: '504' } },
			get(path, { mobile: identifierValue, ...documented, program_id: '504', issue_otp: 'true' }, true),
		),
		'of a customer ID': sample({ ...minimal, ...byId }, get(path, { id: '313302314', ...documented })),
	},
	fields: {
		points: pointsField('query.points', 'must be a whole number above 0', WHOLE_AMOUNTS, String),
		issueOtp: toggle('Issue OTP', 'query.issue_otp', 'true', undefined, { identifies: true }),
		'additionalFields.programId': v11.programId,
	},
	codes: { '800': 'Redeemable', ...all([...v11.POINTS_REFUSED, '808'], 'Not Redeemable'), '825': 'Error' },
	answers: {
		Redeemable: [
			yes(envelope(ok, item('true', 800, { is_redeemable: 'true' }))),
			yes(envelope(ok, item('true', 800, { is_redeemable: true }))),
			yes(older(item('true', '800', { is_redeemable: 'true', points: '10' }))),
			yes(older({ is_redeemable: true })),
		],
		'Not Redeemable': [
			// The check itself went well.
			...[false, 'false'].map((is_redeemable) =>
				no(envelope(ok, item('true', 800, { is_redeemable })), 'notRedeemable', '800'),
			),
			no(envelope(failed, item('false', 7777, { is_redeemable: 'false' })), 'unclassified', '7777'),
			// A warning next to a yes.
			no(envelope(ok, item('true', 876, { is_redeemable: 'true' })), 'deliveryFailed', '876'),
			no(older(item('true', '800', { is_redeemable: 'false' })), 'notRedeemable', '800'),
			no(older(item('false', '818', { is_redeemable: 'false' })), 'insufficientBalance', '818'),
			// The nearest status decides.
			no(around, 'insufficientBalance', '818'),
		],
		Error: [
			answer(429, '', { fault: 'rateLimited' }),
			fault(envelope(ok, item('true', 7777, { is_redeemable: 'true' })), '7777'),
			fault(envelope(ok, item('true', 800)), '800'),
			// Something around the yes says no.
			fault(older(within, item('false', '818')), '800'),
			fault(older(within, item('true', '800'), failed), '800'),
			fault(older({ ...within, points: '11' }), '800', 'mismatched'),
			answer(200, older({ is_redeemable: 'true' }, {}), { fault: 'unreadable' }),
		],
	},
	yes: ['800', 'Redeemable', WARNINGS],
	others: [876, 872, 900, 818],
	parts: {
		is_redeemable: must('`is_redeemable` is `true`', YES, ['false', false, 1, 'TRUE', '', null]),
		points: mustNot('another number of points', [10, '10', '10.000', null], [1, 1000, '9.5']),
	},
	moreGrants: [
		{
			parts: {
				http,
				request: must('`success` of the request is `true`', YES, v11.NO_VERDICT),
				success: must('`success` of the enclosing item is `true`', YES, v11.NO_VERDICT),
				code: must('`code` of the enclosing item is `800`', [800, '800'], [876, 818, 200, 7777, '', null]),
				is_redeemable: must('`is_redeemable` is `true`', YES, ['false', false, 1, '', null]),
			},
			answers: ({ http: status, request, success, code, is_redeemable }) => [
				{
					status: status as number,
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
	],
});
