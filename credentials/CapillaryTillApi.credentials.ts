import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { commonProperties } from '../nodes/capillary/cluster';
import { addressOf, checkTill, tillAuthentication } from '../nodes/capillary/credential';
import { testRequestOptions, testRules, withCredential } from '../nodes/engine';

export class CapillaryTillApi implements ICredentialType {
	name = 'capillaryTillApi';

	displayName = 'Capillary Till API';

	icon = {
		light: 'file:../nodes/capillary/capillary.svg',
		dark: 'file:../nodes/capillary/capillary.dark.svg',
	} as const;

	documentationUrl = 'https://docs.capillarytech.com/reference/basic-authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Till User Name',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. store.till1',
			description: 'The user name to sign in at the till',
		},
		{
			displayName: 'Till Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The till password. Sent as an MD5 hash, which is computed for you.',
		},
		{
			displayName: 'Password Is Already MD5',
			name: 'alreadyMd5',
			type: 'boolean',
			default: false,
			description: 'Whether the password above is already an MD5 hash of 32 hexadecimal characters',
		},
		...commonProperties,
	];

	/** @see https://docs.capillarytech.com/reference/basic-authentication */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		checkTill(credentials);
		const { basic } = tillAuthentication(credentials);
		return withCredential(requestOptions, addressOf(credentials), { Authorization: `Basic ${basic}` });
	};

	/** Get OTP without a customer: Capillary refuses the request and sends nothing. */
	test: ICredentialTestRequest = {
		request: {
			url: '/v2/otp',
			headers: { Accept: 'application/json' },
			...testRequestOptions,
		},
		rules: testRules(
			{
				refused: 'Capillary did not accept the till. Check the user name, password and cluster.',
				denied: "Capillary denied access. Ask Capillary to grant the till READ access to the 'OTP' resource.",
				elsewhere:
					'The response did not come from the Capillary API. Check the Cluster or Custom Host, then the user name and password.',
			},
			{ key: 'errors', codeKeys: ['errors[0].code'], codes: { 4000: 'denied' } },
		),
	};
}
