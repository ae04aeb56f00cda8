import { indianMobile, text, wholeNumber } from '../fields';
import { MOBILE_PAGES, lengthAsNumber, send } from './operation';

const required = { mobileNumber: '9876543210', templateId: 'tmpl-1' };
const asText = { from: 1, to: 24 * 60, as: String };

export const contract = send({
	page: `${MOBILE_PAGES}/send_mobile_otp`,
	path: '/verifyMobileSendOtp',
	minimal: [required, { ...required, otpLength: '6' }],
	full: [
		{ ...required, otpLength: 4, additionalFields: { otpExpiry: 10 } },
		{ ...required, otpLength: '4', otpExpiry: '10' },
	],
	fields: {
		mobileNumber: indianMobile('Mobile Number', 'body.mobileNumber', { identifies: true }),
		templateId: text('Template ID', 'body.templateId', 'tmpl-2'),
		otpLength: wholeNumber('OTP Length', 'body.otpLength', 6, { from: 4, to: 9, as: String }),
		'additionalFields.otpExpiry': wholeNumber('OTP Expiry', 'body.otpExpiry', 10, asText, {
			empty: 'absent',
		}),
		...lengthAsNumber,
	},
});
