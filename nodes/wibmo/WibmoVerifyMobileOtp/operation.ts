import { defineOperation, providerQuirks, shown } from '../../engine';
import { verifyCodes } from '../codes';
import { performEncrypted } from '../exchange';
import {
	encryptedPayload,
	messageCodeType,
	mobileNumber,
	otp,
	payload,
	payloadOptions,
	timeZone,
	verifyMobileField,
} from '../fields';
import { verifyMobilePayload } from '../payloads';
import { wibmo } from '../provider';

/**
 * Verifies a code that was sent by SMS: encrypt, verify, decrypt.
 *
 * @see https://developer.wibmo.com/reference/verify-otp-mobile-api
 */
export const verifyMobileOtp = defineOperation({
	provider: wibmo,
	name: 'verifyMobileOtp',
	kind: 'verify',
	description: 'Check a one-time password (OTP) that was sent by SMS',
	tool: "Checks with Wibmo the one-time password that a user received by SMS. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call uses up an attempt.",
	codes: verifyCodes,
	searchWords: ['verify otp', 'check otp', 'sms otp', 'mobile otp', '2fa', 'verification code', 'payu'],
	form: [
		payload,
		...shown(payload, ['fields'], mobileNumber, otp, payloadOptions),
		...encryptedPayload,
		providerQuirks(messageCodeType, verifyMobileField, timeZone),
	],
	perform: async (item, context) =>
		await performEncrypted(item, 'verifyMobileOtp', verifyMobilePayload, context),
});
