import { toReading } from '../../shared/reading';
import { isFault } from '../../shared/faults';
import type { Exchange, Operation, ProviderAnswer } from '../../shared/operation';
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
	codes: [],
	credentialType,
	prepare(parameters, credential) {
		const messageCode = parameters.choice('messageCode', MESSAGE_CODES);
		const payload = PAYLOADS[messageCode](parameters);
		const { recipient, otp, clientTxnId } = payload;

		function* exchange(): Exchange {
			const token = yield* encrypt('encrypt', credential, payload);
			if (typeof token !== 'string') return token;
			const answer: ProviderAnswer = { httpStatus: 200, headers: {}, text: '', json: { token } };
			const reading = toReading(
				'encrypt',
				{ reason: 'accepted', statusCode: '200', message: 'Encrypted' },
				answer,
			);
			return isFault(reading) ? reading : { ...reading, revealed: { token } };
		}
		return {
			recipients: [recipient],
			secrets: otp === undefined ? [] : [otp],
			identity: [recipient, otp ?? ''],
			reference: { clientTxnId, messageCode },
			exchange,
		};
	},
};
