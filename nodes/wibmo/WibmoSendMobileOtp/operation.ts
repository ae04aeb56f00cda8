import { defineOperation, providerQuirks, shown } from '../../engine';
import { sendCodes } from '../codes';
import { performEncrypted } from '../exchange';
import {
	encryptedPayload,
	messageCodeType,
	mobileNumber,
	operationPath,
	otpGenerationType,
	payload,
	payloadOptions,
	productId,
	sendMobileField,
	timeZone,
} from '../fields';
import { sendMobilePayload } from '../payloads';
import { wibmo } from '../provider';

const path = operationPath('sentOtpMobile', 'sendOtpMobile');

/**
 * Sends a code by SMS: encrypt, send, decrypt.
 *
 * @see https://developer.wibmo.com/reference/send-otp-to-mobile-api
 */
export const sendMobileOtp = defineOperation({
	provider: wibmo,
	name: 'sendMobileOtp',
	kind: 'send',
	description: 'Send a one-time password (OTP) by SMS: encrypt, send and decrypt in one step',
	tool: "Sends a real SMS with a one-time password through Wibmo. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS.",
	codes: sendCodes,
	searchWords: ['send otp', 'sms otp', 'mobile otp', '2fa', 'verification code', 'payu', 'onboarding'],
	form: [
		payload,
		...shown(payload, ['fields'], mobileNumber, productId, otpGenerationType, payloadOptions),
		...encryptedPayload,
		providerQuirks(messageCodeType, sendMobileField, path, timeZone),
	],
	perform: async (item, context) => await performEncrypted(item, item.path, sendMobilePayload, context),
});
