/**
 * A `responseCode` and its printed text, from the error tables of
 * https://developer.wibmo.com/reference/send-otp-to-mobile-api and .../verify-otp-mobile-api
 */
export interface Result {
	code: string;
	message: string;
}

export const SUCCESS: Result = { code: '00', message: 'SUCCESS' };
export const CARD_NOT_FOUND: Result = { code: '1001', message: 'CARD_NOT_FOUND' };
export const INVALID_OTP: Result = { code: '1017', message: 'INVALID OTP' };
export const INVALID_MESSAGE: Result = { code: '1030', message: 'INVALID MESSAGE' };
export const INVALID_BANK_ID: Result = { code: '1031', message: 'INVALID BANK ID' };
export const INVALID_CLIENT_CHANNEL: Result = { code: '1032', message: 'INVALID_CLIENT_CHANNEL' };
export const INVALID_SECURE_CODE: Result = { code: '1049', message: 'INVALID SECURE CODE' };
export const MALFORMED_REQUEST: Result = { code: '1055', message: 'MALFORMED_REQUEST' };
/** Assumption: the printed text is only known to begin with "OPERATI". */
export const OPERATION_NOT_ALLOWED: Result = { code: '1081', message: 'OPERATION NOT ALLOWED' };

// Printed at https://developer.wibmo.com/reference/encrypt-for-retrieve-customer-record
// Assumption: the OTP operations report missing headers with the same codes.
export const CLIENT_ID_MISSING: Result = { code: '1262', message: 'CLIENT ID NOT PRESENT IN THE REQUEST' };
export const BANK_ID_MISSING: Result = { code: '1264', message: 'BANK ID NOT PRESENT IN THE REQUEST' };
export const CONSUMER_MISSING: Result = { code: '1310', message: 'XCONSUMERKEY NOT PRESENT IN REQUEST' };
export const SECURE_CODE_MISSING: Result = { code: '1311', message: 'SECURE CODE NOT PRESENT IN REQUEST' };
