import { type Operation } from '../../engine';
import { sendCodes } from '../codes';
import { sendEmailPayload } from '../payloads';
import { prepareSealed } from '../prepareSealed';
import { credentialType, wibmo } from '../provider';

/**
 * Sends a code by e-mail: encrypt, send, decrypt.
 *
 * @see https://developer.wibmo.com/reference/send-otp-to-email-api
 */
export const sendEmailOtp: Operation = {
	provider: wibmo,
	name: 'sendEmailOtp',
	kind: 'send',
	codes: sendCodes,
	credentialType,
	prepare(parameters, credential) {
		// The documentation spells the path "sent", a public integration "send".
		const name = parameters.choice('providerQuirks.path', ['sentOtpEmail', 'sendOtpEmail'], 'sentOtpEmail');
		return prepareSealed({ name, messageCode: 2080 }, parameters, credential, sendEmailPayload);
	},
};
