import type { Contract } from '../contract';
import { answerWith, grantsOf, operationAnswers, SEND_CODES } from './answers';
import {
	address,
	callsOf,
	known,
	PAGES,
	pathField,
	payloadFields,
	plaintext,
	sample,
	sealed,
	sealedField,
	sealedSample,
	sendFields,
	wibmo,
} from './common';

const messageCode = 2080;
const name = 'sentOtpEmail';
const email = 'jane@example.com';

export const contract: Contract = {
	...wibmo,
	node: 'wibmoSendEmailOtp',
	operation: 'sendEmailOtp',
	kind: 'send',
	page: `${PAGES}/send-otp-to-email-api`,
	calls: callsOf(name),
	samples: {
		minimal: sample(
			{ email },
			name,
			plaintext(messageCode, { email, productId: 1, otp_generation_type: '0' }),
		),
		full: sample(
			{
				email,
				productId: 7,
				otpGenerationType: '1',
				additionalFields: { ...known, skipCustomerValidation: true },
			},
			name,
			plaintext(
				messageCode,
				{ email, productId: 7, otp_generation_type: '1', emailVerifySkipFlag: true },
				known.clientTxnId,
			),
			known,
		),
		'with a token on the other path': sealedSample('sendOtpEmail', {
			providerQuirks: { path: 'sendOtpEmail' },
		}),
	},
	fields: {
		email: address('email'),
		...sendFields,
		...payloadFields(messageCode, 'emailVerifySkipFlag'),
		...pathField(name, 'sendOtpEmail'),
		...sealedField(name),
	},
	codes: SEND_CODES,
	before: [sealed, sealed],
	answers: operationAnswers({
		messageCode,
		name,
		outputs: { yes: 'Sent', no: 'Not Sent', tooMany: 'Throttled' },
	}),
	answerWith: answerWith(messageCode, name),
	grants: [grantsOf(messageCode)],
};
