import { code, tenDigits } from '../fields';
import { MOBILE_PAGES, verification } from './operation';

const required = { mobileNumber: '9876543210', otp: '123456' };

export const contract = verification({
	node: 'hyperVergeVerifyMobileOtp',
	operation: 'verifyMobileOtp',
	page: `${MOBILE_PAGES}/verify_mobile_otp`,
	follows: ['hyperVergeSendMobileOtp'],
	path: '/verifyMobileOtp',
	minimal: [required, required],
	full: [required, required],
	fields: {
		mobileNumber: tenDigits('Mobile Number', 'body.mobileNumber', { identifies: true }),
		otp: code('OTP', 'body.otp', { secret: 'shortCode' }),
	},
});
