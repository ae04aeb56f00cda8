import { mobile, otp, PAGES, verifyMobileField } from './common';
import { operation } from './operation';

const minimal = { mobileNumber: '919876543210', otp: '721129' };

export const contract = operation({
	kind: 'verify',
	page: `${PAGES}/verify-otp-mobile-api`,
	follows: ['wibmoSendMobileOtp'],
	messageCode: '1960',
	path: 'verifyMobileOtp',
	skipFlag: 'smsVerifySkipFlag',
	minimal: [minimal, minimal],
	full: [
		{ ...minimal, providerQuirks: { verifyMobileField: 'cardHolderMobileNumber' } },
		{ cardHolderMobileNumber: minimal.mobileNumber, otp: minimal.otp },
	],
	fields: {
		mobileNumber: mobile('mobileNumber'),
		otp: otp(),
		'providerQuirks.verifyMobileField': verifyMobileField(),
	},
});
