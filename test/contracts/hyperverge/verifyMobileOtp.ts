import { code, indianMobile } from '../fields';
import { DIGITS } from '../spellings';
import { MOBILE_PAGES, verification } from './operation';

const required = { mobileNumber: '9876543210', otp: '123456' };

export const contract = verification({
	page: `${MOBILE_PAGES}/verify_mobile_otp`,
	follows: ['hyperVergeSendMobileOtp'],
	path: '/verifyMobileOtp',
	minimal: [required, required],
	full: [required, required],
	fields: {
		mobileNumber: indianMobile('Mobile Number', 'body.mobileNumber', { identifies: true }),
		otp: code('OTP', 'body.otp', '4 to 9 digits', [...DIGITS, ['123', null], ['1'.repeat(10), null]], {
			secret: 'shortCode',
		}),
	},
});
