import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { commonProperties } from '../nodes/capillary/cluster';
import {
	addressOf,
	checkClient,
	connectedOrganizationHeaders,
	tokenOwner,
} from '../nodes/capillary/credential';
import { readToken } from '../nodes/capillary/token';
import {
	testRequestOptions,
	checkTokenOwner,
	type FaultKind,
	isFault,
	noAccessToken,
	refuseRenewal,
	storedToken,
	testRules,
	withCredential,
} from '../nodes/engine';

const TEXTS = {
	refused: 'Capillary did not accept the API client. Check the Client Key, Client Secret and Cluster.',
	denied: "Capillary denied access. Ask Capillary to grant the API client READ access to the 'OTP' resource.",
	elsewhere: 'The response did not come from the Capillary API. Check the Cluster or Custom Host.',
	noToken: 'Capillary did not issue an access token. Check the Client Key, Client Secret and Cluster.',
};

/** Credential test messages for faults that `noToken` does not describe. */
const TEXT_OF_FAULT: Partial<Record<FaultKind, string>> = {
	credentialsRefused: TEXTS.refused,
	misaddressed: TEXTS.elsewhere,
	redirected: TEXTS.elsewhere,
};

export class CapillaryClientApi implements ICredentialType {
	name = 'capillaryClientApi';

	displayName = 'Capillary Client API';

	icon = {
		light: 'file:../nodes/capillary/capillary.svg',
		dark: 'file:../nodes/capillary/capillary.dark.svg',
	} as const;

	documentationUrl = 'https://docs.capillarytech.com/reference/oauth';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Renew At',
			name: 'renewAt',
			type: 'hidden',
			default: 0,
		},
		{
			displayName: 'Issued To',
			name: 'issuedTo',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Client Key',
			name: 'key',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The 'key' of an API client of your Capillary organization",
		},
		{
			displayName: 'Client Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The 'secret' of the same API client",
		},
		...commonProperties,
		{
			displayName: 'Attribution Type',
			name: 'attributionType',
			type: 'options',
			options: [
				{ name: 'None', value: '', description: 'The till assigned to the client key' },
				{ name: 'Store Code', value: 'STORE_CODE' },
				{ name: 'Store External ID', value: 'STORE_EXTERNAL_ID' },
				{ name: 'Store External ID 1', value: 'STORE_EXTERNAL_ID_1' },
				{ name: 'Store External ID 2', value: 'STORE_EXTERNAL_ID_2' },
				{ name: 'Store Name', value: 'STORE_NAME' },
				{ name: 'Till', value: 'TILL' },
			],
			default: '',
			description: 'The till or store that requests are attributed to',
		},
		{
			displayName: 'Attribution Code',
			name: 'attributionCode',
			type: 'string',
			required: true,
			default: '',
			description: 'The code, name or ID of that till or store',
			// n8n omits fields that have their default, so a `hide` rule for '' would not match.
			displayOptions: {
				show: {
					attributionType: [
						'STORE_CODE',
						'STORE_EXTERNAL_ID',
						'STORE_EXTERNAL_ID_1',
						'STORE_EXTERNAL_ID_2',
						'STORE_NAME',
						'TILL',
					],
				},
			},
		},
		{
			displayName: 'Organization ID',
			name: 'organizationId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 100458',
			description: 'For connected organizations only: the organization that requests are made for',
		},
		{
			displayName: 'Parent Organization ID',
			name: 'parentOrganizationId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 100123',
			description: 'For connected organizations only: the parent of that organization',
		},
		{
			displayName: 'Parent Access Token',
			name: 'parentAccessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For connected organizations only: an access token of the parent organization. It is sent unchanged and never renewed.',
		},
	];

	/**
	 * Fetches an access token. n8n calls this when the credential has none, and stores the result.
	 *
	 * @throws Error if Capillary issues no token
	 * @see https://docs.capillarytech.com/reference/oauth
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		checkClient(credentials);
		const { statusCode, body } = (await this.helpers.httpRequest({
			method: 'POST',
			url: `${addressOf(credentials)}/v3/oauth/token/generate`,
			body: { key: credentials.key, secret: credentials.secret },
			json: true,
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 30_000,
		})) as { statusCode: number; body: string };
		const read = readToken(statusCode, body);
		if (isFault(read)) throw noAccessToken(credentials, TEXT_OF_FAULT[read.fault] ?? TEXTS.noToken, read);
		const renewAt = Date.now() + read.trustSeconds * 1000;
		return storedToken({ tokenOwner }, credentials, read.accessToken, renewAt);
	}

	/** @see https://docs.capillarytech.com/reference/oauth */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		checkClient(credentials);
		checkTokenOwner({ tokenOwner }, credentials);
		refuseRenewal(requestOptions);
		const attributionType = String(credentials.attributionType ?? '');
		return withCredential(requestOptions, addressOf(credentials), {
			'X-CAP-API-OAUTH-TOKEN': String(credentials.accessToken),
			...(attributionType !== '' && {
				'X-CAP-API-ATTRIBUTION-ENTITY-TYPE': attributionType,
				'X-CAP-API-ATTRIBUTION-ENTITY-CODE': String(credentials.attributionCode),
			}),
			...connectedOrganizationHeaders(credentials),
		});
	};

	/** Get OTP without a customer: Capillary refuses the request and sends nothing. */
	test: ICredentialTestRequest = {
		request: {
			url: '/v2/otp',
			headers: { Accept: 'application/json' },
			...testRequestOptions,
		},
		rules: testRules(TEXTS, { key: 'errors', codeKeys: ['errors[0].code'], codes: { 4000: 'denied' } }),
	};
}
