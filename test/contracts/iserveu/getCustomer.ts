import { at, indianMobile } from '../fields';
import { must } from '../parts';
import { answer, misplacedState, refusals } from './answers';
import { coordinates, ipAddress, mobilePart } from './fields';
import { operation } from './operation';

const minimal = { mobileNumber: '9876543210', latLong: '20.29,85.82', publicIP: '192.0.2.1' };
const { latLong, ...others } = minimal;
/** The location is written in lower case here. */
const documented = { ...others, latlong: latLong };
const named = { username: 'isutestapi1' };

const state = (statusCode: string, reason: string) =>
	answer(200, { status: 'SUCCESS', statusCode, statusDesc: 'text' }, { reason });

export const contract = operation({
	kind: 'customer',
	page: 'customer-api',
	follows: ['iServeUSendOtp'],
	path: '/customer/get-customer',
	acts: false,
	samples: {
		minimal: [minimal, documented],
		full: [{ ...minimal, ...named }, { ...documented, ...named }, named],
	},
	fields: {
		mobileNumber: indianMobile('Mobile Number', 'body.mobileNumber', { identifies: true }),
		latLong: coordinates({ arrived: at('body.latlong') }),
		publicIP: ipAddress('Public IP', 'body.publicIP'),
	},
	codes: { '0': 'Not Found', '1': 'Created', '2': 'Verified', '3': 'No OVD', '-1': 'Error', '4': 'Error' },
	yes: [
		{ status: 'SUCCESS', statusCode: '2', statusDesc: 'Customer verified' },
		'Verified',
		'customerVerified',
	],
	same: [[{ mobileNumber: '919876543210' }]],
	other: [[{ mobileNumber: '9876543211' }]],
	answers: {
		'Not Found': [state('0', 'notOnboarded')],
		Created: [state('1', 'customerCreated')],
		'No OVD': [state('3', 'documentMissing')],
		Error: [
			...['Username Must not be Empty', 'Invalid Mobile Number'].flatMap((message) =>
				refusals(['-1'], message, { fault: 'rejected' }),
			),
			...refusals(['4'], 'Internal Server Issue', { fault: 'providerDown' }),
			// Codes of nobody, and of a SUCCESS.
			...refusals(['9', '0', '1', '2'], 'odd', { fault: 'rejected' }),
			...misplacedState,
		],
	},
	successCodes: ['0', '1', '2', '3'],
	parts: {
		statusCode: must(
			'`statusCode` is `2` for Verified (`1` for Created, `3` for No OVD)',
			['1', '2', '3', 2],
			['0', '4', '-1', '02', '22', '', undefined],
		),
		mobileNumber: mobilePart,
	},
});
