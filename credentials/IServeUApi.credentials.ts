import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { allowPrivateHttpProperty, testRequestOptions, testRules, withCredential } from '../nodes/engine';
import { addressOf, checkCredential } from '../nodes/iserveu/credential';

export class IServeUApi implements ICredentialType {
	name = 'iServeUApi';

	displayName = 'iServeU API';

	icon = {
		light: 'file:../nodes/iserveu/iserveu.svg',
		dark: 'file:../nodes/iserveu/iserveu.dark.svg',
	} as const;

	documentationUrl = 'https://developer.iserveu.in/dmtlite-common-api/send-otp';

	properties: INodeProperties[] = [
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: "The 'client_id' that iServeU shared during integration",
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The 'client_secret' that iServeU shared during integration",
		},
		{
			displayName: 'Default Username',
			name: 'username',
			type: 'string',
			default: '',
			placeholder: 'e.g. agent-one',
			description: "The API user name for nodes whose own 'Username' is empty",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://apidev.iserveu.online',
			description:
				'The base URL of the API. The default is the development environment; ask iServeU for the production URL.',
		},
		{
			displayName: 'Path Prefix',
			name: 'pathPrefix',
			type: 'string',
			default: '/common/dmt-lite/unified',
			description:
				"The path between the base URL and the operation. Some production accounts omit 'unified'.",
		},
		allowPrivateHttpProperty,
	];

	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		checkCredential(credentials);
		return withCredential(requestOptions, addressOf(credentials), {
			client_id: String(credentials.clientId),
			client_secret: String(credentials.clientSecret),
		});
	};

	/** Get Customer with an impossible number: iServeU responds and sends nothing. */
	test: ICredentialTestRequest = {
		request: {
			url: '/customer/get-customer',
			method: 'POST',
			body: {
				mobileNumber: '0',
				username: '={{ $credentials.username || "credential-test" }}',
				latlong: '0,0',
				publicIP: '127.0.0.1',
			},
			...testRequestOptions,
		},
		rules: testRules(
			{
				refused:
					'iServeU did not accept the Client ID and Client Secret. Check that both belong to the environment of the Base URL.',
				denied:
					'iServeU denied access. Ask iServeU to enable the API for this client and to allow the IP address of this n8n instance.',
				elsewhere: 'The response did not come from the iServeU API. Check the Base URL and the Path Prefix.',
			},
			{ key: 'status', codeKeys: ['statusCode', 'status'] },
		),
	};
}
