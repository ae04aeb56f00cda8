import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Contract, DocumentedRequest, Sample } from '../contract';
import { choice, toggle } from '../fields';
import { answer, answerWith, CRYPTO_CODES, cryptoFaults } from './answers';
import {
	address,
	ENCRYPT,
	known,
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
	payload: DocumentedRequest,
): Sample => ({
	parameters: { ...parameters, additionalFields: { ...known, ...(additionalFields as object) } },
	requests: [payload],
	reference: { ...known, messageCode: String(parameters.messageCode ?? 2080) },
});
const minimal = plaintext(2080, { email, ...sent });

export const contract: Contract = {
	...wibmo,
	node: 'wibmoEncryptPayload',
	operation: 'encryptPayload',
	kind: 'encrypt',
	page: `${PAGES}/prepaid-apis-introduction`,
	calls: [`POST ${ENCRYPT}`],
	samples: {
		minimal: {
			parameters: { email },
			requests: [minimal],
			reference: { clientTxnId: (minimal.body as IDataObject).clientTxnId, messageCode: '2080' },
		},
		full: sample(
			{ email, productId, additionalFields: { skipCustomerValidation: true } },
			plaintext(2080, { email, ...sent, emailVerifySkipFlag: true }, known.clientTxnId),
		),
		'of a send by SMS': sample(
			bySms,
			plaintext(1940, { cardHolderMobileNumber: mobileNumber, ...sent }, known.clientTxnId),
		),
		'of a verification by e-mail': sample(
			verification,
			plaintext('2090', { emailId: email, otp: '831676' }, known.clientTxnId),
		),
		'of a verification by SMS': sample(
			verificationBySms,
			plaintext('1960', { mobileNumber, otp: '721129' }, known.clientTxnId),
		),
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
		'additionalFields.skipCustomerValidation': toggle(
			'Skip Customer Validation',
			'body.emailVerifySkipFlag',
			true,
			undefined,
			{
				also: [
					toggle('Skip Customer Validation', 'body.emailVerifySkipFlag', true, undefined, {
						with: verification,
					}),
					...[bySms, verificationBySms].map((parameters) =>
						toggle('Skip Customer Validation', 'body.smsVerifySkipFlag', true, undefined, {
							with: parameters,
						}),
					),
				],
			},
		),
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
				answer(
					Number(status),
					{ responseCode: '00', responseMessage: 'SUCCESS', messageCode: 1961, clientId: '7001' },
					{ fault },
				),
				answer(Number(status), { responseCode: '7777', responseMessage: 'no' }, { fault: 'rejected' }),
			]),
			answer(
				200,
				{ token: SEALED, responseCode: '1262', responseMessage: 'text' },
				{ fault: 'credentialsRefused' },
			),
		],
	},
	answerWith: answerWith(),
	grants: [],
};
