import type { IDataObject } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { execute } from '../../tools/engine';
import { ownHeaders } from '../support/samples';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** Looks a code up with a credential in which these fields differ, and gives the requests. */
async function requestsWith(type: 'capillaryTillApi' | 'capillaryClientApi', fields: IDataObject) {
	const saved = savedCredentials(type);
	Object.assign(saved[type], fields);
	const authentication = type === 'capillaryTillApi' ? 'till' : 'client';
	const parameters = { authentication, identifierValue: '919876543210' };
	await execute({ type: 'capillaryGetOtp', parameters }, [{}], saved);
	return simulator().requests();
}

it.each([
	['the password as a person types it', 'server123', false],
	['its MD5', '8a16a6b70505eb1f1ff7cdc0cd5559a7', true],
])('signs in as a till with %s, as in the documented example', async (_what, password, alreadyMd5) => {
	const fields = { username: 'store.server', password, alreadyMd5 };
	const [request] = await requestsWith('capillaryTillApi', fields);
	expect(ownHeaders(request)).toEqual({
		Accept: 'application/json',
		Authorization: 'Basic c3RvcmUuc2VydmVyOjhhMTZhNmI3MDUwNWViMWYxZmY3Y2RjMGNkNTU1OWE3',
	});
});

it.each<[what: string, fields: Record<string, string>, headers: Record<string, string>]>([
	[
		'with the attribution of a store',
		{ attributionType: 'STORE_CODE', attributionCode: 'store-7' },
		{
			'X-CAP-API-ATTRIBUTION-ENTITY-TYPE': 'STORE_CODE',
			'X-CAP-API-ATTRIBUTION-ENTITY-CODE': 'store-7',
		},
	],
	[
		'for a connected organization, with the token of its parent',
		{ organizationId: '100458', parentOrganizationId: '100123', parentAccessToken: 'token-of-the-parent' },
		{
			'X-CAP-EXT-ORGID': '100458',
			'X-CAP-EXT-ORGID-PARENT': '100123',
			'X-CAP-API-OAUTH-TOKEN-PARENT': 'token-of-the-parent',
		},
	],
	['for an organization alone', { organizationId: '100458' }, { 'X-CAP-EXT-ORGID': '100458' }],
	['for no organization', { organizationId: '', parentOrganizationId: '', parentAccessToken: '' }, {}],
])('signs in as an API client with a raw token %s', async (_what, fields, headers) => {
	const [token, request] = await requestsWith('capillaryClientApi', fields);
	const { clientKey: key, clientSecret: secret } = SIMULATOR_ACCOUNTS.capillary;
	expect(token).toMatchObject({ method: 'POST', path: '/v3/oauth/token/generate', body: { key, secret } });
	expect(Object.keys(ownHeaders(token)).filter((name) => name.startsWith('X-CAP'))).toEqual([]);
	expect(ownHeaders(request)).toEqual({
		Accept: 'application/json',
		'X-CAP-API-OAUTH-TOKEN': expect.stringMatching(/^[^ ]{10,}$/) as string,
		...headers,
	});
});
