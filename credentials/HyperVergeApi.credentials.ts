import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { allowPrivateHttpProperty, testRequestOptions, testRules, withCredential } from '../nodes/engine';
import { addressOf, checkCredential } from '../nodes/hyperverge/credential';

export class HyperVergeApi implements ICredentialType {
	name = 'hyperVergeApi';

	displayName = 'HyperVerge API';

	icon = {
		light: 'file:../nodes/hyperverge/hyperverge.svg',
		dark: 'file:../nodes/hyperverge/hyperverge.dark.svg',
	} as const;

	documentationUrl =
		'https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api';

	properties: INodeProperties[] = [
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			required: true,
			default: '',
			description: "The 'appId' from the credentials tab of your HyperVerge dashboard",
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "The 'appKey' from the credentials tab of your HyperVerge dashboard",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://ind-engine.thomas.hyperverge.co/v1',
			description: 'The base URL of the API, including its version. The default is for India.',
		},
		allowPrivateHttpProperty,
	];

	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		checkCredential(credentials);
		return withCredential(requestOptions, addressOf(credentials), {
			appId: String(credentials.appId),
			appKey: String(credentials.appKey),
		});
	};

	/**
	 * A send request without a recipient and with an invalid length: HyperVerge checks the credentials,
	 * refuses the request (400) and sends nothing.
	 */
	test: ICredentialTestRequest = {
		request: {
			url: '/sendOTPEmail',
			method: 'POST',
			headers: { transactionId: 'credential-test' },
			body: { otpLength: '0' },
			...testRequestOptions,
		},
		rules: testRules(
			{
				refused:
					'HyperVerge did not accept the App ID and App Key. Compare both with the credentials tab of your dashboard.',
				denied: 'HyperVerge denied access. Ask HyperVerge to enable the OTP APIs for this App ID.',
				elsewhere: 'The response did not come from the HyperVerge API. Check the Base URL.',
			},
			{ key: 'status', codeKeys: ['statusCode', 'status'] },
		),
	};
}
