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
