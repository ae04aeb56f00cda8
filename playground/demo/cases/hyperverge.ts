import type { Case, ProviderCases } from '../case';
import { GUESSES, journeys } from './journeys';
import { email, mobile } from './people';

const MOBILE = 'hyperverge-mobile-otp';
const RETRY = 'hyperverge-email-otp-with-retry';

/** A wrong code has the code sent once more, and only the first one does. */
const byMobile: Case[] = [
	{
		about: 'Types the code',
		workflow: MOBILE,
		person: mobile('9876500051'),
		codes: ['right'],
		takes: ['Sent', 'Verified'],
	},
	{
		about: 'Mistypes it at first',
		workflow: MOBILE,
		person: mobile('9876500052'),
		codes: ['wrong', 'right'],
		takes: ['Sent', 'Wrong Code', 'Sent', 'Verified'],
	},
	{
		about: 'Guesses on and on',
		workflow: MOBILE,
		person: mobile('9876500053'),
		codes: GUESSES,
		takes: [
			'Sent',
			'Wrong Code',
			'Sent',
			'Wrong Code',
			'Wrong Code',
			'Wrong Code',
			'Wrong Code',
			'Blocked',
		],
	},
	{
		about: 'Types the code too late',
		workflow: MOBILE,
		person: mobile('9876500054'),
		waitSeconds: 700,
		codes: ['right'],
		takes: ['Sent', 'Wrong Code', 'Not Sent'],
	},
	{
		about: 'Asks for four codes at once',
		workflow: MOBILE,
		person: mobile('9876500055'),
		forms: 4,
		takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
	},
	{
		about: 'Asks for three, and mistypes',
		workflow: MOBILE,
		person: mobile('9876500056'),
		forms: 3,
		codes: ['wrong', 'right'],
		takes: ['Sent', 'Sent', 'Sent', 'Wrong Code', 'Throttled', 'Verified'],
	},
];

/** Every wrong code has the code sent once more, until there were enough messages. */
const withRetry: Case[] = [
	{
		about: 'Gets the code again',
		workflow: RETRY,
		person: email('again'),
		codes: ['wrong', 'right'],
		takes: ['Sent', 'Wrong Code', 'Sent', 'Verified'],
	},
	{
		about: 'Gets it again and again',
		workflow: RETRY,
		person: email('again-and-again'),
		codes: GUESSES,
		takes: [
			'Sent',
			'Wrong Code',
			'Sent',
			'Wrong Code',
			'Sent',
			'Wrong Code',
			'Throttled',
			'Wrong Code',
			'Throttled',
			'Wrong Code',
			'Throttled',
			'Blocked',
		],
	},
];

export const hyperVerge: ProviderCases = {
	provider: 'HyperVerge',
	cases: [
		...journeys('hyperverge-email-otp', {
			right: email('asha'),
			mistyped: email('bela'),
			guesser: email('guesser'),
			refused: { Email: 'nobody@mail.invalid' },
		}),
		{
			about: 'Types the code too late',
			workflow: 'hyperverge-email-otp',
			person: email('late'),
			waitSeconds: 3600,
			codes: ['right'],
			takes: ['Sent', 'Wrong Code'],
		},
		{
			about: 'Asks for four codes at once',
			workflow: 'hyperverge-email-otp',
			person: email('eager'),
			forms: 4,
			takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
		},
		...withRetry,
		...byMobile,
	],
};
