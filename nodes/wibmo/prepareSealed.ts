import { type Credential, type Parameters, type PreparedItem } from '../engine';
import { performSealed, type SealedOperation } from './exchange';
import { readClientTxnId, type Payload } from './payloads';
import { readToken } from './provider';

/**
 * Prepares an item of an operation whose payload is either made from the node's fields or was
 * encrypted before by an Encrypt Payload node.
 *
 * @param operation what to call and how to read it
 * @param parameters the item's parameters
 * @param credential the decrypted credential
 * @param readPayload makes the payload from the fields
 */
export function prepareSealed(
	operation: SealedOperation,
	parameters: Parameters,
	credential: Credential,
	readPayload: (parameters: Parameters) => Payload,
): PreparedItem {
	if (parameters.choice('payload', ['fields', 'encrypted']) === 'encrypted') {
		const token = readToken(parameters);
		const clientTxnId = readClientTxnId(parameters);
		return {
			recipients: [],
			secrets: [token],
			identity: [token],
			reference: clientTxnId === '' ? {} : { clientTxnId },
			perform: async (call) => await performSealed(call, operation, credential, { token, clientTxnId }),
		};
	}

	const payload = readPayload(parameters);
	const { recipient, otp, clientTxnId } = payload;
	return {
		recipients: [recipient],
		secrets: otp === undefined ? [] : [otp],
		identity: [recipient, otp ?? ''],
		reference: { clientTxnId },
		perform: async (call) => await performSealed(call, operation, credential, payload),
	};
}
