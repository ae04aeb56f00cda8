import type { IDataObject } from 'n8n-workflow';

import type { Answer, Facts } from '../contract';
import { answer, answerWith, CRYPTO_CODES, cryptoFaults, said } from './answers';
import { DECRYPT, PAGES, post, SEALED, token, wibmo } from './common';

const parameters = { token: SEALED };
const sample = { parameters, requests: [post(DECRYPT, { token: SEALED })], reference: {} };

/** Content that is opened without being judged. */
const opened = (content: object, body: unknown = content): Answer => {
	const { clientTxnId } = content as IDataObject;
	const reference = { ...(clientTxnId !== undefined && { clientTxnId }) };
	return answer(200, body, { reason: 'accepted', reference, result: { content: content as IDataObject } });
};

const NOTE = { note: 'n' };

export const contract: Facts = {
	...wibmo,
	kind: 'decrypt',
	page: `${PAGES}/decrypt`,
	follows: ['wibmoEncryptPayload'],
	samples: { minimal: sample, full: sample },
	fields: { token: token({ secret: 'sealedToken' }) },
	codes: CRYPTO_CODES,
	answers: {
		Decrypted: [
			opened(NOTE),
			opened(NOTE, JSON.stringify(JSON.stringify(NOTE))),
			opened({ responseCode: '00', responseMessage: 'fine', clientTxnId: 'TXN1', otp: '1234', note: 'n' }),
			// What was decrypted names the operation, so it is the operation that speaks.
			...[{ clientTxnId: 'TXN1' }, { messageCode: 2081 }, { clientTxnId: 'TXN1', messageCode: 2081 }].map(
				(more) => opened(said('1262', 'of an operation', more)),
			),
			opened(said('1017', 'of an operation', { clientTxnId: 'TXN1' })),
		],
		Error: [
			...cryptoFaults(answer),
			answer(200, [{ responseCode: '00' }], { fault: 'unreadable' }),
			answer(429, '', { fault: 'rateLimited' }),
			answer(500, said('00', 'fine', { messageCode: 2081 }), { fault: 'providerDown' }),
		],
	},
	answerWith: answerWith(),
	grants: [],
};
