/** The fields of every payload. */
interface CommonFields {
	clientTxnId: string | undefined;
	messageCodeType: 'documented' | 'number' | 'string';
	timeZone: 'ist' | 'utc';
	skipCustomerValidation: boolean | undefined;
}

interface SendFields {
	productId: number | undefined;
	otpGenerationType: '0' | '1' | undefined;
}

type MobileField = 'cardHolderMobileNumber' | 'mobileNumber';

/** Members that are `undefined` are omitted. */
export type Plaintext = Record<string, string | number | boolean | undefined>;

export interface Payload<Item> {
	/** The number of the operation. Wibmo answers with the next number. */
	messageCode: number;
	toPlaintext: (item: Item) => Plaintext;
}

const IST_OFFSET_MS = 330 * 60 * 1000;

/**
 * The time as `YYYYMMDDHHMMSS`.
 *
 * @param now in milliseconds since 1970
 * @param timeZone not documented by Wibmo; India's is assumed
 * @see https://developer.wibmo.com/reference/encrypt-api-sending-otp-to-email
 */
export function requestDateTime(now: number, timeZone: 'ist' | 'utc'): string {
	const shifted = new Date(now + (timeZone === 'ist' ? IST_OFFSET_MS : 0));
	return shifted
		.toISOString()
		.replace(/[^0-9]/g, '')
		.slice(0, 14);
}

/** @param as the documented type of the message code */
function definePayload<Item>(
	messageCode: number,
	as: 'number' | 'string',
	toMembers: (item: Item & CommonFields) => Plaintext,
): Payload<Item & CommonFields> {
	return {
		messageCode,
		toPlaintext: (item) => {
			const isNumber = (item.messageCodeType === 'documented' ? as : item.messageCodeType) === 'number';
			return {
				messageCode: isNumber ? messageCode : String(messageCode),
				clientTxnId: item.clientTxnId,
				requestDateTime: requestDateTime(Date.now(), item.timeZone),
				...toMembers(item),
			};
		},
	};
}

/** Sent only if it is on. */
const skipFlag = ({ skipCustomerValidation }: CommonFields) => skipCustomerValidation || undefined;

/** @see https://developer.wibmo.com/reference/encrypt-api-sending-otp-to-email */
export const sendEmailPayload = definePayload<SendFields & { email: string | undefined }>(
	2080,
	'number',
	(item) => ({
		email: item.email,
		productId: item.productId,
		otp_generation_type: item.otpGenerationType,
		emailVerifySkipFlag: skipFlag(item),
	}),
);

/** @see https://developer.wibmo.com/reference/encrypt-api-for-send-otp-mobile */
export const sendMobilePayload = definePayload<
	SendFields & { mobileNumber: string | undefined; sendMobileField: MobileField }
>(1940, 'number', (item) => ({
	[item.sendMobileField]: item.mobileNumber,
	productId: item.productId,
	otp_generation_type: item.otpGenerationType,
	smsVerifySkipFlag: skipFlag(item),
}));

/** The verify operation names the address `emailId`. @see https://developer.wibmo.com/reference/encrypt-api-for-verifying-otp-to-email */
export const verifyEmailPayload = definePayload<{ email: string | undefined; otp: string | undefined }>(
	2090,
	'string',
	(item) => ({ emailId: item.email, otp: item.otp, emailVerifySkipFlag: skipFlag(item) }),
);

/** @see https://developer.wibmo.com/reference/verify-otp-mobile-api */
export const verifyMobilePayload = definePayload<{
	mobileNumber: string | undefined;
	verifyMobileField: MobileField;
	otp: string | undefined;
}>(1960, 'string', (item) => ({
	[item.verifyMobileField]: item.mobileNumber,
	otp: item.otp,
	smsVerifySkipFlag: skipFlag(item),
}));
