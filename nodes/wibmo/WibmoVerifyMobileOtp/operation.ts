import { type Operation } from '../../engine';
import { verifyCodes } from '../codes';
import { verifyMobilePayload } from '../payloads';
import { prepareSealed } from '../prepareSealed';
import { credentialType, wibmo } from '../provider';

const sealed = { name: 'verifyMobileOtp', messageCode: 1960 } as const;

/**
 * Verifies a code that went out by SMS: encrypt, verify, decrypt.
 *
 * @see https://developer.wibmo.com/reference/verify-otp-mobile-api
 */
export const verifyMobileOtp: Operation = {
	provider: wibmo,
	name: 'verifyMobileOtp',
	kind: 'verify',
	codes: verifyCodes,
	credentialType,
	prepare: (parameters, credential) => prepareSealed(sealed, parameters, credential, verifyMobilePayload),
};
