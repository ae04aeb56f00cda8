import type { Chapter, FormCase, Person } from '../case';
import { down, hyperVergeRefuses } from './faults';
import { email, mobile } from './people';

interface Way {
	workflow: string;
	/** A separate user for every case. */
	user: (name: string) => Person;
	/** A user whom HyperVerge refuses. */
	refused: Pick<FormCase, 'person' | 'faults'>;
	/** What cannot be an address or number, and the right one as somebody may write it. */
	mistyped: Person;
	corrected: Person;
	paths: { send: string; again: string; verify: string };
}

/** What can happen whichever way the code goes. */
function journeys({ workflow, user, refused, mistyped, corrected, paths }: Way): FormCase[] {
	return [
		{
			about: 'Types the code',
			workflow,
			person: user('right'),
			steps: ['right'],
			takes: ['Sent', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Mistypes it at first',
			workflow,
			person: user('mistyped'),
			steps: ['wrong', 'right'],
			takes: ['Sent', 'Wrong Code', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Guesses',
			workflow,
			person: user('guesser'),
			steps: ['wrong', 'wrong', 'wrong'],
			takes: ['Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
			ends: 'Too many wrong codes',
		},
		{
			about: 'Types the code too late, gets it again',
			workflow,
			person: user('again'),
			steps: ['wrong', 'nothing', 'right'],
			takes: ['Sent', 'Wrong Code', 'Sent', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Asks for it again, too often',
			workflow,
			person: user('impatient'),
			steps: ['nothing', 'nothing', 'nothing', 'right'],
			takes: ['Sent', 'Sent', 'Sent', 'Throttled', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Opens the form too often',
			workflow,
			person: user('eager'),
			forms: 4,
			takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
			ends: 'Please wait a moment',
		},
		{
			about: 'Cannot be reached, and corrects it',
			workflow,
			...refused,
			steps: [{ fills: user('reachable') }, 'right'],
			takes: ['Not Sent', 'Sent', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Mistypes everything, then types it freely',
			workflow,
			person: mistyped,
			steps: [{ fills: corrected }, 'letters', 'letters', 'letters', 'dashed'],
			takes: ['Not Sent', 'Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Cannot be reached again',
			workflow,
			person: user('gone'),
			steps: [{ types: 'nothing', fault: hyperVergeRefuses(paths.again, 400) }],
			takes: ['Sent', 'Not Sent'],
			ends: 'We could not send the code again',
		},
		{
			about: 'Is stopped',
			workflow,
			person: user('stopped'),
			steps: [{ types: 'right', fault: hyperVergeRefuses(paths.verify, 429) }],
			takes: ['Sent', 'Blocked'],
			ends: 'Verification stopped',
		},
		{
			about: 'Failure while sending',
			workflow,
			person: user('trouble-1'),
			faults: [down('hyperverge', paths.send)],
			takes: ['Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while sending again',
			workflow,
			person: user('trouble-2'),
			steps: [{ types: 'nothing', fault: down('hyperverge', paths.again) }],
			takes: ['Sent', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while checking',
			workflow,
			person: user('trouble-3'),
			steps: [{ types: 'right', fault: down('hyperverge', paths.verify) }],
			takes: ['Sent', 'Error'],
			ends: 'Something went wrong',
		},
	];
}

const numbers = new Map<string, string>();

/** A mobile number for each name. */
function numberOf(name: string): string {
	const number = numbers.get(name) ?? String(9876500101 + numbers.size);
	numbers.set(name, number);
	return number;
}

/** A user confirms an email address or a mobile number with HyperVerge. */
export const onboardingHyperVerge: Chapter[] = [
	{
		title: 'Onboarding, HyperVerge, email',
		cases: journeys({
			workflow: 'onboarding-email-hyperverge',
			user: email,
			refused: { person: { Email: 'nobody@mail.invalid' } },
			mistyped: { Email: 'devi@example' },
			corrected: { Email: ' <devi@example.com>' },
			paths: { send: '/sendOTPEmail', again: '/retryOTPEmail', verify: '/verifyOTPEmail' },
		}),
	},
	{
		title: 'Onboarding, HyperVerge, mobile',
		cases: journeys({
			workflow: 'onboarding-mobile-hyperverge',
			user: (name) => mobile(numberOf(name)),
			refused: {
				person: mobile(numberOf('refused')),
				faults: [hyperVergeRefuses('/verifyMobileSendOtp', 400)],
			},
			mistyped: mobile('98765 4321O'),
			corrected: mobile('+91 98765 43210'),
			paths: { send: '/verifyMobileSendOtp', again: '/resendOtp', verify: '/verifyMobileOtp' },
		}),
	},
];
