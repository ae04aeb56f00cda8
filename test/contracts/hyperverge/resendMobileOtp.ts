import { choice, indianMobile } from '../fields';
import { MOBILE_PAGES, send } from './operation';

const mobileNumber = '9876543210';

export const contract = send({
	page: `${MOBILE_PAGES}/resend_mobile_otp`,
	follows: ['hyperVergeSendMobileOtp'],
	path: '/resendOtp',
	minimal: [{ mobileNumber }, { mobileNumber, retryType: 'text' }],
	full: [
		{ mobileNumber, retryType: 'voice' },
		{ mobileNumber, retryType: 'voice' },
	],
	fields: {
		mobileNumber: indianMobile('Mobile Number', 'body.mobileNumber', { identifies: true }),
		retryType: choice('Retry Type', 'body.retryType', ['text', 'voice'], { identifies: true }),
	},
});
