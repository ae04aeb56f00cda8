import { choice, email, matching, optional, text, wholeNumber } from '../fields';
import { must, mustNot } from '../parts';
import { answer, unknown } from './answers';
import { errors, get, mobile, needed, sample, signIn, withOther } from './common';
import { operation } from './v2';

const path = '/v2/otp';
const identifierValue = '919876543210';
const documented = { source: 'INSTORE', identifierName: 'mobile', identifierValue, scope: 'REGISTRATION' };
const byEmail = { identifierName: 'email', identifierValue: 'jane@example.com' };
const account = { accountId: 'WECHAT-API1', threshold: 60 };
const atAccount = { source: 'WECHAT', scope: 'POINTS' };
const severalAccounts = (source: string) =>
	`must be filled in for the source ${source}, which can have several accounts`;
const SCOPES = ['COUPON', 'GENERIC', 'POINTS', 'REGISTRATION', 'SUBSCRIPTION', 'USERGROUP'];
const ADVICE = "Add 'Account ID' under 'Additional Fields'.";
const FOUND = { statusCode: 'code', message: 'OTP found' };
const FOUND_2 = { reason: 'accepted', ...FOUND, reference: { userId: '2' } };
const validUpto = '2030-01-01T00:00:00+05:30';

export const contract = operation({
	kind: 'fetch',
	page: 'get-otp',
	follows: ['capillaryGenerateOtp'],
	samples: {
		minimal: sample({ identifierValue }, get(path, documented)),
		full: sample(
			{ identifierValue: '8799361139', ...atAccount, additionalFields: account },
			get(path, {
				...{ ...documented, ...atAccount, identifierValue: '8799361139' },
				...{ accountId: 'WECHAT-API1', threshold: '60' },
			}),
		),
		'of an address': sample(
			{ ...byEmail, scope: 'GENERIC' },
			get(path, { ...documented, ...byEmail, scope: 'GENERIC' }),
		),
	},
	fields: {
		...signIn,
		identifierName: withOther(
			choice('Identifier Name', 'query.identifierName', ['email', 'external_id', 'mobile', 'wechat']),
			'email',
			byEmail,
		),
		identifierValue: mobile('Identifier Value', 'query.identifierValue', {
			also: [email('query.identifierValue', { label: 'Identifier Value', with: byEmail, identifies: true })],
		}),
		source: matching(
			'Source',
			'query.source',
			'INSTORE',
			'must be a source such as INSTORE: letters, digits and underscores only',
			['IN STORE', 'INSTORE&accountId=1', 'BOUTIQUÉ', '-INSTORE', 'INSTORE-', 'A'.repeat(51)],
		),
		scope: choice('Scope', 'query.scope', SCOPES),
		'additionalFields.accountId': optional('Account ID', 'query.accountId', 'ACCOUNT-1', {
			also: [
				needed(
					text('Account ID', 'query.accountId', 'ACCOUNT-1', {
						with: { source: 'WECHAT', additionalFields: { accountId: 'a' } },
					}),
					severalAccounts('WECHAT'),
					ADVICE,
				),
			],
		}),
		'additionalFields.threshold': wholeNumber(
			'Threshold',
			'query.threshold',
			60,
			{ from: 1, to: 999_999_999, as: String },
			{ empty: 'absent' },
		),
	},
	refuses: [
		...['WECHAT', 'wechat', 'MARTJACK', 'FACEBOOK'].map((source) => ({
			parameters: { source },
			message: `'Account ID' ${severalAccounts(source)}`,
			advice: ADVICE,
		})),
		...['yes', 'no', 1, [true]].map((revealCode) => ({
			parameters: { revealCode: revealCode as never },
			message: "'Reveal Code' must be true or false",
		})),
	],
	codes: { code: 'Found', '9001': 'Not Found', '8015': 'Not Found' },
	answers: {
		Found: [
			answer(
				200,
				{ code: 'A2WX', orgId: 1, validUpto },
				{ reason: 'accepted', ...FOUND, reference: { orgId: '1' }, expiresAt: validUpto },
			),
			answer(200, { code: 'A2WX', userId: 2 }, FOUND_2),
			{
				...answer(200, { code: ' A2WX ', userId: 2 }, { ...FOUND_2, revealed: { code: 'A2WX' } }),
				parameters: { revealCode: true },
			},
		],
		'Not Found': [
			answer(400, errors([9001, 'No valid OTP found.']), { reason: 'noValidCode' }),
			answer(400, errors([8015, 'Customer not found']), { reason: 'recipientNotRegistered' }),
		],
		Error: [
			answer(400, errors([429, 'slow down']), { fault: 'rateLimited' }),
			answer(429, errors([77, '']), { fault: 'rateLimited' }),
			unknown({ fault: 'rejected' }),
			answer(200, { code: ' ', orgId: 1 }, { fault: 'unreadable' }),
		],
	},
	yes: [{ code: '538AD87', orgId: 966 }, { ...FOUND, reference: { orgId: '966' } }, '9001'],
	parts: {
		code: must(
			'`code` is a text',
			['538AD87', '****87', '0123'],
			[...[undefined, null, '', '  ', 538187, true, ['538AD87'], { code: '1' }]],
		),
		entity: mustNot('`entity: false`', [true], [false]),
	},
});
