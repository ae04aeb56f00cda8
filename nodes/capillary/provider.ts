import { CapillaryClientApi } from '../../credentials/CapillaryClientApi.credentials';
import { CapillaryTillApi } from '../../credentials/CapillaryTillApi.credentials';
import { type Credential, type Provider, type ProviderRequest, readField } from '../engine';
import { addressOf, checkClient, checkTill, tillAuthentication, tokenOwner } from './credential';
import { authentication, CREDENTIAL_TYPES } from './fields';

/** Capillary's loyalty platform (Intouch). */
export const capillary: Provider = {
	name: 'capillary',
	displayName: 'Capillary',
	checkCredential(credential, type) {
		if (type === CREDENTIAL_TYPES.till) checkTill(credential);
		else checkClient(credential);
	},
	credentials: [new CapillaryTillApi(), new CapillaryClientApi()],
	credentialType: (parameters) =>
		CREDENTIAL_TYPES[readField({ field: authentication, path: authentication.property.name }, parameters)],
	secretsMadeOf: (credential) =>
		'password' in credential ? Object.values(tillAuthentication(credential)) : [],
	tokenOwner,
	secretAnswerKeys: ['accessToken', 'validation_code', 'validationCode'],
	categories: ['Communication', 'Marketing & Content'],
};

type Query = Readonly<Record<string, string | undefined>>;

function withoutUndefined(query: Query): Record<string, string> {
	return Object.fromEntries(
		Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}

/**
 * A request to Capillary. Fields that are `undefined` are omitted.
 *
 * @see https://docs.capillarytech.com/reference/apioverview
 */
export function capillaryRequest(
	credential: Credential,
	request: Pick<ProviderRequest, 'method' | 'path' | 'body' | 'effect'> & { query?: Query },
): ProviderRequest {
	return {
		...request,
		query: request.query && withoutUndefined(request.query),
		baseUrl: addressOf(credential),
		...(request.method === 'POST' && { headers: { 'Content-Type': 'application/json' } }),
	};
}
