import type { Contract } from '../contract';
import { tenDigits, text, wholeNumber } from '../fields';
import { sendAnswers } from './answers';
import {
	answerWith,
	hyperVerge,
	lengthAsNumber,
	minimal,
	PAGES,
	SEND_CODES,
	tracked,
	trackedFields,
} from './common';
import { sendGrants } from './grants';

const path = '/verifyMobileSendOtp';
const required = { mobileNumber: '9876543210', templateId: 'tmpl-1' };

export const contract: Contract = {
	...hyperVerge,
	node: 'hyperVergeSendMobileOtp',
	operation: 'sendMobileOtp',
	kind: 'send',
	page: `${PAGES}/Mobile%20Number%20OTP%20APIs/send_mobile_otp`,
	calls: [`POST ${path}`],
	samples: {
		minimal: minimal(required, path, { ...required, otpLength: '6' }),
		full: tracked({ ...required, otpLength: 4, additionalFields: { otpExpiry: 10 } }, path, {
			...required,
			otpLength: '4',
			otpExpiry: '10',
		}),
	},
	fields: {
		mobileNumber: tenDigits('Mobile Number', 'body.mobileNumber', { identifies: true }),
		templateId: text('Template ID', 'body.templateId', 'tmpl-2'),
		otpLength: wholeNumber('OTP Length', 'body.otpLength', 6, { from: 4, to: 9, as: String }),
		'additionalFields.otpExpiry': wholeNumber(
			'OTP Expiry',
			'body.otpExpiry',
			10,
			{ from: 1, to: 24 * 60, as: String },
			{ empty: 'absent' },
		),
		...trackedFields,
		...lengthAsNumber,
	},
	codes: SEND_CODES,
	answers: sendAnswers(),
	answerWith,
	grants: [sendGrants],
};
