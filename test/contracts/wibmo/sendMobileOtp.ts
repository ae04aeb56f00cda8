import { mobile, PAGES, sendMobileField } from './common';
import { operation } from './operation';

const mobileNumber = '919876543210';

export const contract = operation({
	kind: 'send',
	page: `${PAGES}/send-otp-to-mobile-api`,
	messageCode: 1940,
	path: 'sentOtpMobile',
	otherPath: 'sendOtpMobile',
	skipFlag: 'smsVerifySkipFlag',
	minimal: [
		{ mobileNumber },
		{ cardHolderMobileNumber: mobileNumber, productId: 1, otp_generation_type: '0' },
	],
	full: [
		{
			...{ mobileNumber, productId: 0, otpGenerationType: '1' },
			providerQuirks: { sendMobileField: 'mobileNumber', messageCodeType: 'string' },
		},
		{ mobileNumber, productId: 0, otp_generation_type: '1' },
		'1940',
	],
	fields: {
		mobileNumber: mobile('cardHolderMobileNumber'),
		'providerQuirks.sendMobileField': sendMobileField(),
	},
});
