import type { Chapter, Person } from '../case';
import { down, iServeUSays } from './faults';

const WORKFLOW = 'onboarding-customer-iserveu';
const PROCESS = '/customer/process-customer-registration';
/** iServeU sends no second message earlier. */
const COOL_DOWN = 30;

const newcomer = (number: string): Person => ({
	Name: 'Asha Example',
	'Mobile number': number,
	'Aadhaar number': '200000000000',
});

/** An agent registers customers with iServeU; those who pay later were registered here. */
export const onboardingIServeU: Chapter = {
	title: 'Onboarding, iServeU, a customer',
	cases: [
		{
			about: 'Types the code',
			workflow: WORKFLOW,
			person: newcomer('9876500011'),
			steps: ['right'],
			takes: ['Sent', 'Verified'],
			ends: 'The customer is registered',
		},
		{
			about: 'Mistypes it at first',
			workflow: WORKFLOW,
			person: newcomer('9876500012'),
			steps: ['wrong', 'right'],
			takes: ['Sent', 'Wrong Code', 'Verified'],
			ends: 'The customer is registered',
		},
		{
			about: 'Guesses',
			workflow: WORKFLOW,
			person: newcomer('9876500013'),
			steps: ['wrong', 'wrong', 'wrong'],
			takes: ['Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
			ends: 'Too many wrong codes',
		},
		{
			about: 'Gets the code again',
			workflow: WORKFLOW,
			person: newcomer('9876500014'),
			steps: [{ types: 'nothing', afterSeconds: COOL_DOWN }, 'right'],
			takes: ['Sent', 'Sent', 'Verified'],
			ends: 'The customer is registered',
		},
		{
			about: 'Asks for it again too soon',
			workflow: WORKFLOW,
			person: newcomer('9876500015'),
			steps: ['nothing'],
			takes: ['Sent', 'Throttled'],
		},
		{
			about: 'Types it too late, and the new one',
			workflow: WORKFLOW,
			person: newcomer('9876500016'),
			steps: [{ types: 'right', afterSeconds: 200 }, 'right'],
			takes: ['Sent', 'Expired', 'Sent', 'Verified'],
			ends: 'The customer is registered',
		},
		{
			about: 'Cannot be reached',
			workflow: WORKFLOW,
			person: newcomer('9876500000'),
			takes: ['Not Sent'],
		},
		{
			about: 'Mistypes both numbers and the code',
			workflow: WORKFLOW,
			person: { ...newcomer('+1 415 555 2671'), 'Aadhaar number': '2000 0000' },
			steps: [
				{ fills: { 'Mobile number': '098765-00019', 'Aadhaar number': '2000 0000' } },
				{ fills: { 'Mobile number': '098765-00019', 'Aadhaar number': '2000 0000 0000' } },
				...(['letters', 'dashed'] as const),
			],
			takes: ['Not Sent', 'Not Sent', 'Sent', 'Wrong Code', 'Verified'],
			ends: 'The customer is registered',
		},
		{
			about: 'Is stopped',
			workflow: WORKFLOW,
			person: newcomer('9876500017'),
			steps: [
				{
					types: 'right',
					fault: iServeUSays(PROCESS, {
						status: 'FAILED',
						statusCode: '1',
						statusDesc: 'Maximum OTP attempts exceeded',
					}),
				},
			],
			takes: ['Sent', 'Blocked'],
			ends: 'Verification stopped',
		},
		{
			about: 'Failure while sending',
			workflow: WORKFLOW,
			person: newcomer('9876500018'),
			faults: [down('iserveu', '/otp/send')],
			takes: ['Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while checking',
			workflow: WORKFLOW,
			person: newcomer('9876500018'),
			steps: [{ types: 'right', fault: down('iserveu', PROCESS) }],
			takes: ['Sent', 'Error'],
			ends: 'Something went wrong',
		},
	],
};
