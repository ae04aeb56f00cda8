import { amount, choice, email, form, indianMobile, madeUp, text } from '../fields';
import { must, mustNot } from '../parts';
import { WHOLE_AMOUNTS } from '../spellings';
import { NO_TEXTS, ROUNDED, saying, tooLong } from '../wrongValues';
import { refusedSends } from './answers';
import {
	aadhaar,
	coordinates,
	externalRefNumber,
	ipAddress,
	mobilePart,
	passedThroughOfAnother,
	passThrough,
} from './fields';
import { operation } from './operation';

const customerMobileNumber = '9876543210';
const ovdData = '765386439745';
const minimal = { customerMobileNumber, ovdData };
const documented = { customerMobileNumber, ovdType: 'Aadhaar Card' };
const more = {
	...{ latLong: '123.23,21.345', publicIP: '203.0.113.7', pid: 'UElE\nUElE', email: 'a@example.com' },
	...{ paramA: 'a', paramB: 'b', paramC: 'c' },
};
const transaction = { otpType: '2', customerMobileNumber, requestedAmount: '1001' };
const referred = { externalRefNumber: '1432452' };
const GENERATED = madeUp(16);

const named = { username: 'isutestapi1' };

export const contract = operation({
	kind: 'send',
	page: 'send-otp',
	path: '/otp/send',
	samples: {
		minimal: [minimal, { ...documented, otpType: '1', ovdData }],
		full: [
			{ ...minimal, ...named, additionalFields: more },
			{ ...documented, ...named, otpType: '1', ovdData, ...more },
			named,
		],
		'to confirm a transaction': [
			transaction,
			{ ...documented, ...transaction, externalRefNumber: GENERATED },
			{ externalRefNumber: GENERATED },
		],
		'to confirm a transaction, with a reference and the document': [
			{ ...transaction, ...referred, additionalFields: { ovdData } },
			{ ...documented, ...transaction, ...referred, ovdData },
			referred,
		],
	},
	fields: {
		otpType: choice('OTP Type', 'body.otpType', ['1', '2'], {
			with: { requestedAmount: '1001' },
			identifies: true,
		}),
		customerMobileNumber: indianMobile('Customer Mobile Number', 'body.customerMobileNumber', {
			identifies: true,
		}),
		requestedAmount: amount(
			'Requested Amount',
			'body.requestedAmount',
			'1002',
			'must be a whole amount such as 1001',
			WHOLE_AMOUNTS,
			{ with: transaction },
		),
		externalRefNumber: externalRefNumber({ empty: GENERATED, with: transaction }),
		ovdType: text('OVD Type', 'body.ovdType', 'Aadhar Card'),
		ovdData: aadhaar(),
		'additionalFields.email': email('body.email', { empty: 'absent', recipient: 'secondEmail' }),
		'additionalFields.latLong': coordinates({ empty: 'absent' }),
		'additionalFields.ovdData': aadhaar({ empty: 'absent', with: transaction }),
		...passThrough('A', 'B', 'C'),
		'additionalFields.pid': form(
			'PID',
			'body.pid',
			'UElE\nUElE',
			[
				...NO_TEXTS,
				...ROUNDED,
				...saying('must be free of control characters', 'UElE\u0000', 'UElE\ud83d'),
				...tooLong(100_000),
			],
			'',
			{ empty: 'absent', secret: 'pid' },
		),
		'additionalFields.publicIP': ipAddress('Public IP', 'body.publicIP', { empty: 'absent' }),
	},
	codes: { '0': 'Sent', '-1': 'Not Sent', '1': 'Not Sent', '429': 'Throttled' },
	yes: [{ status: 'SUCCESS', statusCode: '0', statusDesc: 'OTP Sent Successfully' }, 'Sent', 'accepted'],
	same: [[{ customerMobileNumber }]],
	other: [
		[{ customerMobileNumber: '9876543211' }],
		[{ externalRefNumber: 'ORDER8' }, { ...transaction, externalRefNumber: 'ORDER7' }],
		...passedThroughOfAnother,
	],
	answers: refusedSends,
	successCodes: ['0'],
	parts: {
		statusCode: must('`statusCode` is `0`', ['0', 0], ['1', '-1', '4', '00', '', undefined, 'SUCCESS']),
		customerMobileNumber: mobilePart,
		statusDesc: mustNot(
			'the words of a documented refusal',
			['OTP Sent Successfully'],
			['Failed to send OTP'],
		),
	},
});
