import { address, otp, PAGES } from './common';
import { operation } from './operation';

const minimal = { email: 'jane@example.com', otp: '831676' };
/** Verify spells the address differently than Send. */
const documented = { emailId: 'jane@example.com', otp: '831676' };

export const contract = operation({
	kind: 'verify',
	page: `${PAGES}/verify-otp-email-api`,
	follows: ['wibmoSendEmailOtp'],
	messageCode: '2090',
	path: 'verifyEmailOtp',
	skipFlag: 'emailVerifySkipFlag',
	minimal: [minimal, documented],
	full: [{ ...minimal, providerQuirks: { messageCodeType: 'number' } }, documented, 2090],
	fields: { email: address('emailId'), otp: otp() },
});
