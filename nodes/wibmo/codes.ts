import { type CodeRow } from '../engine';

const REFERENCE = 'https://developer.wibmo.com/reference';
const SEND = `${REFERENCE}/send-otp-to-email-api`;
const VERIFY = `${REFERENCE}/verify-otp-mobile-api`;
const SIBLING = `${REFERENCE}/encrypt-for-retrieve-customer-record (another operation of the same API)`;

const STATUS = `${REFERENCE}/checking-api-request-status-api (another operation of the same API)`;

const accountCodes: readonly CodeRow[] = [
	{ code: '1031', text: 'INVALID BANK ID', fault: 'credentialsRefused', source: SEND },
	{ code: '1032', text: 'INVALID_CLIENT_CHANNEL', fault: 'credentialsRefused', source: SEND },
	{ code: '1049', text: 'INVALID SECURE CODE', fault: 'credentialsRefused', source: SEND },
	{
		code: '1262',
		text: 'CLIENT ID NOT PRESENT IN THE REQUEST',
		fault: 'credentialsRefused',
		source: SIBLING,
	},
	{ code: '1264', text: 'BANK ID NOT PRESENT IN THE REQUEST', fault: 'credentialsRefused', source: SIBLING },
	{ code: '1310', text: 'XCONSUMERKEY NOT PRESENT IN REQUEST', fault: 'credentialsRefused', source: SIBLING },
	{ code: '1311', text: 'SECURE CODE NOT PRESENT IN REQUEST', fault: 'credentialsRefused', source: SIBLING },
	{ code: '1052', text: 'SYSTEM_ERROR', fault: 'providerDown', source: VERIFY },
	{ code: 'WAL294', text: 'SYSTEM_ERROR', fault: 'providerDown', source: STATUS },
	{ code: 'WAL295', text: 'INVALID_CLIENT_CHANNEL', fault: 'credentialsRefused', source: STATUS },
	{ code: 'WAL297', text: 'IP_NOT_ALLOWED', fault: 'credentialsRefused', source: STATUS },
	{ code: 'WAL298', text: 'INVALID SECURE CODE', fault: 'credentialsRefused', source: STATUS },
	{ code: 'WAL299', text: 'CHECKSUM FAILURE', fault: 'rejected', source: STATUS },
];

/** The codes that the Encrypt and Decrypt APIs may refuse a client with. */
export const cryptoCodes = accountCodes;

const requestCodes: readonly CodeRow[] = [
	{ code: '00', text: 'SUCCESS', reason: 'accepted', source: SEND },
	{ code: '1001', text: 'CARD_NOT_FOUND', reason: 'recipientNotRegistered', source: SEND },
	{ code: '1030', text: 'INVALID MESSAGE', reason: 'invalidRequest', source: SEND },
	{ code: '1055', text: 'MALFORMED_REQUEST', reason: 'invalidRequest', source: VERIFY },
	{ code: 'WAL264', text: 'INVALID CLIENT TXN ID', reason: 'invalidRequest', source: STATUS },
	{ code: 'WAL292', text: 'MALFORMED_REQUEST', reason: 'invalidRequest', source: STATUS },
	{ code: 'WAL293', text: 'PRODUCT NOT ALLOWED', reason: 'notAllowed', source: STATUS },
	{ code: 'WAL296', text: 'OPERATION NOT ALLOWED', reason: 'notAllowed', source: STATUS },
	{ code: 'WAL300', text: 'REQUEST_DATETIME mandatory', reason: 'invalidRequest', source: STATUS },
	{ code: '1081', text: 'OPERATION NOT ALLOWED', reason: 'notAllowed', source: VERIFY },
];

const gatewayCode: CodeRow = {
	code: '429',
	text: 'Too many requests (HTTP status)',
	reason: 'rateLimited',
	source: 'Assumed: Wibmo documents no limit; its gateway answers too many requests with this HTTP status',
};

/** Wibmo documents no code for a resend that comes too early. */
export const sendCodes: readonly CodeRow[] = [...requestCodes, gatewayCode, ...accountCodes];

/** Wibmo documents no code for an expired OTP. */
export const verifyCodes: readonly CodeRow[] = [
	...requestCodes,
	{ code: '1017', text: 'INVALID OTP', reason: 'incorrectCode', source: VERIFY },
	gatewayCode,
	...accountCodes,
];
