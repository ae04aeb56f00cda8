import { code, email, text } from '../fields';
import { DIGITS } from '../spellings';
import { EMAIL_PAGES, emailFields, verification } from './operation';

const requestId = 'req-1';
const more = { email: 'jane@example.com', widgetId: 'w' };

export const contract = verification({
	page: `${EMAIL_PAGES}/verify_email_OTP_api`,
	follows: ['hyperVergeSendEmailOtp'],
	path: '/verifyOTPEmail',
	minimal: [
		{ requestId, otp: '123456' },
		{ reqId: requestId, otp: '123456' },
	],
	full: [
		{ requestId, otp: '012345', additionalFields: more },
		{ reqId: requestId, otp: '012345', ...more },
	],
	reference: { requestId },
	fields: {
		requestId: text('Request ID', 'body.reqId', 'req-2', { identifies: true }),
		otp: code('OTP', 'body.otp', '4 or 6 digits', [...DIGITS, ['1234', '1234'], ['12345', null]]),
		'additionalFields.email': email('body.email', { empty: 'absent' }),
		...emailFields,
	},
});
