import type { Contract } from '../contract';
import { choice, tenDigits } from '../fields';
import { sendAnswers } from './answers';
import { answerWith, hyperVerge, minimal, PAGES, SEND_CODES, tracked, trackedFields } from './common';
import { sendGrants } from './grants';

const path = '/resendOtp';
const mobileNumber = '9876543210';

export const contract: Contract = {
	...hyperVerge,
	node: 'hyperVergeResendMobileOtp',
	operation: 'resendMobileOtp',
	kind: 'send',
	page: `${PAGES}/Mobile%20Number%20OTP%20APIs/resend_mobile_otp`,
	calls: [`POST ${path}`],
	samples: {
		minimal: minimal({ mobileNumber }, path, { mobileNumber, retryType: 'text' }),
		full: tracked({ mobileNumber, retryType: 'voice' }, path, { mobileNumber, retryType: 'voice' }),
	},
	fields: {
		mobileNumber: tenDigits('Mobile Number', 'body.mobileNumber', { identifies: true }),
		retryType: choice('Retry Type', 'body.retryType', ['text', 'voice'], { identifies: true }),
		...trackedFields,
	},
	codes: SEND_CODES,
	answers: sendAnswers(),
	answerWith,
	grants: [sendGrants],
};
