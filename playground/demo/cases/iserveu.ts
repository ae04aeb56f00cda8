import type { Person, ProviderCases } from '../case';
import { GUESSES, journeys } from './journeys';

const REGISTRATION = 'iserveu-customer-otp';
const TRANSACTION = 'iserveu-transaction-otp';

const newcomer = (number: string): Person => ({
	Name: 'Asha Example',
	'Mobile number': number,
	'Aadhaar number': '200000000000',
});

const payer = (number: string): Person => ({
	'Your mobile number': number,
	'Your name': 'Asha Example',
	Amount: '1001',
	'Account holder': 'Bela Example',
	'Mobile number of the account holder': '9876500019',
	'Account number': '200000000001',
	Bank: 'State Bank of India',
	'IFSC code': 'SBIN0225500',
});

/** Those who pay have registered before, so the order of the cases matters. */
export const iServeU: ProviderCases = {
	provider: 'iServeU',
	cases: [
		...journeys(REGISTRATION, {
			right: newcomer('9876500011'),
			mistyped: newcomer('9876500012'),
			guesser: newcomer('9876500013'),
			refused: newcomer('9876500000'),
		}),
		{
			about: 'Types the code too late',
			workflow: REGISTRATION,
			person: newcomer('9876500014'),
			waitSeconds: 200,
			codes: ['right'],
			takes: ['Sent', 'Expired'],
		},
		{
			about: 'Asks for two codes at once',
			workflow: REGISTRATION,
			person: newcomer('9876500015'),
			forms: 2,
			takes: ['Sent', 'Throttled'],
		},
		{
			about: 'Pays, and is registered',
			workflow: TRANSACTION,
			person: payer('9876500011'),
			codes: ['right'],
			takes: ['Verified', 'Sent', 'Verified'],
		},
		{
			about: 'Pays, and mistypes the code',
			workflow: TRANSACTION,
			person: payer('9876500012'),
			codes: ['wrong', 'right'],
			takes: ['Verified', 'Sent', 'Wrong Code', 'Verified'],
		},
		{
			about: 'Pays, half registered',
			workflow: TRANSACTION,
			person: payer('9876500015'),
			codes: ['right'],
			takes: ['Created', 'Sent', 'Verified'],
		},
		{
			about: 'Pays, a document is missing',
			workflow: TRANSACTION,
			person: payer('9876500016'),
			fault: {
				provider: 'iserveu',
				path: '/customer/get-customer',
				kind: 'body',
				body: '{"status":"SUCCESS","statusCode":"3","statusDesc":"Customer verified, OVD not verified"}',
			},
			codes: ['right'],
			takes: ['No OVD', 'Sent', 'Verified'],
		},
		{
			about: 'Pays, and is unknown',
			workflow: TRANSACTION,
			person: payer('9876500017'),
			takes: ['Not Found'],
		},
		{
			about: 'Pays, types it too late',
			workflow: TRANSACTION,
			person: payer('9876500011'),
			waitSeconds: 200,
			codes: ['right'],
			takes: ['Verified', 'Sent', 'Expired'],
		},
		{
			about: 'Pays, guesses on and on',
			workflow: TRANSACTION,
			person: payer('9876500012'),
			codes: GUESSES,
			takes: [
				'Verified',
				'Sent',
				'Wrong Code',
				'Wrong Code',
				'Wrong Code',
				'Wrong Code',
				'Wrong Code',
				'Blocked',
			],
		},
	],
};
