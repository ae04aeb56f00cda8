import { createHash } from 'node:crypto';

import { SIMULATOR_ACCOUNTS } from '../../simulator';

const { hyperverge, iserveu, wibmo, capillary } = SIMULATOR_ACCOUNTS;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const till = `${capillary.tillUsername}:${md5(capillary.tillPassword)}`;

const HEADERS: Record<string, (path: string) => Record<string, unknown>> = {
	hyperVergeApi: () => hyperverge,
	iServeUApi: () => ({ client_id: iserveu.clientId, client_secret: iserveu.clientSecret }),
	// Encrypting and decrypting take no more than the key.
	wibmoApi: (path) => ({
		'x-api-key': wibmo.apiKey,
		...(!path.startsWith('/api/v2/') && {
			clientId: wibmo.clientId,
			bankId: wibmo.bankId,
			entityId: wibmo.entityId,
			secureCode: wibmo.secureCode,
			'X-Consumer-Custom-ID': wibmo.consumerId,
		}),
	}),
	capillaryTillApi: () => ({ Authorization: `Basic ${Buffer.from(till).toString('base64')}` }),
	capillaryClientApi: () => ({ 'X-CAP-API-OAUTH-TOKEN': /^./ }),
};

/** The headers with which a credential of the simulator signs a call, as the provider's page shows them. */
export const credentialHeaders = (credential: string, path: string) => HEADERS[credential](path);
