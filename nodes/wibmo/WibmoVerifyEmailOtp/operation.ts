import { type Operation } from '../../engine';
import { verifyCodes } from '../codes';
import { verifyEmailPayload } from '../payloads';
import { prepareSealed } from '../prepareSealed';
import { credentialType, wibmo } from '../provider';

const sealed = { name: 'verifyEmailOtp', messageCode: 2090 } as const;

/**
 * Verifies a code that went out by e-mail: encrypt, verify, decrypt.
 *
 * @see https://developer.wibmo.com/reference/verify-otp-email-api
 */
export const verifyEmailOtp: Operation = {
	provider: wibmo,
	name: 'verifyEmailOtp',
	kind: 'verify',
	codes: verifyCodes,
	credentialType,
	prepare: (parameters, credential) => prepareSealed(sealed, parameters, credential, verifyEmailPayload),
};
