import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import type { RecordedRequest } from '../../../simulator';
import type { savedCredentials } from '../../support/simulator';

/** Where a field of a credential arrives, and what it takes. Written by hand. */
export interface CredentialField {
	/** Whether the field takes a value. */
	takes: (value: unknown) => boolean;
	/** What arrived, from all requests of an item. */
	arrived: (requests: RecordedRequest[]) => unknown;
	/** What must arrive for a value that it takes. */
	expected: (value: unknown) => unknown;
	/** What is said where nothing is given, if it is not the credential alone that can give it. */
	saysWhenEmpty?: string;
	/** Other fields that it needs to count. */
	with?: IDataObject;
}

/** A credential under attack, and a node that uses it. */
export interface CredentialUnderAttack {
	type: Parameters<typeof savedCredentials>[0];
	node: string;
	parameters?: IDataObject;
	fields: Record<string, CredentialField>;
	/** Fields that hold an address; they are tried with addresses. */
	addresses: string[];
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const isLine = (value: unknown) =>
	text(value) !== '' && text(value).length <= 1000 && !/[\p{Cc}\p{Cs}]/u.test(text(value));

/** A header carries printable ASCII; a number is written as one. */
function isHeaderValue(value: unknown): boolean {
	if (typeof value === 'number') return Number.isSafeInteger(value);
	const bare = typeof value === 'string' ? value.replace(/^[ \t]+|[ \t]+$/g, '') : '';
	return bare !== '' && bare.length <= 4000 && [...bare].every((sign) => sign >= ' ' && sign <= '~');
}

const header = (name: string, call: string): CredentialField => ({
	takes: isHeaderValue,
	arrived: (requests) => requests.find(({ path }) => path.endsWith(call))?.headers[name],
	expected: (value) => String(value).trim(),
});

const basic = (username: string, password: string) =>
	`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
const md5 = (value: string) => createHash('md5').update(value).digest('hex');
const authorization = ([request]: RecordedRequest[]) => request?.headers.Authorization;

const bodyOf = (request?: RecordedRequest) => request?.body as IDataObject | undefined;

const inTokenRequest = (field: string): CredentialField => ({
	takes: isLine,
	arrived: (requests) => bodyOf(requests.find(({ path }) => path.endsWith('/token/generate')))?.[field],
	expected: (value) => value,
});

const PATH = /^\/{0,9}$|^\/{0,9}[A-Za-z0-9_-]{1,100}(\/[A-Za-z0-9_-]{1,100}){0,9}\/{0,9}$/;
/** A password that could be an MD5. */
const HEX = 'ABCDEF0123456789abcdef0123456789';
const OPERATION = '/sentOtpEmail';
const GENERATE = '/v2/otp/generate';

/** A header of Capillary that is left out where nothing is given. */
const optionalHeader = (name: string): CredentialField => ({
	takes: (value) => value === null || value === '' || isHeaderValue(value),
	arrived: (requests) => header(name, GENERATE).arrived(requests) ?? '',
	expected: (value) => String(value ?? '').trim(),
});

const toggle = (
	arrived: CredentialField['arrived'],
	expected: (isOn: boolean) => unknown,
	others?: IDataObject,
): CredentialField => ({
	takes: (value) => typeof value === 'boolean' || value === null,
	arrived,
	expected: (value) => expected(value === true),
	with: others,
});

/** Every credential of the package. Hidden fields are n8n's own to fill in. */
export const CREDENTIALS_UNDER_ATTACK: CredentialUnderAttack[] = [
	{
		type: 'hyperVergeApi',
		node: 'hyperVergeSendEmailOtp',
		addresses: ['baseUrl'],
		fields: {
			appId: header('appId', '/sendOTPEmail'),
			appKey: header('appKey', '/sendOTPEmail'),
		},
	},
	{
		type: 'iServeUApi',
		node: 'iServeUSendOtp',
		addresses: ['baseUrl'],
		fields: {
			clientId: header('client_id', '/otp/send'),
			clientSecret: header('client_secret', '/otp/send'),
			username: {
				takes: isLine,
				arrived: ([request]) => bodyOf(request)?.username,
				expected: text,
				saysWhenEmpty: "'Username' must be filled in",
			},
			pathPrefix: {
				takes: (value) => value === null || (typeof value === 'string' && PATH.test(value.trim())),
				arrived: ([request]) => request?.path,
				expected: (value) => {
					const inner = text(value).replace(/^\/+|\/+$/g, '');
					return `${inner === '' ? '' : `/${inner}`}/otp/send`;
				},
			},
		},
	},
	{
		type: 'wibmoApi',
		node: 'wibmoSendEmailOtp',
		addresses: ['cryptoBaseUrl', 'operationsBaseUrl'],
		fields: {
			apiKey: header('x-api-key', '/encrypt'),
			clientId: header('clientId', OPERATION),
			bankId: header('bankId', OPERATION),
			entityId: header('entityId', OPERATION),
			secureCode: header('secureCode', OPERATION),
			consumerId: header('X-Consumer-Custom-ID', OPERATION),
			clientHeadersOnCrypto: toggle(
				([request]) => request !== undefined && 'clientId' in request.headers,
				(isOn) => isOn,
			),
		},
	},
	{
		type: 'capillaryTillApi',
		node: 'capillaryGenerateOtp',
		addresses: ['cluster', 'customHost'],
		fields: {
			username: {
				takes: (value) => isLine(value) && !String(value).includes(':'),
				arrived: authorization,
				expected: (value) => basic(String(value), md5('simulator-till-password')),
			},
			password: {
				takes: isLine,
				arrived: authorization,
				expected: (value) => basic('simulator.till', md5(String(value))),
			},
			alreadyMd5: toggle(
				authorization,
				(isOn) => basic('simulator.till', isOn ? HEX.toLowerCase() : md5(HEX)),
				Object.fromEntries([['password', HEX]]),
			),
		},
	},
	{
		type: 'capillaryClientApi',
		node: 'capillaryGenerateOtp',
		parameters: { authentication: 'client' },
		addresses: ['cluster', 'customHost'],
		fields: {
			key: inTokenRequest('key'),
			secret: inTokenRequest('secret'),
			attributionType: {
				...optionalHeader('X-CAP-API-ATTRIBUTION-ENTITY-TYPE'),
				with: { attributionCode: 'till-1' },
			},
			attributionCode: {
				...header('X-CAP-API-ATTRIBUTION-ENTITY-CODE', GENERATE),
				with: { attributionType: 'TILL' },
			},
			organizationId: optionalHeader('X-CAP-EXT-ORGID'),
			parentOrganizationId: optionalHeader('X-CAP-EXT-ORGID-PARENT'),
			parentAccessToken: optionalHeader('X-CAP-API-OAUTH-TOKEN-PARENT'),
		},
	},
];
