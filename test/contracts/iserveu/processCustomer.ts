import { at, indianMobile, optional, text } from '../fields';
import { eitherWay, must } from '../parts';
import { answer, misplacedState, refusedCodes } from './answers';
import {
	aadhaar,
	coordinates,
	externalRefNumber,
	ipAddress,
	mobilePart,
	passedThroughOfAnother,
	passThrough,
	pincode,
	sixDigits,
} from './fields';
import { operation } from './operation';

const place = { latLong: '20.29,85.82', publicIP: '192.0.2.1' };
const minimal = { mobileNumber: '9876543210', otp: '123456', name: 'Asha Example', ...place };
const { latLong, ...others } = minimal;
/** The location is written in lower case here. */
const documented = { ...others, latlong: latLong };
const more = {
	...{ address: 'Bhubaneswar', pincode: '751002', ovdType: 'BioAuth', ovdData: '765386439745' },
	...{ externalRefNumber: 'ORDER000007', paramA: 'a', paramB: 'b', paramC: 'c' },
};

const FLAGS = [true, false, undefined];
const STATES = ['0', '1', '3', 1];
const refused = refusedCodes(['0', '1', '2', '3', '9', '']);

export const contract = operation({
	kind: 'verify',
	page: 'process-customer',
	follows: ['iServeUSendOtp'],
	path: '/customer/process-customer-registration',
	samples: {
		minimal: [minimal, documented],
		full: [
			{ ...minimal, additionalFields: more },
			{ ...documented, ...more },
			{ externalRefNumber: 'ORDER000007' },
		],
	},
	fields: {
		mobileNumber: indianMobile('Mobile Number', 'body.mobileNumber', { identifies: true }),
		otp: sixDigits,
		name: text('Name', 'body.name', 'Bela Example'),
		latLong: coordinates({ arrived: at('body.latlong') }),
		publicIP: ipAddress('Public IP', 'body.publicIP'),
		'additionalFields.address': optional('Address', 'body.address', 'Bhubaneswar'),
		'additionalFields.externalRefNumber': externalRefNumber({ empty: 'absent' }),
		'additionalFields.ovdData': aadhaar({ empty: 'absent' }),
		'additionalFields.ovdType': optional('OVD Type', 'body.ovdType', 'BioAuth'),
		...passThrough('A', 'B', 'C'),
		'additionalFields.pincode': pincode({ empty: 'absent' }),
	},
	codes: { '2': 'Verified', '0': 'Blocked', '1': 'Blocked', '3': 'Blocked', '429': 'Blocked' },
	yes: [
		{
			...{ status: 'SUCCESS', statusCode: '2' },
			statusDesc: 'Customer verified successfully and Ovd Data Updated',
			KYCTypeFlag: true,
		},
		...(['Verified', 'accepted'] as const),
	],
	same: [
		...FLAGS.map((KYCTypeFlag) => [{ KYCTypeFlag }] as const),
		[{ mobileNumber: '+91 98765-43210' }],
		[
			{ externalRefNumber: 'ORDER7', paramA: 'a', paramB: 'not sent' },
			{ additionalFields: { externalRefNumber: 'ORDER7', paramA: 'a' } },
		],
		[{ externalRefNumber: null, paramA: ' ' }, { additionalFields: { paramA: 'a' } }],
	],
	other: [
		[{ mobileNumber: '9876543211' }],
		[{ externalRefNumber: 'ORDER8' }, { additionalFields: { externalRefNumber: 'ORDER7' } }],
		...passedThroughOfAnother,
	],
	answers: {
		...refused,
		Blocked: [
			...refused.Blocked,
			// A registration whose customer has not come that far.
			...STATES.flatMap((statusCode) =>
				FLAGS.map((KYCTypeFlag) =>
					answer(
						200,
						{ status: 'SUCCESS', statusCode, statusDesc: 'not there yet', KYCTypeFlag },
						{ reason: 'notVerified' },
					),
				),
			),
		],
		Error: misplacedState,
	},
	successCodes: ['0', '1', '2', '3'],
	parts: {
		statusCode: must('`statusCode` is `2`', ['2', 2], ['0', '1', '3', '-1', '4', '02', '', undefined]),
		KYCTypeFlag: eitherWay(true, false, undefined),
		mobileNumber: mobilePart,
	},
});
