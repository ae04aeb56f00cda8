import { choice } from '../fields';
import { must } from '../parts';
import { answer, unknown } from './answers';
import { ACTIONS, all, entityFields, letterCode, post, sample } from './common';
import { operation } from './v2';

const path = '/v2/otp/validate';
const minimal = { entityValue: '919876543210', code: '123456' };
const byEmail = {
	entityType: 'EMAIL',
	entityValue: 'tom.sawyer@example.com',
	code: 'A2WX11I',
	action: 'GENERIC',
};
const ACCEPTED = { statusCode: 'entity:true', message: 'OTP accepted' };

export const contract = operation({
	kind: 'verify',
	page: 'validate-otp',
	follows: ['capillaryGenerateOtp'],
	samples: {
		minimal: sample(minimal, post(path, { entityType: 'MOBILE', ...minimal, action: 'REGISTRATION' }), {
			action: 'REGISTRATION',
		}),
		full: sample(byEmail, post(path, byEmail), { action: 'GENERIC' }),
	},
	fields: {
		...entityFields,
		code: letterCode('Code', 'body.code', { secret: 'letterCode' }),
		action: choice('Action', 'body.action', ACTIONS, { identifies: true }),
	},
	codes: {
		'entity:true': 'Verified',
		...all(['entity:false', '605', '876'], 'Wrong Code'),
		...all(['429', '521', '600', '601', '602', '604', '610'], 'Blocked'),
	},
	answers: {
		Verified: [
			{ entity: true, errors: [], warnings: [] },
			{ entity: true, warnings: [{ status: true, code: 610, message: 'OTP validated' }] },
			{ entity: true, success: true, status: 'true' },
		].map((body) => answer(200, body, { reason: 'accepted', ...ACCEPTED })),
		'Wrong Code': [200, 400].map((status) =>
			answer(
				status,
				{ entity: false },
				{ ...{ reason: 'incorrectOrExpired', statusCode: 'entity:false', message: 'OTP wrong or expired' } },
			),
		),
		Blocked: [
			unknown({ reason: 'unclassified' }),
			answer(429, '', { reason: 'rateLimited', statusCode: '429' }),
		],
		Error: [],
	},
	yes: [{ entity: true }, ACCEPTED, '605'],
	parts: {
		entity: must(
			'`entity` is `true`',
			[true],
			[...['true', 'TRUE', 1, 0, false, null, undefined, [true], { entity: true }]],
		),
	},
});
