import { isEmailAddress } from '../shared/text';

type Fields = Record<string, unknown>;

/**
 * Whether the fields that all operations share are well formed, after
 * https://developer.wibmo.com/reference/encrypt-api-sending-otp-to-email
 * @param messageCode the code of the operation; samples send it as a number and as a text
 */
export function commonFieldsAreValid(fields: Fields, messageCode: number): boolean {
	const { clientTxnId } = fields;
	return (
		String(fields.messageCode) === String(messageCode) &&
		typeof clientTxnId === 'string' &&
		clientTxnId.length >= 1 &&
		clientTxnId.length <= 100 &&
		isRequestTime(fields.requestDateTime)
	);
}

/** Whether the fields of a send are well formed, besides the common ones and the recipient. */
export function sendFieldsAreValid(fields: Fields, skipFlag: string): boolean {
	const generationType = fields.otp_generation_type;
	return (
		/^\d+$/.test(numberOrText(fields.productId)) &&
		(generationType === undefined || generationType === '0' || generationType === '1') &&
		flagIsValid(fields[skipFlag])
	);
}

/** Whether the fields of a verify are well formed; the documentation's sample has `otp` as a number. */
export function verifyFieldsAreValid(fields: Fields, skipFlag: string): boolean {
	return numberOrText(fields.otp) !== '' && flagIsValid(fields[skipFlag]);
}

/** The email address in a field, or undefined. */
export function emailIn(value: unknown): string | undefined {
	return typeof value === 'string' && isEmailAddress(value) ? value : undefined;
}

/**
 * The mobile number in a field, or undefined.
 * Assumption: country code and number without a plus sign, as in the samples.
 */
export function mobileIn(value: unknown): string | undefined {
	return typeof value === 'string' && /^\d{10,15}$/.test(value) ? value : undefined;
}

/** A field that may be a number or a text, as text; empty for anything else. */
export function numberOrText(value: unknown): string {
	return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

function flagIsValid(value: unknown): boolean {
	return value === undefined || typeof value === 'boolean';
}

/** `YYYYMMDDHHMMSS` that exists in the calendar. */
function isRequestTime(value: unknown): boolean {
	const match = typeof value === 'string' ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value) : null;
	if (!match) return false;
	const [, year, month, day, hour, minute, second] = match;
	const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
	const time = new Date(iso);
	return !Number.isNaN(time.getTime()) && time.toISOString() === iso;
}
