import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	allowPrivateHttpProperty,
	defaultCountryCodeProperty,
	testRequestOptions,
	testRules,
	withCredential,
} from '../nodes/engine';
import {
	checkCredential,
	cryptoAddressOf,
	DEFAULT_COUNTRY_CODE,
	sendsClientHeadersOnCrypto,
} from '../nodes/wibmo/credential';

export class WibmoApi implements ICredentialType {
	name = 'wibmoApi';

	displayName = 'Wibmo API';

	icon = { light: 'file:../nodes/wibmo/wibmo.svg', dark: 'file:../nodes/wibmo/wibmo.dark.svg' } as const;

	documentationUrl = 'https://developer.wibmo.com/reference/prepaid-apis-introduction';

	properties: INodeProperties[] = [
		{
			displayName:
				'The credential test checks only the API Key and the Crypto Base URL. Wibmo checks the other values only when a message is sent, so double-check them.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The 'x-api-key' that Wibmo issued. Sandbox and production have different keys.",
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: "The 'clientId' that Wibmo issued",
		},
		{
			displayName: 'Bank ID',
			name: 'bankId',
			type: 'string',
			required: true,
			default: '',
			description: "The 'bankId' of the issuing bank",
		},
		{
			displayName: 'Entity ID',
			name: 'entityId',
			type: 'string',
			required: true,
			default: '100',
			description: "The 'entityId' of your branch or child corporate",
		},
		{
			displayName: 'Secure Code',
			name: 'secureCode',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The 'secureCode' that Wibmo shared with you separately",
		},
		{
			displayName: 'Consumer ID',
			name: 'consumerId',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The 'X-Consumer-Custom-ID' that Wibmo issued",
		},
		{
			displayName: 'Crypto Base URL',
			name: 'cryptoBaseUrl',
			type: 'string',
			required: true,
			default: 'https://payusandbox-kong.pc.enstage-sas.com',
			description:
				'The base URL of the Encrypt and Decrypt APIs. The default is the sandbox; ask Wibmo for the production URL.',
		},
		{
			displayName: 'Operations Base URL',
			name: 'operationsBaseUrl',
			type: 'string',
			required: true,
			default: 'https://payusandbox-kong.pc.enstage-sas.com/uat/sbx',
			description:
				'The base URL of the OTP operations, including any prefix before /api. The default is the sandbox; ask Wibmo for the production URL.',
		},
		{
			displayName: 'Client Headers on Crypto Calls',
			name: 'clientHeadersOnCrypto',
			type: 'boolean',
			default: false,
			description:
				'Whether to send all client headers to the Encrypt and Decrypt APIs too. Wibmo documents only the API key for them; turn this on if encrypting returns 1262, 1264, 1310 or 1311.',
		},
		defaultCountryCodeProperty(DEFAULT_COUNTRY_CODE),
		allowPrivateHttpProperty,
	];

	/** The crypto APIs take only the API key; the operations take all six headers. */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		checkCredential(credentials);
		const isCrypto = /\/api\/v2\/(encrypt|decrypt)$/.test(requestOptions.url);
		const clientHeaders = {
			clientId: String(credentials.clientId),
			bankId: String(credentials.bankId),
			entityId: String(credentials.entityId),
			secureCode: String(credentials.secureCode),
			'X-Consumer-Custom-ID': String(credentials.consumerId),
		};
		return withCredential(requestOptions, cryptoAddressOf(credentials), {
			'x-api-key': String(credentials.apiKey),
			...(isCrypto && !sendsClientHeadersOnCrypto(credentials) ? {} : clientHeaders),
		});
	};

	/**
	 * Encrypts a payload that is never sent, which checks the API key and the crypto base URL. Wibmo checks
	 * the other values only in operations, which would send a message.
	 */
	test: ICredentialTestRequest = {
		request: {
			url: '/api/v2/encrypt',
			method: 'POST',
			body: {
				messageCode: 2080,
				clientTxnId: 'CREDENTIALTEST',
				requestDateTime: '20250101000000',
				email: 'nobody@example.com',
				productId: 1,
				otp_generation_type: '0',
			},
			...testRequestOptions,
		},
		rules: testRules(
			{
				refused:
					'Wibmo did not accept the API Key. Check that it belongs to the environment of the Crypto Base URL.',
				denied: 'Wibmo denied access to the Encrypt API. Ask Wibmo to enable it for this API Key.',
				elsewhere:
					'The response did not come from the Wibmo Encrypt API. Check the Crypto Base URL, then the API Key.',
			},
			{ key: 'token' },
		),
	};
}
