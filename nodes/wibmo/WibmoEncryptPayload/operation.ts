import { choiceField, defineOperation, providerQuirks, shown } from '../../engine';
import { cryptoCodes } from '../codes';
import { encrypt } from '../exchange';
import {
	email,
	messageCodeType,
	mobileNumber,
	otp,
	otpGenerationType,
	payloadOptions,
	productId,
	sendMobileField,
	timeZone,
	verifyMobileField,
} from '../fields';
import { sendEmailPayload, sendMobilePayload, verifyEmailPayload, verifyMobilePayload } from '../payloads';
import { wibmo } from '../provider';

const messageCode = choiceField(
	{
		displayName: 'Message Code',
		name: 'messageCode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: '1940 Send OTP to Mobile', value: '1940' },
			{ name: '1960 Verify OTP Sent to Mobile', value: '1960' },
			{ name: '2080 Send OTP to Email', value: '2080' },
			{ name: '2090 Verify OTP Sent to Email', value: '2090' },
		],
		default: '2080',
		description: 'The operation that the payload is for',
	},
	{ reference: true },
);

const PAYLOADS = {
	'1940': sendMobilePayload,
	'1960': verifyMobilePayload,
	'2080': sendEmailPayload,
	'2090': verifyEmailPayload,
};

/**
 * Encrypts the payload of one of the four OTP operations. Sends no message.
 *
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export const encryptPayload = defineOperation({
	provider: wibmo,
	name: 'encryptPayload',
	kind: 'encrypt',
	description: 'Encrypt the fields of a one-time password (OTP) operation into a token',
	codes: cryptoCodes,
	searchWords: ['encrypt otp', 'payu', 'token'],
	form: [
		messageCode,
		...shown(messageCode, ['2080', '2090'], email),
		...shown(messageCode, ['1940', '1960'], mobileNumber),
		...shown(messageCode, ['2080', '1940'], productId, otpGenerationType),
		...shown(messageCode, ['2090', '1960'], otp),
		payloadOptions,
		providerQuirks(messageCodeType, sendMobileField, verifyMobileField, timeZone),
	],
	result: { token: 'string' },
	async perform(item, context) {
		const token = await encrypt(PAYLOADS[item.messageCode].toPlaintext(item), context);
		if (typeof token !== 'string') return token;
		return {
			says: 'yes',
			statusCode: '200',
			message: 'Encrypted',
			revealed: { token },
			answer: { httpStatus: 200, headers: {}, text: '', json: { token } },
		};
	},
});
