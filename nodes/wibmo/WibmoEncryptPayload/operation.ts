import type { Operation } from '../../engine';
import { cryptoCodes } from '../codes';
import { encrypt } from '../exchange';
import { sendEmailPayload, sendMobilePayload, verifyEmailPayload, verifyMobilePayload } from '../payloads';
import { credentialType, wibmo } from '../provider';

const PAYLOADS = {
	'2080': sendEmailPayload,
	'1940': sendMobilePayload,
	'2090': verifyEmailPayload,
	'1960': verifyMobilePayload,
} as const;

const MESSAGE_CODES = Object.keys(PAYLOADS) as Array<keyof typeof PAYLOADS>;

/**
 * Encrypts the payload of one of the four OTP operations. Sends nothing to anybody.
 *
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export const encryptPayload: Operation = {
	provider: wibmo,
	name: 'encryptPayload',
	kind: 'encrypt',
	codes: cryptoCodes,
	credentialType,
	prepare(parameters, credential) {
		const messageCode = parameters.choice('messageCode', MESSAGE_CODES);
		const payload = PAYLOADS[messageCode](parameters);
		const { recipient, otp, clientTxnId } = payload;

		return {
			recipients: [recipient],
			secrets: otp === undefined ? [] : [otp],
			identity: [recipient, otp ?? ''],
			reference: { clientTxnId, messageCode },
			perform: async (call) => {
				const token = await encrypt(call, credential, payload);
				if (typeof token !== 'string') return token;
				return {
					says: 'yes',
					statusCode: '200',
					message: 'Encrypted',
					revealed: { token },
					answer: { httpStatus: 200, headers: {}, text: '', json: { token } },
				};
			},
		};
	},
};
