import type { INodeParameters } from 'n8n-workflow';

import type { Facts, Sample } from '../contract';
import { choice, toggle, type More } from '../fields';
import { answer, answerWith, CRYPTO_CODES, cryptoFaults, said } from './answers';
import {
	address,
	known,
	MADE_UP,
	mobile,
	otp,
	PAGES,
	payloadFields,
	plaintext,
	SEALED,
	sealed,
	sendFields,
	sendMobileField,
	verifyMobileField,
	wibmo,
} from './common';

const email = 'test@example.com';
const mobileNumber = '919999900000';
const bySms = { messageCode: '1940', mobileNumber };
const verification = { messageCode: '2090', email, otp: '831676' };
const verificationBySms = { messageCode: '1960', mobileNumber, otp: '721129' };
const productId = 1;
const sent = { productId, otp_generation_type: '0' };

const sample = (
	{ additionalFields, ...parameters }: INodeParameters,
	messageCode: number | string,
	payload: object,
): Sample => ({
	parameters: { ...parameters, additionalFields: { ...known, ...(additionalFields as object) } },
	requests: [plaintext(messageCode, payload, known.clientTxnId)],
	reference: { ...known, messageCode: String(messageCode) },
});
const skip = (name: string, more: More = {}) =>
	toggle('Skip Customer Validation', `body.${name}VerifySkipFlag`, true, undefined, more);

export const contract: Facts = {
	...wibmo,
	kind: 'encrypt',
	page: `${PAGES}/prepaid-apis-introduction`,
	samples: {
		minimal: {
			parameters: { email },
			requests: [plaintext(2080, { email, ...sent })],
			reference: { clientTxnId: MADE_UP, messageCode: '2080' },
		},
		full: sample({ email, productId, additionalFields: { skipCustomerValidation: true } }, 2080, {
			...{ email, ...sent, emailVerifySkipFlag: true },
		}),
		'of a send by SMS': sample(bySms, 1940, { cardHolderMobileNumber: mobileNumber, ...sent }),
		'of a verification by e-mail': sample(verification, '2090', { emailId: email, otp: '831676' }),
		'of a verification by SMS': sample(verificationBySms, '1960', { mobileNumber, otp: '721129' }),
	},
	fields: {
		messageCode: choice('Message Code', 'body.messageCode', ['1940', '1960', '2080', '2090'], {
			with: { mobileNumber, email, otp: '123456' },
			arrives: (given) => (/^(1940|2080)$/.test(String(given)) ? Number(given) : String(given)),
			identifies: true,
		}),
		email: address('email', { also: [address('emailId', { with: verification })] }),
		mobileNumber: mobile('cardHolderMobileNumber', {
			with: bySms,
			also: [mobile('mobileNumber', { with: verificationBySms })],
		}),
		otp: otp({ with: verification, also: [otp({ with: verificationBySms })] }),
		...sendFields,
		...payloadFields(2080, 'emailVerifySkipFlag'),
		'additionalFields.skipCustomerValidation': skip('email', {
			also: [
				skip('email', { with: verification }),
				...[bySms, verificationBySms].map((parameters) => skip('sms', { with: parameters })),
			],
		}),
		'providerQuirks.sendMobileField': sendMobileField({ with: bySms }),
		'providerQuirks.verifyMobileField': verifyMobileField({ with: verificationBySms }),
	},
	codes: CRYPTO_CODES,
	answers: {
		Encrypted: [
			{
				...sealed,
				says: { reason: 'accepted', statusCode: '200', message: 'Encrypted', revealed: { token: SEALED } },
			},
		],
		Error: [
			...cryptoFaults(answer),
			answer(429, '', { fault: 'rateLimited' }),
			...Object.entries({ 200: 'unreadable', 400: 'rejected' }).flatMap(([status, fault]) => [
				answer(Number(status), { ...said('00'), messageCode: 1961, clientId: '7001' }, { fault }),
				answer(Number(status), said('7777'), { fault: 'rejected' }),
			]),
			answer(200, { token: SEALED, ...said('1262') }, { fault: 'credentialsRefused' }),
		],
	},
	answerWith: answerWith(),
	grants: [],
};
