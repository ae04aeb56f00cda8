import type { IDataObject } from 'n8n-workflow';

import type { DocumentedRequest, Facts, HttpAnswer } from '../contract';
import {
	choice,
	code,
	email,
	form,
	madeUp,
	matching,
	mobileWithCode,
	type More,
	nameOf,
	toggle,
	wholeNumber,
} from '../fields';
import { DIGITS, NUMBERS_WITH_91 } from '../spellings';
import { noForm } from '../wrongValues';

/** What is common to Wibmo's prepaid platform, whose operations take and give encrypted tokens. */
export const wibmo = {
	title: 'Wibmo',
	hides: ['token', 'otp', 'secureCode'],
	credentials: ['wibmoApi'],
} satisfies Partial<Facts>;

export const PAGES = 'https://developer.wibmo.com/reference';

export const ENCRYPT = '/api/v2/encrypt';
export const DECRYPT = '/api/v2/decrypt';
export const OPERATIONS = '/api/onboarding/v1';

/** A token, as Wibmo gives it. */
export const SEALED = 'c2VhbGVkIHBheWxvYWQ=';
export const sealed: HttpAnswer = { status: 200, body: { token: SEALED } };

export const MADE_UP = madeUp(14);
const headers = { 'Content-Type': 'application/json' };

export const post = (path: string, body: object, acts = false): DocumentedRequest => ({
	method: 'POST',
	path,
	headers,
	body,
	acts,
});

/** What is encrypted, with the transaction and the time that every payload has. */
export const plaintext = (
	messageCode: number | string,
	body: object,
	clientTxnId: unknown = MADE_UP,
): DocumentedRequest =>
	post(ENCRYPT, { messageCode, clientTxnId, requestDateTime: /^20[0-9]{12}$/, ...body });

export const known = { clientTxnId: 'TXN0000000001' };

const LONGEST_ID = 'must be up to 100 letters, digits and symbols, without spaces';

/** The fields of every payload. */
export const payloadFields = (messageCode: number | string, skipFlag: string) => ({
	'additionalFields.clientTxnId': form(
		'Client Txn ID',
		'body.clientTxnId',
		'ONBOARDING0001',
		noForm(LONGEST_ID, 'ORDER 1', 'ORDRÉ1', 'A'.repeat(101)),
		'',
		{ empty: MADE_UP },
	),
	'additionalFields.skipCustomerValidation': toggle(
		'Skip Customer Validation',
		`body.${skipFlag}`,
		true,
		undefined,
	),
	'providerQuirks.messageCodeType': choice(
		'Message Code Type',
		'body.messageCode',
		['documented', 'number', 'string'],
		{
			empty: { is: messageCode },
			arrives: (given) =>
				given === 'number' ? Number(messageCode) : given === 'string' ? String(messageCode) : messageCode,
		},
	),
	'providerQuirks.timeZone': choice('Time Zone', '', ['ist', 'utc'], {
		empty: { is: 330 },
		arrives: (given) => (given === 'utc' ? 0 : 330),
		arrived: ([{ body }]) => {
			const written = String((body as IDataObject).requestDateTime);
			const parts = /^(....)(..)(..)(..)(..)(..)$/.exec(written)?.slice(1).map(Number) ?? [];
			const [year, month, day, hour, minute, second] = parts;
			const minutes = (Date.UTC(year, month - 1, day, hour, minute, second) - Date.now()) / 60_000;
			return Math.round(minutes / 30) * 30 + 0;
		},
	}),
});

export const sendFields = {
	productId: wholeNumber('Product ID', 'body.productId', 1, { from: 0, to: 999_999_999, as: Number }),
	otpGenerationType: choice('OTP Generation Type', 'body.otp_generation_type', ['0', '1']),
};

export const address = (name: string, more: More = {}) =>
	email(`body.${name}`, { identifies: true, ...more });

/** Wibmo is a platform for India: the credential's default country code is 91. */
export const mobile = (name: string, more: More = {}) =>
	mobileWithCode('Mobile Number', `body.${name}`, NUMBERS_WITH_91, { identifies: true, ...more });

/** Wibmo documents no length; its samples have six digits. */
export const otp = (more: More = {}) => code('OTP', 'body.otp', 'digits only', DIGITS, more);

const MOBILE_FIELDS = ['cardHolderMobileNumber', 'mobileNumber'];

export const sendMobileField = (more: More = {}) =>
	nameOf('Mobile Field to Send', MOBILE_FIELDS, ({ body }) => body, more);

export const verifyMobileField = (more: More = {}) =>
	nameOf('Mobile Field to Verify', MOBILE_FIELDS, ({ body }) => body, {
		empty: { is: 'mobileNumber' },
		...more,
	});

const TOKEN = 'must be an encrypted token from Wibmo or from a Wibmo Encrypt Payload node';

export const token = (more: More = {}) =>
	matching(
		'Token',
		'body.token',
		'nhIOIj99bOLq3qAN7ncX3KXyg40cGOryjC9nPccCwilQ3RxU0LevSQ==',
		TOKEN,
		[
			...['{"messageCode":2080}', 'nhIOIj99bOLq3qAN7ncX3KXyg40cGOry-_8=', 'nhIOIj99', 'token'],
			...['nhIOIj99bOLq3qAN 7ncX3KXyg40cGOryjC9nPcc', 'AAAAAAAAAAAAAAAAAAAAAA===', '=AAAAAAAAAAAAAAAA'],
		],
		{ secret: 'madeToken', identifies: true, ...more },
	);
