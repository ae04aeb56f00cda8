import type { IDataObject } from 'n8n-workflow';

import { toReading } from '../../shared/reading';
import { isFault } from '../../shared/faults';
import { isSuccess, readByStatus } from '../../shared/http';
import { asText, isJsonObject, member } from '../../shared/json';
import { once, type Operation } from '../../shared/operation';
import { credentialType, cryptoRequest, readToken, wibmo } from '../provider';

/**
 * Decrypts a token that Wibmo gave. Sends nothing to anybody, and says nothing about success: what
 * the content means is the builder's to read.
 *
 * @see https://developer.wibmo.com/reference/decrypt
 */
export const decryptPayload: Operation = {
	provider: wibmo,
	name: 'decryptPayload',
	kind: 'decrypt',
	codes: [],
	credentialType,
	prepare(parameters, credential) {
		const token = readToken(parameters);
		return {
			recipients: [],
			secrets: [token],
			identity: [token],
			reference: {},
			exchange: () =>
				once(cryptoRequest(credential, 'decrypt', { token }), (answer) => {
					const { json, httpStatus } = answer;
					const message = asText(member(json, 'message'));
					if (httpStatus === 400 || httpStatus === 422) {
						return { fault: 'rejected', httpStatus, providerMessage: message };
					}
					if (!isSuccess(httpStatus) || !isJsonObject(json)) return readByStatus('decrypt', answer, message);

					const statusCode = asText(member(json, 'responseCode'));
					const words = asText(member(json, 'responseMessage'));
					const reading = toReading('decrypt', { reason: 'accepted', statusCode, message: words }, answer);
					if (isFault(reading)) return reading;
					const clientTxnId = asText(member(json, 'clientTxnId'));
					return {
						...reading,
						response: undefined,
						reference: { ...(clientTxnId !== '' && { clientTxnId }) },
						// A token of a verify request holds the code, which is shown to nobody.
						result: { content: json as IDataObject },
					};
				}),
		};
	},
};
