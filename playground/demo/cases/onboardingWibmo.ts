import type { Chapter, Person } from '../case';
import { down, wibmoIsBusy } from './faults';

const WORKFLOW = 'onboarding-mobile-and-email-wibmo';

const user = (lastDigits: string, address = `person${lastDigits}@example.com`): Person => ({
	'Mobile number': `98765-0${lastDigits}`,
	Email: address,
});

/** A user confirms a mobile number, and an email address after it, with Wibmo. */
export const onboardingWibmo: Chapter = {
	title: 'Onboarding, Wibmo, mobile and email',
	cases: [
		{
			about: 'Types both codes',
			workflow: WORKFLOW,
			person: { ...user('0201'), 'Mobile number': '+91 98765 00201' },
			steps: ['right', 'right'],
			takes: ['Sent', 'Verified', 'Sent', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Mistypes both at first',
			workflow: WORKFLOW,
			person: user('0202'),
			steps: ['wrong', 'right', 'wrong', 'right'],
			takes: ['Sent', 'Wrong Code', 'Verified', 'Sent', 'Wrong Code', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Guesses the code of the SMS',
			workflow: WORKFLOW,
			person: user('0203'),
			steps: ['wrong', 'wrong', 'wrong'],
			takes: ['Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
			ends: 'Too many wrong codes',
		},
		{
			about: 'Guesses the code of the email',
			workflow: WORKFLOW,
			person: user('0204'),
			steps: ['right', 'wrong', 'wrong', 'wrong'],
			takes: ['Sent', 'Verified', 'Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
			ends: 'Too many wrong codes',
		},
		{
			about: 'Gets both again, in the end too often',
			workflow: WORKFLOW,
			person: user('0205'),
			steps: ['nothing', 'nothing', 'nothing', 'right', 'nothing', 'nothing', 'nothing', 'right'],
			takes: [
				'Sent',
				'Sent',
				'Sent',
				'Throttled',
				'Verified',
				'Sent',
				'Sent',
				'Sent',
				'Throttled',
				'Verified',
			],
			ends: 'Thank you',
		},
		{
			about: 'Is unknown by number',
			workflow: WORKFLOW,
			person: user('0000'),
			takes: ['Not Sent'],
		},
		{
			about: 'Is unknown by address',
			workflow: WORKFLOW,
			person: user('0206', 'stranger@example.com'),
			steps: ['right'],
			takes: ['Sent', 'Verified', 'Not Sent'],
		},
		{
			about: 'Mistypes number, address and codes',
			workflow: WORKFLOW,
			person: { 'Mobile number': '98765-0021', Email: 'person0213' },
			steps: [
				{ fills: { 'Mobile number': '098765-00213' } },
				...(['letters', 'dashed'] as const),
				{ fills: { Email: 'mailto:person0213@example.com' } },
				...(['letters', 'dashed'] as const),
			],
			takes: [
				...(['Not Sent', 'Sent', 'Wrong Code', 'Verified'] as const),
				...(['Not Sent', 'Sent', 'Wrong Code', 'Verified'] as const),
			],
			ends: 'Thank you',
		},
		{
			about: 'Is stopped at the SMS',
			workflow: WORKFLOW,
			person: user('0207'),
			steps: [{ types: 'right', fault: wibmoIsBusy('/verifyMobileOtp') }],
			takes: ['Sent', 'Blocked'],
			ends: 'Verification stopped',
		},
		{
			about: 'Is stopped at the email',
			workflow: WORKFLOW,
			person: user('0208'),
			steps: ['right', { types: 'right', fault: wibmoIsBusy('/verifyEmailOtp') }],
			takes: ['Sent', 'Verified', 'Sent', 'Blocked'],
			ends: 'Verification stopped',
		},
		{
			about: 'Failure while sending the SMS',
			workflow: WORKFLOW,
			person: user('0209'),
			faults: [down('wibmo', '/sentOtpMobile')],
			takes: ['Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while checking it',
			workflow: WORKFLOW,
			person: user('0210'),
			steps: [{ types: 'right', fault: down('wibmo', '/verifyMobileOtp') }],
			takes: ['Sent', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while sending the email',
			workflow: WORKFLOW,
			person: user('0211'),
			faults: [down('wibmo', '/sentOtpEmail')],
			steps: ['right'],
			takes: ['Sent', 'Verified', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while checking it',
			workflow: WORKFLOW,
			person: user('0212'),
			steps: ['right', { types: 'right', fault: down('wibmo', '/verifyEmailOtp') }],
			takes: ['Sent', 'Verified', 'Sent', 'Error'],
			ends: 'Something went wrong',
		},
	],
};
