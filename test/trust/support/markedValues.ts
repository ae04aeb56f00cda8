import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { SavedCredentials } from '../../../tools/engine/credentials';
import { VALID_ITEMS } from '../../support/validItems';
import { withValue } from './describedFields';

/** Values that occur nowhere else, so that whatever shows one of them has leaked it. */
export const MARKS = {
	email: 'marked.person+tag@example.com',
	secondEmail: 'second.marked@example.org',
	mobile: '9834567812',
	mobileWithCountry: '919834567812',
	secondMobile: '9723456781',
	code: '739184',
	shortCode: '5827',
	letterCode: 'QZ7K4M',
	ovdData: '481537926048',
	pid: 'TWFya2VkQmlvbWV0cmljQmxvY2s+Pz8/MTIzNDU2Nzg5MA==',
	account: '50218846371',
	madeToken: 'bWFya2VkTWFkZVRva2VuT2ZQYXlsb2FkMTIzNDU2Nzg5MA/+Ab==',
	sealedToken: 'c2VhbGVkTWFya2VkVG9rZW5PZkFuc3dlcjEyMzQ1Njc4OTA+/Cd==',
	accessToken: 'markedAccess/Token+With=Signs.0123456789',
};

/** A marked value of each kind. */
export type Marks = typeof MARKS;

/** Credentials whose every secret is marked, with signs that have to be escaped. */
export function markedCredentials(simulatorUrl: string): SavedCredentials {
	const custom = { cluster: 'custom', customHost: `${simulatorUrl}/capillary` };
	return {
		wibmoApi: {
			apiKey: 'Marked/Api+Key=01&x',
			clientId: '7001',
			bankId: '7002',
			entityId: '7003',
			secureCode: 'MarkedSecureCode0123',
			consumerId: 'MARKED"CONSUMER<0123>',
			cryptoBaseUrl: `${simulatorUrl}/wibmo`,
			operationsBaseUrl: `${simulatorUrl}/wibmo/uat/sbx`,
		},
		iServeUApi: {
			clientId: 'marked-client',
			clientSecret: 'Marked client/secret+"1"',
			username: 'agent',
			baseUrl: `${simulatorUrl}/iserveu`,
		},
		capillaryTillApi: { username: 'till.one', password: 'Märked\\till "pass"/+1', ...custom },
		capillaryClientApi: {
			key: 'MarkedClientKey9',
			secret: 'Marked&client/secret+9',
			parentAccessToken: 'MarkedParent/Token+9=',
			...custom,
		},
		hyperVergeApi: {
			appId: 'app',
			appKey: "Marked'App/Key+%41",
			baseUrl: `${simulatorUrl}/hyperverge/v1`,
		},
	};
}

/** The secrets of a credential, and what its requests carry in their place. */
export function secretsOf(type: string, data: ICredentialDataDecryptedObject): Record<string, string> {
	if (type === 'wibmoApi') {
		return {
			'API key': String(data.apiKey),
			'secure code': String(data.secureCode),
			'consumer ID': String(data.consumerId),
		};
	}
	if (type === 'iServeUApi') return { 'client secret': String(data.clientSecret) };
	if (type === 'hyperVergeApi') return { 'app key': String(data.appKey) };
	if (type === 'capillaryClientApi') {
		return {
			'client key': String(data.key),
			'client secret': String(data.secret),
			'access token': MARKS.accessToken,
			'access token of the parent': String(data.parentAccessToken),
		};
	}
	const password = String(data.password);
	return { password, 'MD5 of the password': createHash('md5').update(password).digest('hex') };
}

/** A node, parameters with marked values in them, and what must never be seen of them. */
export interface Marked {
	type: string;
	credential: string;
	parameters: INodeParameters;
	item: IDataObject;
	marks: Record<string, string>;
	/** The calls before the one that decides, and what they answer. */
	before?: Array<{ path: string; body: IDataObject }>;
	/** Marks that nobody knows before a call has brought them, and the path of that call. */
	broughtBy?: Record<string, string>;
	/** The field that is what the node is for. */
	reveals?: string;
}

export function nameOf({ type, credential, parameters }: Marked): string {
	const isClient = credential === 'capillaryClientApi';
	return `${type}${isClient ? ' as an API client' : ''}${parameters.payload === undefined ? '' : ' with a token'}`;
}

type Fields = Record<string, keyof Marks>;

