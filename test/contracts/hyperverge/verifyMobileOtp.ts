import type { Contract } from '../contract';
import { code, tenDigits } from '../fields';
import { verifyAnswers } from './answers';
import { answerWith, hyperVerge, minimal, PAGES, tracked, trackedFields, VERIFY_CODES } from './common';
import { verifyGrants } from './grants';

const path = '/verifyMobileOtp';
const required = { mobileNumber: '9876543210', otp: '123456' };

export const contract: Contract = {
	...hyperVerge,
	node: 'hyperVergeVerifyMobileOtp',
	operation: 'verifyMobileOtp',
	kind: 'verify',
	page: `${PAGES}/Mobile%20Number%20OTP%20APIs/verify_mobile_otp`,
	calls: [`POST ${path}`],
	samples: { minimal: minimal(required, path, required), full: tracked(required, path, required) },
	fields: {
		mobileNumber: tenDigits('Mobile Number', 'body.mobileNumber', { identifies: true }),
		otp: code('OTP', 'body.otp', { secret: 'shortCode' }),
		...trackedFields,
	},
	codes: VERIFY_CODES,
	// What it holds is not published; it may be a token.
	hides: [...hyperVerge.hides, 'result'],
	answers: verifyAnswers,
	answerWith,
	grants: [verifyGrants],
};
