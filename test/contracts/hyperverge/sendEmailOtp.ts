import { choice, email, nameOf } from '../fields';
import { EMAIL_PAGES, emailFields, lengthAsNumber, send } from './operation';

const to = 'jane@example.com';
const full = { otpLength: '4', additionalFields: { widgetId: 'widget-1' } };
const documented = { otpLength: '4', widgetId: 'widget-1' };

export const contract = send(
	{
		page: `${EMAIL_PAGES}/send_email_OTP_api`,
		path: '/sendOTPEmail',
		minimal: [{ email: to }, { email: to, otpLength: '6' }],
		full: [
			{ email: to, ...full },
			{ email: to, ...documented },
		],
		more: {
			'as in the printed cURL sample': [
				{ email: to, ...full, providerQuirks: { emailField: 'emailId' } },
				{ emailId: to, ...documented },
			],
		},
		fields: {
			email: email('body.email', { identifies: true }),
			otpLength: choice('OTP Length', 'body.otpLength', ['4', '6']),
			...emailFields,
			'providerQuirks.emailField': nameOf('Email Field Name', ['email', 'emailId'], ({ body }) => body),
			...lengthAsNumber,
		},
	},
	'requestId',
);
