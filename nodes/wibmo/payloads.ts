/** The fields of an item that every payload is made of. */
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

/** Where a field may be called by one of two names. */
type MobileField = 'cardHolderMobileNumber' | 'mobileNumber';

/** What Wibmo encrypts; members that are `undefined` are left out. */
export type Plaintext = Record<string, string | number | boolean | undefined>;

/** The payload of one of Wibmo's operations. */
export interface Payload<Item> {
	/** The number of the operation; Wibmo answers with the next one. */
	messageCode: number;
	/** Makes the plaintext of an item's fields. */
	toPlaintext: (item: Item) => Plaintext;
}

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

/**
 * @param messageCode the number of the operation
 * @param as how Wibmo's page writes that number
 * @param toMembers makes the members that only this operation has
 */
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

/** A flag that is only sent where it is on. */
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

/** Verify spells the address `emailId`. @see https://developer.wibmo.com/reference/encrypt-api-for-verifying-otp-to-email */
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
