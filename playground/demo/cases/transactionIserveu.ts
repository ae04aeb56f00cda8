import type { Chapter, Person } from '../case';
import { down, iServeUSays } from './faults';

const WORKFLOW = 'transaction-iserveu';
const VERIFY = '/transaction/verify-bene';
/** The onboarding before registered these two, and began with the third. */
const REGISTERED = '9876500011';
const ALSO_REGISTERED = '9876500012';
const HALF_REGISTERED = '9876500015';

const payer = (number: string): Person => ({
	'Your mobile number': number,
	'Your name': 'Asha Example',
	Amount: '1001',
	'Account holder': 'Bela Example',
	'Mobile number of the account holder': '9876500019',
	'Account number': '200000000001',
	Bank: 'State Bank of India',
	'IFSC code': 'sbin 0225500',
});

const failed = (statusDesc: string) => ({ status: 'FAILED', statusCode: '1', statusDesc });

/** A user confirms a transaction by code with iServeU. */
export const transactionIServeU: Chapter = {
	title: 'Transaction, iServeU',
	cases: [
		{
			about: 'Pays, and is registered',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			steps: ['right'],
			takes: ['Verified', 'Sent', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Pays, half registered, and mistypes',
			workflow: WORKFLOW,
			person: payer(HALF_REGISTERED),
			steps: ['wrong', 'right'],
			takes: ['Created', 'Sent', 'Wrong Code', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Pays, a document is missing',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			faults: [
				iServeUSays('/customer/get-customer', {
					status: 'SUCCESS',
					statusCode: '3',
					statusDesc: 'Customer verified, OVD not verified',
				}),
			],
			steps: ['right'],
			takes: ['No OVD', 'Sent', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Is unknown',
			workflow: WORKFLOW,
			person: payer('9876500020'),
			takes: ['Not Found'],
		},
		{
			about: 'Mistypes number, amount and code',
			workflow: WORKFLOW,
			person: { ...payer('98765 000'), Amount: '1001.50' },
			steps: [
				{ fills: { 'Your mobile number': `+91 ${REGISTERED}`, Amount: '1001.50' } },
				{ fills: { 'Your mobile number': `+91 ${REGISTERED}`, Amount: '1,001.00' } },
				...(['letters', 'dashed'] as const),
			],
			takes: ['Not Found', 'Verified', 'Not Sent', 'Verified', 'Sent', 'Wrong Code', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Mistypes the IFSC code',
			workflow: WORKFLOW,
			person: { ...payer(REGISTERED), 'IFSC code': 'SBIN' },
			steps: ['right'],
			takes: ['Verified', 'Sent', 'Blocked'],
			ends: 'The transaction was stopped',
		},
		{
			about: 'Types it too late, and the new one',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			steps: [{ types: 'right', afterSeconds: 200 }, 'right'],
			takes: ['Verified', 'Sent', 'Expired', 'Sent', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Guesses',
			workflow: WORKFLOW,
			person: payer(ALSO_REGISTERED),
			steps: ['wrong', 'wrong', 'wrong'],
			takes: ['Verified', 'Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
			ends: 'Too many wrong codes',
		},
		{
			about: 'Cannot be reached',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			faults: [iServeUSays('/otp/send', failed('Failed to send OTP'))],
			takes: ['Verified', 'Not Sent'],
		},
		{
			about: 'Asks too soon',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			faults: [iServeUSays('/otp/send', failed('OTP can be resent only after 30 seconds'))],
			takes: ['Verified', 'Throttled'],
			ends: 'Please wait a moment',
		},
		{
			about: 'Is stopped',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			steps: [
				{
					types: 'right',
					fault: iServeUSays(VERIFY, {
						status: 'FAILED',
						statusCode: '1',
						'status-desc': 'Maximum OTP attempts exceeded',
					}),
				},
			],
			takes: ['Verified', 'Sent', 'Blocked'],
			ends: 'The transaction was stopped',
		},
		{
			about: 'Failure while looking up',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			faults: [down('iserveu', '/customer/get-customer')],
			takes: ['Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while sending',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			faults: [down('iserveu', '/otp/send')],
			takes: ['Verified', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while checking',
			workflow: WORKFLOW,
			person: payer(REGISTERED),
			steps: [{ types: 'right', fault: down('iserveu', VERIFY) }],
			takes: ['Verified', 'Sent', 'Error'],
			ends: 'Something went wrong',
		},
	],
};
