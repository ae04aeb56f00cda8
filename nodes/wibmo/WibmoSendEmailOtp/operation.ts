import { defineOperation, providerQuirks, shown } from '../../engine';
import { sendCodes } from '../codes';
import { performEncrypted } from '../exchange';
import {
	email,
	encryptedPayload,
	messageCodeType,
	operationPath,
	otpGenerationType,
	payload,
	payloadOptions,
	productId,
	timeZone,
} from '../fields';
import { sendEmailPayload } from '../payloads';
import { wibmo } from '../provider';

const path = operationPath('sentOtpEmail', 'sendOtpEmail');

/**
 * Sends a code by email: encrypt, send, decrypt.
 *
 * @see https://developer.wibmo.com/reference/send-otp-to-email-api
 */
export const sendEmailOtp = defineOperation({
	provider: wibmo,
	name: 'sendEmailOtp',
	kind: 'send',
	description: 'Send a one-time password (OTP) by email: encrypt, send and decrypt in one step',
	tool: "Sends a real email with a one-time password through Wibmo. The output has 'outcome' sent, throttled or notSent, and never the code. Give the address exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another email.",
	codes: sendCodes,
	searchWords: ['send otp', 'email otp', '2fa', 'verification code', 'payu', 'onboarding'],
	form: [
		payload,
		...shown(payload, ['fields'], email, productId, otpGenerationType, payloadOptions),
		...encryptedPayload,
		providerQuirks(messageCodeType, path, timeZone),
	],
	perform: async (item, context) => await performEncrypted(item, item.path, sendEmailPayload, context),
});
