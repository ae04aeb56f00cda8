import type { Contract } from '../contract';
import { choice, email, nameOf } from '../fields';
import { sendAnswers } from './answers';
import {
	answerWith,
	emailFields,
	hyperVerge,
	lengthAsNumber,
	minimal,
	PAGES,
	SEND_CODES,
	tracked,
} from './common';
import { sendEmailGrants } from './grants';

const path = '/sendOTPEmail';
const to = 'jane@example.com';

export const contract: Contract = {
	...hyperVerge,
	node: 'hyperVergeSendEmailOtp',
	operation: 'sendEmailOtp',
	kind: 'send',
	page: `${PAGES}/Email%20OTP%20Verification%20APIs/send_email_OTP_api`,
	calls: [`POST ${path}`],
	samples: {
		minimal: minimal({ email: to }, path, { email: to, otpLength: '6' }),
		full: tracked({ email: to, otpLength: '4', additionalFields: { widgetId: 'widget-1' } }, path, {
			email: to,
			otpLength: '4',
			widgetId: 'widget-1',
		}),
		'as in the printed cURL sample': tracked(
			{
				email: to,
				otpLength: '4',
				additionalFields: { widgetId: 'widget-1' },
				providerQuirks: { emailField: 'emailId' },
			},
			path,
			{ emailId: to, otpLength: '4', widgetId: 'widget-1' },
		),
	},
	fields: {
		email: email('body.email', { identifies: true }),
		otpLength: choice('OTP Length', 'body.otpLength', ['4', '6']),
		...emailFields,
		'providerQuirks.emailField': nameOf('Email Field Name', ['email', 'emailId'], ({ body }) => body),
		...lengthAsNumber,
	},
	codes: SEND_CODES,
	answers: sendAnswers('requestId'),
	answerWith,
	grants: [sendEmailGrants],
};
