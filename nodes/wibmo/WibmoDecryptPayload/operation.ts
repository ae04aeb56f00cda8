import type { IDataObject } from 'n8n-workflow';

import { asText, defineOperation, member, vary } from '../../engine';
import { cryptoCodes } from '../codes';
import { decryptedIn, readCryptoRefusal } from '../exchange';
import { token } from '../fields';
import { cryptoRequest, wibmo } from '../provider';

/**
 * Decrypts a token from Wibmo. Sends no message and does not judge the content: the workflow has to interpret
 * it.
 *
 * @see https://developer.wibmo.com/reference/decrypt
 */
export const decryptPayload = defineOperation({
	provider: wibmo,
	name: 'decryptPayload',
	kind: 'decrypt',
	description: 'Decrypt a token returned by a one-time password (OTP) operation',
	codes: cryptoCodes,
	searchWords: ['decrypt otp', 'payu', 'token'],
	form: [vary(token, { description: "The 'token' field of a response from Wibmo" })],
	identifiers: ['clientTxnId'],
	result: { content: 'object' },
	async perform(item, { call, credential }) {
		const answer = await call(cryptoRequest(credential, 'decrypt', { token: item.token }));
		const content = decryptedIn(answer);
		if (content === undefined) return readCryptoRefusal(answer);
		const clientTxnId = asText(member(content, 'clientTxnId'));
		return {
			says: 'yes',
			statusCode: asText(member(content, 'responseCode')),
			message: asText(member(content, 'responseMessage')),
			reference: { ...(clientTxnId !== '' && { clientTxnId }) },
			// Redacted: the token of a verify request contains the code.
			result: { content: content as IDataObject },
			response: undefined,
		};
	},
});
