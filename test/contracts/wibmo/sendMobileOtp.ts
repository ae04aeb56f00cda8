import type { Contract } from '../contract';
import { answerWith, grantsOf, operationAnswers, SEND_CODES } from './answers';
import {
	callsOf,
	known,
	mobile,
	PAGES,
	pathField,
	payloadFields,
	plaintext,
	sample,
	sealed,
	sealedField,
	sealedSample,
	sendFields,
	sendMobileField,
	wibmo,
} from './common';

const messageCode = 1940;
const name = 'sentOtpMobile';
const mobileNumber = '919876543210';

export const contract: Contract = {
	...wibmo,
	node: 'wibmoSendMobileOtp',
	operation: 'sendMobileOtp',
	kind: 'send',
	page: `${PAGES}/send-otp-to-mobile-api`,
	calls: callsOf(name),
	samples: {
		minimal: sample(
			{ mobileNumber },
			name,
			plaintext(messageCode, {
				cardHolderMobileNumber: mobileNumber,
				productId: 1,
				otp_generation_type: '0',
			}),
		),
		full: sample(
			{
				mobileNumber,
				productId: 0,
				otpGenerationType: '1',
				additionalFields: { ...known, skipCustomerValidation: true },
				providerQuirks: { sendMobileField: 'mobileNumber', messageCodeType: 'string' },
			},
			name,
			plaintext(
				String(messageCode),
				{ mobileNumber, productId: 0, otp_generation_type: '1', smsVerifySkipFlag: true },
				known.clientTxnId,
			),
			known,
		),
		'with a token on the other path': sealedSample('sendOtpMobile', {
			providerQuirks: { path: 'sendOtpMobile' },
		}),
	},
	fields: {
		mobileNumber: mobile('cardHolderMobileNumber'),
		...sendFields,
		...payloadFields(messageCode, 'smsVerifySkipFlag'),
		...pathField(name, 'sendOtpMobile'),
		...sealedField(name),
		'providerQuirks.sendMobileField': sendMobileField(),
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
