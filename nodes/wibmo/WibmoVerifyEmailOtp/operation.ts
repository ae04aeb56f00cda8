import { defineOperation, providerQuirks, shown } from '../../engine';
import { verifyCodes } from '../codes';
import { performEncrypted } from '../exchange';
import { email, encryptedPayload, messageCodeType, otp, payload, payloadOptions, timeZone } from '../fields';
import { verifyEmailPayload } from '../payloads';
import { wibmo } from '../provider';

/**
 * Verifies a code that was sent by email: encrypt, verify, decrypt.
 *
 * @see https://developer.wibmo.com/reference/verify-otp-email-api
 */
export const verifyEmailOtp = defineOperation({
	provider: wibmo,
	name: 'verifyEmailOtp',
	kind: 'verify',
	description: 'Check a one-time password (OTP) that was sent by email',
	tool: "Checks with Wibmo the one-time password that a user received by email. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call uses up an attempt.",
	codes: verifyCodes,
	searchWords: ['verify otp', 'check otp', 'email otp', '2fa', 'verification code', 'payu', 'onboarding'],
	form: [
		payload,
		...shown(payload, ['fields'], email, otp, payloadOptions),
		...encryptedPayload,
		providerQuirks(messageCodeType, timeZone),
	],
	perform: async (item, context) =>
		await performEncrypted(item, 'verifyEmailOtp', verifyEmailPayload, context),
});
