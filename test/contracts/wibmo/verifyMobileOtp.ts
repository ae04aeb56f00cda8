import type { Contract } from '../contract';
import { answerWith, grantsOf, operationAnswers, VERIFY_CODES } from './answers';
import {
	callsOf,
	known,
	mobile,
	otp,
	PAGES,
	payloadFields,
	plaintext,
	sample,
	sealed,
	sealedField,
	sealedSample,
	verifyMobileField,
	wibmo,
} from './common';

const messageCode = 1960;
const name = 'verifyMobileOtp';
const minimal = { mobileNumber: '919876543210', otp: '721129' };

export const contract: Contract = {
	...wibmo,
	node: 'wibmoVerifyMobileOtp',
	operation: 'verifyMobileOtp',
	kind: 'verify',
	page: `${PAGES}/verify-otp-mobile-api`,
	calls: callsOf(name),
	samples: {
		minimal: sample(minimal, name, plaintext(String(messageCode), minimal)),
		full: sample(
			{
				...minimal,
				additionalFields: { ...known, skipCustomerValidation: true },
				providerQuirks: { verifyMobileField: 'cardHolderMobileNumber' },
			},
			name,
			plaintext(
				String(messageCode),
				{ cardHolderMobileNumber: minimal.mobileNumber, otp: minimal.otp, smsVerifySkipFlag: true },
				known.clientTxnId,
			),
			known,
		),
		'with a token': sealedSample(name),
	},
	fields: {
		mobileNumber: mobile('mobileNumber'),
		otp: otp(),
		...payloadFields(String(messageCode), 'smsVerifySkipFlag'),
		...sealedField(name),
		'providerQuirks.verifyMobileField': verifyMobileField(),
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
