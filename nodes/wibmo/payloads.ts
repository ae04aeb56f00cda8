import { newIdentifier, type Parameters } from '../engine';

/** The plaintext of an operation, and what the engine needs to know of it. */
export interface Payload {
	plaintext: Record<string, string | number | boolean>;
	clientTxnId: string;
	recipient: string;
	/** The code of a verify operation. */
	otp?: string;
}

/** Length of a generated `clientTxnId`: what the strictest of Wibmo's sibling APIs takes. */
const TXN_ID_LENGTH = 14;
const LONGEST_TXN_ID = 100;

const IST_OFFSET_MS = 330 * 60 * 1000;

/**
 * @param now milliseconds since 1970
 * @param timeZone Wibmo does not name the zone; India's is assumed
 * @returns the time as `YYYYMMDDHHMMSS`
 * @see https://developer.wibmo.com/reference/encrypt-api-sending-otp-to-email
 */
export function requestDateTime(now: number, timeZone: 'ist' | 'utc'): string {
	const shifted = new Date(now + (timeZone === 'ist' ? IST_OFFSET_MS : 0));
	return shifted
		.toISOString()
		.replace(/[^0-9]/g, '')
		.slice(0, 14);
}

/** @returns the ID of a call as the builder gave it, or an empty text */
export function readClientTxnId(parameters: Parameters): string {
	return parameters.optionalMatch(
		'additionalFields.clientTxnId',
		new RegExp(`^[\\x21-\\x7e]{1,${LONGEST_TXN_ID}}$`),
		`up to ${LONGEST_TXN_ID} letters, digits and signs without spaces`,
	);
}

function common(parameters: Parameters, messageCode: number, as: 'number' | 'string') {
	const type = parameters.choice(
		'providerQuirks.messageCodeType',
		['documented', 'number', 'string'],
		'documented',
	);
	const timeZone = parameters.choice('providerQuirks.timeZone', ['ist', 'utc'], 'ist');
	const clientTxnId = readClientTxnId(parameters) || newIdentifier(TXN_ID_LENGTH);
	const isNumber = (type === 'documented' ? as : type) === 'number';
	return {
		messageCode: isNumber ? messageCode : String(messageCode),
		clientTxnId,
		requestDateTime: requestDateTime(Date.now(), timeZone),
	};
}

function sendFields(parameters: Parameters) {
	return {
		productId: parameters.integer('productId', { from: 0, to: 999_999_999 }),
		otp_generation_type: parameters.choice('otpGenerationType', ['0', '1']),
	};
}

function skipFlag(parameters: Parameters, name: string): Record<string, boolean> {
	return parameters.flag('additionalFields.skipCustomerValidation') ? { [name]: true } : {};
}

function mobileOf(parameters: Parameters): string {
	return parameters.match(
		'mobileNumber',
		/^[0-9]{10,15}$/,
		'a mobile number with country code and without +, such as 919999900000',
	);
}

function finish(
	plaintext: Payload['plaintext'] & { clientTxnId: string },
	recipient: string,
	otp?: string,
): Payload {
	return { plaintext, clientTxnId: plaintext.clientTxnId, recipient, ...(otp === undefined ? {} : { otp }) };
}

/** @see https://developer.wibmo.com/reference/encrypt-api-sending-otp-to-email */
export function sendEmailPayload(parameters: Parameters): Payload {
	const email = parameters.email('email');
	return finish(
		{
			...common(parameters, 2080, 'number'),
			email,
			...sendFields(parameters),
			...skipFlag(parameters, 'emailVerifySkipFlag'),
		},
		email,
	);
}

/** @see https://developer.wibmo.com/reference/encrypt-api-for-send-otp-mobile */
export function sendMobilePayload(parameters: Parameters): Payload {
	const mobile = mobileOf(parameters);
	const field = parameters.choice(
		'providerQuirks.sendMobileField',
		['cardHolderMobileNumber', 'mobileNumber'],
		'cardHolderMobileNumber',
	);
	return finish(
		{
			...common(parameters, 1940, 'number'),
			[field]: mobile,
			...sendFields(parameters),
			...skipFlag(parameters, 'smsVerifySkipFlag'),
		},
		mobile,
	);
}

/** Verify spells the address `emailId`. @see https://developer.wibmo.com/reference/encrypt-api-for-verifying-otp-to-email */
export function verifyEmailPayload(parameters: Parameters): Payload {
	const email = parameters.email('email');
	const otp = parameters.otp('otp');
	return finish(
		{
			...common(parameters, 2090, 'string'),
			emailId: email,
			otp,
			...skipFlag(parameters, 'emailVerifySkipFlag'),
		},
		email,
		otp,
	);
}

/** @see https://developer.wibmo.com/reference/verify-otp-mobile-api */
export function verifyMobilePayload(parameters: Parameters): Payload {
	const mobile = mobileOf(parameters);
	const otp = parameters.otp('otp');
	const field = parameters.choice(
		'providerQuirks.verifyMobileField',
		['cardHolderMobileNumber', 'mobileNumber'],
		'mobileNumber',
	);
	return finish(
		{
			...common(parameters, 1960, 'string'),
			[field]: mobile,
			otp,
			...skipFlag(parameters, 'smsVerifySkipFlag'),
		},
		mobile,
		otp,
	);
}
