import type { Contract } from '../contract';
import { tenDigits, text } from '../fields';
import { http, must, single } from '../parts';
import { answer, faults, misplacedState, refusals, successes } from './answers';
import {
	answerWith,
	commonFields,
	ipAddress,
	iServeU,
	mobilePart,
	PAGES,
	PREFIX,
	sample,
	statusPart,
	username,
} from './common';

const path = '/customer/get-customer';
const minimal = { mobileNumber: '9876543210', latLong: '20.29,85.82', publicIP: '192.0.2.1' };
const { latLong, ...others } = minimal;
/** The location is written in lower case here. */
const documented = { ...others, latlong: latLong, username };

const YES = { status: 'SUCCESS', statusCode: '2', statusDesc: 'Customer verified' };
const state = (statusCode: string, reason: string) =>
	answer(200, { status: 'SUCCESS', statusCode, statusDesc: 'text' }, { reason });

export const contract: Contract = {
	...iServeU,
	node: 'iServeUGetCustomer',
	operation: 'getCustomer',
	kind: 'customer',
	page: `${PAGES}/customer-api`,
	calls: [`POST ${PREFIX}${path}`],
	samples: {
		minimal: sample(minimal, [path, documented, false]),
		full: sample(
			{ ...minimal, username: 'isutestapi1' },
			[path, { ...documented, username: 'isutestapi1' }, false],
			{ username: 'isutestapi1' },
		),
	},
	fields: {
		mobileNumber: tenDigits('Mobile Number', 'body.mobileNumber', { identifies: true }),
		...commonFields,
		latLong: text('Lat Long', 'body.latlong', '20.2961,85.8245'),
		publicIP: ipAddress('Public IP', 'body.publicIP'),
	},
	codes: { '0': 'Not Found', '1': 'Created', '2': 'Verified', '3': 'No OVD', '-1': 'Error', '4': 'Error' },
	answers: {
		Verified: successes(YES, 'customerVerified', [[{ mobileNumber: '919876543210' }]]),
		'Not Found': [state('0', 'notOnboarded')],
		Created: [state('1', 'customerCreated')],
		'No OVD': [state('3', 'documentMissing')],
		Error: [
			...['Username Must not be Empty', 'Invalid Mobile Number'].flatMap((message) =>
				refusals(['-1'], message, { fault: 'rejected' }),
			),
			...refusals(['4'], 'Internal Server Issue', { fault: 'providerDown' }),
			...refusals(['9'], 'no idea', { fault: 'rejected' }),
			// Codes of a SUCCESS.
			...refusals(['0', '1', '2'], 'odd', { fault: 'rejected' }),
			...faults(YES, [[{ mobileNumber: '9876543211' }]]),
			...misplacedState,
		],
	},
	answerWith: answerWith(['0', '1', '2', '3']),
	grants: [
		{
			parts: {
				http,
				status: statusPart,
				statusCode: must(
					'`statusCode` is `2` for Verified (`1` for Created, `3` for No OVD)',
					['1', '2', '3', 2],
					['0', '4', '-1', '02', '22', '', undefined],
				),
				mobileNumber: mobilePart,
			},
			answers: single,
		},
	],
};
