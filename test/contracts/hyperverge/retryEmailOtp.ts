import type { Contract } from '../contract';
import { choice, text } from '../fields';
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
import { sendGrants } from './grants';

const path = '/retryOTPEmail';
const requestId = 'req-1';

export const contract: Contract = {
	...hyperVerge,
	node: 'hyperVergeRetryEmailOtp',
	operation: 'retryEmailOtp',
	kind: 'send',
	page: `${PAGES}/Email%20OTP%20Verification%20APIs/retry_email_OTP_api`,
	calls: [`POST ${path}`],
	samples: {
		minimal: minimal({ requestId }, path, { reqId: requestId, otpLength: '6' }, { requestId }),
		full: tracked(
			{ requestId, otpLength: '4', additionalFields: { widgetId: 'w' } },
			path,
			{ reqId: requestId, otpLength: '4', widgetId: 'w' },
			{ requestId },
		),
	},
	fields: {
		requestId: text('Request ID', 'body.reqId', 'req-2', { identifies: true }),
		otpLength: choice('OTP Length', 'body.otpLength', ['4', '6']),
		...emailFields,
		...lengthAsNumber,
	},
	codes: SEND_CODES,
	// The item keeps its ID; another one that a retry returns is added.
	answers: sendAnswers('returnedRequestId', requestId),
	answerWith,
	grants: [sendGrants],
};
