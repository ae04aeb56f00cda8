import type { Contract } from '../contract';
import { email, text } from '../fields';
import { verifyAnswers } from './answers';
import { answerWith, emailFields, hyperVerge, minimal, otp, PAGES, tracked, VERIFY_CODES } from './common';
import { verifyGrants } from './grants';

const path = '/verifyOTPEmail';
const requestId = 'req-1';

export const contract: Contract = {
	...hyperVerge,
	node: 'hyperVergeVerifyEmailOtp',
	operation: 'verifyEmailOtp',
	kind: 'verify',
	page: `${PAGES}/Email%20OTP%20Verification%20APIs/verify_email_OTP_api`,
	calls: [`POST ${path}`],
	samples: {
		minimal: minimal({ requestId, otp: '123456' }, path, { reqId: requestId, otp: '123456' }, { requestId }),
		full: tracked(
			{ requestId, otp: '012345', additionalFields: { email: 'jane@example.com', widgetId: 'w' } },
			path,
			{ reqId: requestId, otp: '012345', email: 'jane@example.com', widgetId: 'w' },
			{ requestId },
		),
	},
	fields: {
		requestId: text('Request ID', 'body.reqId', 'req-2', { identifies: true }),
		...otp,
		'additionalFields.email': email('body.email', { empty: 'absent' }),
		...emailFields,
	},
	codes: VERIFY_CODES,
	// What it holds is not published; it may be a token.
	hides: [...hyperVerge.hides, 'result'],
	answers: verifyAnswers,
	answerWith,
	grants: [verifyGrants],
};