/** Every node, and where it has several ways of working, each of them. */
export function markedNodes(marks: Marks): Marked[] {
	/** A valid item, of which some parameters are read from fields that nobody else has. */
	function marked(
		type: string,
		fields: Fields,
		others: INodeParameters = {},
		more: Partial<Marked> = {},
	): Marked {
		const { credential, values } = VALID_ITEMS[type];
		const names = Object.values(fields);
		return {
			type,
			credential,
			parameters: Object.entries(fields).reduce<INodeParameters>(
				(parameters, [path, name]) => withValue(parameters, path, `={{ $json.in_${name} }}`),
				{ ...values, ...others },
			),
			item: Object.fromEntries(names.map((name) => [`in_${name}`, marks[name]])),
			marks: Object.fromEntries(names.map((name) => [name, marks[name]])),
			...more,
		};
	}

	function wibmo(type: string, path: string, fields: Fields): Marked[] {
		const { madeToken, sealedToken } = marks;
		const encrypt = { path: '/api/v2/encrypt', body: { token: madeToken } };
		const operation = { path, body: { token: sealedToken } };
		const sealed = marked(type, fields, {}, { before: [encrypt, operation] });
		const token = marked(type, { token: 'madeToken' });
		return [
			{
				...sealed,
				marks: { ...sealed.marks, madeToken, sealedToken },
				broughtBy: { madeToken: encrypt.path, sealedToken: path },
			},
			{
				...token,
				parameters: { payload: 'encrypted', token: token.parameters.token },
				before: [operation],
				marks: { madeToken, sealedToken },
				broughtBy: { sealedToken: path },
			},
		];
	}

	function capillary(credential: 'capillaryTillApi' | 'capillaryClientApi'): Marked[] {
		const isTill = credential === 'capillaryTillApi';
		const authentication = isTill ? 'till' : 'client';
		const token = {
			path: '/token/generate',
			body: { data: { accessToken: marks.accessToken, ttlSeconds: 300 } },
		};
		const of = (type: string, fields: Fields, others: INodeParameters = {}) =>
			marked(
				type,
				fields,
				{ authentication, ...others },
				{ credential, ...(!isTill && { before: [token] }) },
			);
		const person: Fields = { identifierValue: 'mobileWithCountry' };
		return [
			of(
				'capillaryGenerateOtp',
				{ entityValue: 'email', 'channels.channel[1].value': 'secondMobile' },
				{
					entityType: 'EMAIL',
					channels: {
						channel: [
							{ type: 'EMAIL', value: '' },
							{ type: 'SMS', value: '' },
						],
					},
				},
			),
			of('capillaryValidateOtp', { entityValue: 'mobileWithCountry', code: 'letterCode' }),
			of('capillaryGetOtp', person),
			of('capillaryCheckPointsRedeemable', person, { issueOtp: true }),
			of('capillaryRedeemPoints', { ...person, validationCode: 'shortCode' }),
			of('capillaryRedeemCoupon', { ...person, validationCode: 'letterCode' }),
		];
	}

	return [
		marked('hyperVergeSendEmailOtp', { email: 'email' }),
		marked('hyperVergeVerifyEmailOtp', { otp: 'code', 'additionalFields.email': 'email' }),
		marked('hyperVergeRetryEmailOtp', {}),
		marked('hyperVergeSendMobileOtp', { mobileNumber: 'mobile' }),
		marked('hyperVergeResendMobileOtp', { mobileNumber: 'mobile' }),
		marked('hyperVergeVerifyMobileOtp', { mobileNumber: 'mobile', otp: 'shortCode' }),
		marked('iServeUSendOtp', {
			customerMobileNumber: 'mobile',
			ovdData: 'ovdData',
			'additionalFields.pid': 'pid',
			'additionalFields.email': 'secondEmail',
		}),
		marked('iServeUProcessCustomer', {
			mobileNumber: 'mobile',
			otp: 'code',
			'additionalFields.ovdData': 'ovdData',
		}),
		marked('iServeUVerifyBeneficiary', {
			customerMobileNumber: 'mobile',
			beneMobileNumber: 'secondMobile',
			otp: 'code',
			accountNumber: 'account',
		}),
		marked('iServeUGetCustomer', { mobileNumber: 'mobile' }),
		...wibmo('wibmoSendEmailOtp', '/sentOtpEmail', { email: 'email' }),
		...wibmo('wibmoSendMobileOtp', '/sentOtpMobile', { mobileNumber: 'mobileWithCountry' }),
		...wibmo('wibmoVerifyEmailOtp', '/verifyEmailOtp', { email: 'email', otp: 'code' }),
		...wibmo('wibmoVerifyMobileOtp', '/verifyMobileOtp', { mobileNumber: 'mobileWithCountry', otp: 'code' }),
		marked(
			'wibmoEncryptPayload',
			{ email: 'email', otp: 'code' },
			{ messageCode: '2090' },
			{ reveals: 'token' },
		),
		marked('wibmoDecryptPayload', { token: 'sealedToken' }),
		...capillary('capillaryTillApi'),
		...capillary('capillaryClientApi'),
	];
}

export const MARKED = markedNodes(MARKS);
