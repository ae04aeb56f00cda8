import { type Operation } from '../../engine';
import { sendCodes } from '../codes';
import { sendMobilePayload } from '../payloads';
import { prepareSealed } from '../prepareSealed';
import { credentialType, wibmo } from '../provider';

/**
 * Sends a code by SMS: encrypt, send, decrypt.
 *
 * @see https://developer.wibmo.com/reference/send-otp-to-mobile-api
 */
export const sendMobileOtp: Operation = {
	provider: wibmo,
	name: 'sendMobileOtp',
	kind: 'send',
	codes: sendCodes,
	credentialType,
	prepare(parameters, credential) {
		// The documentation spells the path "sent", a public integration "send".
		const name = parameters.choice(
			'providerQuirks.path',
			['sentOtpMobile', 'sendOtpMobile'],
			'sentOtpMobile',
		);
		return prepareSealed({ name, messageCode: 1940 }, parameters, credential, sendMobilePayload);
	},
};
