import { address, PAGES } from './common';
import { operation } from './operation';

const email = 'jane@example.com';

export const contract = operation({
	kind: 'send',
	page: `${PAGES}/send-otp-to-email-api`,
	messageCode: 2080,
	path: 'sentOtpEmail',
	otherPath: 'sendOtpEmail',
	skipFlag: 'emailVerifySkipFlag',
	minimal: [{ email }, { email, productId: 1, otp_generation_type: '0' }],
	full: [
		{ email, productId: 7, otpGenerationType: '1' },
		{ email, productId: 7, otp_generation_type: '1' },
	],
	fields: { email: address('email') },
});
