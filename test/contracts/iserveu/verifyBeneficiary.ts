import type { IDataObject } from 'n8n-workflow';

import { indianMobile, text, toggle, typed } from '../fields';
import { must, mustNot } from '../parts';
import { ACCOUNTS, IFSC_CODES } from '../spellings';
import { NO_TEXTS, NUMBERS } from '../wrongValues';
import { answer, failed, refusedCodes } from './answers';
import { coordinates, externalRefNumber, ipAddress, passThrough, pincode, sixDigits } from './fields';
import { operation } from './operation';

const STEPS = 'gateway-transaction-details';

const minimal = {
	customerMobileNumber: '9876543210',
	externalRefNumber: 'ORDER000001',
	otp: '123456',
	customerName: 'Asha Example',
	accountNumber: '12345678901',
	beneName: 'Bela Example',
	beneMobileNumber: '9876543212',
	beneBankName: 'State Bank of India',
	bankCode: 'SBIN',
	beneIfscCode: 'SBIN0225500',
	address: 'Bhubaneswar',
	pincode: '751002',
	latLong: '20.29,85.82',
	customerIP: '192.0.2.1',
};
const ACCOUNT = 'must be an account number of 5 to 34 letters and digits';
const documented = { ...minimal, transactionMode: 'IMPS', isHoldTransaction: false };
const reference = { externalRefNumber: 'ORDER000001' };
const full = { isHoldTransaction: true, transactionMode: 'NEFT' };
const more = { paramB: '751002', paramC: 'Bhubaneswar' };

const done = { txnStausCode: '4' };
const YES = {
	status: 'SUCCESS',
	statusCode: '0',
	'status-desc': 'Verified',
	parentTxnId: 'P1',
	[STEPS]: [{ gateWayTxnId: 'G1', status: 'SUCCESS', ...done, txnStatusDesc: 'Transaction Success' }],
};

const GOOD_STEPS: IDataObject[][] = [
	[{ ...done, status: 'SUCCESS' }],
	...[[done], [{ ...done, status: null }], [done, { ...done, status: 'SUCCESS' }]],
	[{ txnStausCode: 4, status: 'Success' }],
];

/** Steps at the bank's gateway that did not all succeed, or do not say so. */
const NO_STEPS = [
	undefined,
	[],
	{ ...done, status: 'SUCCESS' },
	'4',
	['4'],
	[{ status: 'SUCCESS' }],
	[{ txnStausCode: '', status: 'SUCCESS' }],
	...['0', '1', '2', '3', '5', '04', '44', 'SUCCESS', true, ['4']].map((txnStausCode) => [
		{ txnStausCode, status: 'SUCCESS' },
	]),
	...['FAILED', 'INPROGRESS', 'PENDING', false, { ok: true }].map((status) => [{ ...done, status }]),
	[done, { txnStausCode: '2' }],
	// The other spelling only.
	[{ txnStatusCode: '4', status: 'SUCCESS' }],
];

const refused = refusedCodes(['0', '1', '2', '3', '9', '']);
const withTransaction = answer(
	200,
	{ ...failed('0', 'Verified'), parentTxnId: 'P1' },
	{ reason: 'unclassified' },
);

export const contract = operation({
	kind: 'verify',
	page: 'bene-verification',
	follows: ['iServeUSendOtp', 'to confirm a transaction'],
	path: '/transaction/verify-bene',
	samples: {
		minimal: [minimal, documented, reference],
		full: [{ ...minimal, ...full, additionalFields: more }, { ...documented, ...full, ...more }, reference],
	},
	fields: {
		customerMobileNumber: indianMobile('Customer Mobile Number', 'body.customerMobileNumber', {
			identifies: true,
		}),
		otp: sixDigits,
		externalRefNumber: externalRefNumber({ identifies: true }),
		customerName: text('Customer Name', 'body.customerName', 'Jane Example'),
		accountNumber: typed(
			'Account Number',
			'body.accountNumber',
			'00123456789',
			ACCOUNT,
			ACCOUNTS,
			'invalidRequest',
			{
				secret: 'account',
				textOnly: true,
				refuses: [...NO_TEXTS, ...NUMBERS],
			},
		),
		beneName: text('Beneficiary Name', 'body.beneName', 'Ravi Example'),
		beneMobileNumber: indianMobile('Beneficiary Mobile Number', 'body.beneMobileNumber', {
			recipient: 'secondMobile',
		}),
		beneBankName: text('Beneficiary Bank Name', 'body.beneBankName', 'Example Bank'),
		bankCode: text('Bank Code', 'body.bankCode', 'HDFC'),
		beneIfscCode: typed(
			'Beneficiary IFSC Code',
			'body.beneIfscCode',
			'HDFC0225500',
			'must be an IFSC code of 11 letters and digits such as SBIN0225500',
			IFSC_CODES,
			'invalidRequest',
		),
		transactionMode: text('Transaction Mode', 'body.transactionMode', 'NEFT'),
		address: text('Address', 'body.address', 'Cuttack'),
		pincode: pincode(),
		latLong: coordinates(),
		customerIP: ipAddress('Customer IP', 'body.customerIP'),
		isHoldTransaction: toggle('Hold Transaction', 'body.isHoldTransaction', true, false),
		...passThrough('B', 'C'),
	},
	codes: { '0': 'Verified', '429': 'Blocked' },
	// Public integrations put the pincode and the address into the two parameters.
	hides: ['beneName', 'accountNumber', 'paramB', 'paramC'],
	yes: [YES, 'Verified', 'accepted'],
	same: [
		[reference],
		[more, { additionalFields: more }],
		[{ paramC: '' }, { additionalFields: more }],
		...GOOD_STEPS.map((steps) => [{ [STEPS]: steps }] as const),
	],
	other: [
		[{ customerMobileNumber: '9876543211' }],
		[{ externalRefNumber: 'ORDER000002' }],
		[{ paramB: '751003' }, { additionalFields: { paramB: '751002' } }],
		[{ paramC: 'not mine' }, { additionalFields: { paramC: 'mine' } }],
	],
	answers: {
		...refused,
		Blocked: [...refused.Blocked, withTransaction],
		Error: NO_STEPS.map((steps) => answer(200, { ...YES, [STEPS]: steps }, { fault: 'unreadable' })),
	},
	successCodes: ['0'],
	more: { [STEPS]: [done] },
	parts: {
		statusCode: must('`statusCode` is `0`', ['0', 0], ['1', '-1', '2', '4', '', undefined]),
		[STEPS]: must(
			`every step of \`${STEPS}\`, and at least one, has \`txnStausCode\` \`4\`, and \`SUCCESS\` if it has a \`status\``,
			GOOD_STEPS,
			[...NO_STEPS, null, {}, [{}], [done, { status: 'SUCCESS' }]],
		),
		externalRefNumber: mustNot(
			'another `externalRefNumber`',
			[reference.externalRefNumber, '', null],
			[...['ORDER000002', 'other']],
		),
	},
});
