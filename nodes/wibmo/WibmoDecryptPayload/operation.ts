import type { IDataObject } from 'n8n-workflow';

import { isSuccess } from '../../shared/http';
import { asText, isJsonObject, member } from '../../shared/json';
import { once, type Operation } from '../../shared/operation';
import { cryptoCodes } from '../codes';
import { readCryptoRefusal } from '../exchange';
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
	codes: cryptoCodes,
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
					if (!isSuccess(httpStatus) || !isJsonObject(json)) return readCryptoRefusal(answer);
					const clientTxnId = asText(member(json, 'clientTxnId'));
					return {
						says: 'yes',
						statusCode: asText(member(json, 'responseCode')),
						message: asText(member(json, 'responseMessage')),
						reference: { ...(clientTxnId !== '' && { clientTxnId }) },
						// A token of a verify request holds the code, which is shown to nobody.
						result: { content: json as IDataObject },
						response: undefined,
					};
				}),
		};
	},
};
