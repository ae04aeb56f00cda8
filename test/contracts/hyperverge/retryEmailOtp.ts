import { choice, text } from '../fields';
import { EMAIL_PAGES, emailFields, lengthAsNumber, send } from './operation';

const requestId = 'req-1';

export const contract = send(
	{
		page: `${EMAIL_PAGES}/retry_email_OTP_api`,
		follows: ['hyperVergeSendEmailOtp'],
		path: '/retryOTPEmail',
		minimal: [{ requestId }, { reqId: requestId, otpLength: '6' }],
		full: [
			{ requestId, otpLength: '4', additionalFields: { widgetId: 'w' } },
			{ reqId: requestId, otpLength: '4', widgetId: 'w' },
		],
		reference: { requestId },
		fields: {
			requestId: text('Request ID', 'body.reqId', 'req-2', { identifies: true }),
			otpLength: choice('OTP Length', 'body.otpLength', ['4', '6']),
			...emailFields,
			...lengthAsNumber,
		},
	},
	// The item keeps its ID; another one that a retry returns is added.
	'returnedRequestId',
);
