import type { Contract } from '../contract';
import { answerWith, grantsOf, operationAnswers, VERIFY_CODES } from './answers';
import {
	address,
	callsOf,
	known,
	otp,
	PAGES,
	payloadFields,
	plaintext,
	sample,
	sealed,
	sealedField,
	sealedSample,
	wibmo,
} from './common';

const messageCode = 2090;
const name = 'verifyEmailOtp';
const email = 'jane@example.com';
const minimal = { email, otp: '831676' };
/** Verify spells the address differently than Send. */
const documented = { emailId: email, otp: '831676' };

export const contract: Contract = {
	...wibmo,
	node: 'wibmoVerifyEmailOtp',
	operation: 'verifyEmailOtp',
	kind: 'verify',
	page: `${PAGES}/verify-otp-email-api`,
	calls: callsOf(name),
	samples: {
		minimal: sample(minimal, name, plaintext(String(messageCode), documented)),
		full: sample(
			{
				...minimal,
				additionalFields: { ...known, skipCustomerValidation: true },
				providerQuirks: { messageCodeType: 'number' },
			},
			name,
			plaintext(messageCode, { ...documented, emailVerifySkipFlag: true }, known.clientTxnId),
			known,
		),
		'with a token': sealedSample(name),
	},
	fields: {
		email: address('emailId'),
		otp: otp(),
		...payloadFields(String(messageCode), 'emailVerifySkipFlag'),
		...sealedField(name),
	},
	codes: VERIFY_CODES,
	before: [sealed, sealed],
	answers: operationAnswers({
		messageCode,
		name,
		outputs: { yes: 'Verified', no: 'Blocked', tooMany: 'Blocked' },
	}),
	answerWith: answerWith(messageCode, name),
	grants: [grantsOf(messageCode)],
};
