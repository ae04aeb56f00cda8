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
