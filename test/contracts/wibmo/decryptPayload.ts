import type { Answer, Contract } from '../contract';
import { answerWith, CRYPTO_CODES, cryptoFaults } from './answers';
import { DECRYPT, PAGES, post, SEALED, token, wibmo } from './common';

const parameters = Object.fromEntries([['token', SEALED]]);
const sample = { parameters, requests: [post(DECRYPT, { token: SEALED })], reference: {} };

/** Content that is opened without being judged. */
const opened = (content: object, body: unknown = content): Answer => {
	const { responseCode, responseMessage, clientTxnId } = content as Record<string, string | undefined>;
	return {
		status: 200,
		body,
		says: {
			reason: 'accepted',
			statusCode: responseCode,
			message: responseMessage,
			reference: { ...(clientTxnId !== undefined && { clientTxnId }) },
			result: { content: content as never },
		},
	};
};

const NOTE = { note: 'n' };

export const contract: Contract = {
	...wibmo,
	node: 'wibmoDecryptPayload',
	operation: 'decryptPayload',
	kind: 'decrypt',
	page: `${PAGES}/decrypt`,
	calls: [`POST ${DECRYPT}`],
	samples: { minimal: sample, full: sample },
	fields: { token: token({ secret: 'sealedToken' }) },
	codes: CRYPTO_CODES,
	answers: {
		Decrypted: [
			opened(NOTE),
			opened(NOTE, JSON.stringify(JSON.stringify(NOTE))),
			opened({
				responseCode: '00',
				responseMessage: 'fine',
				clientTxnId: 'TXN1',
				otp: '1234',
				note: 'n',
			}),
			// What was decrypted names the operation, so it is the operation that speaks.
			opened({
				responseCode: '1262',
				responseMessage: 'of an operation',
				clientTxnId: 'TXN1',
				messageCode: 2081,
			}),
			opened({ responseCode: '1017', responseMessage: 'of an operation', clientTxnId: 'TXN1' }),
			opened({ responseCode: '1262', responseMessage: 'text', messageCode: 2081 }),
			opened({ responseCode: '1262', responseMessage: 'text', clientTxnId: 'TXN1' }),
		],
		Error: [
			...cryptoFaults((status, body, says) => ({ status, body, says })),
			{ status: 200, body: [{ responseCode: '00' }], says: { fault: 'unreadable' } },
			{ status: 429, body: '', says: { fault: 'rateLimited' } },
			{
				status: 500,
				body: { responseCode: '00', responseMessage: 'fine', messageCode: 2081 },
				says: { fault: 'providerDown', statusCode: '00', message: 'fine' },
			},
		],
	},
	answerWith: answerWith(),
	grants: [],
};
