import { SIMULATOR_ACCOUNTS } from '../simulator';

const { hyperverge, wibmo, iserveu, capillary } = SIMULATOR_ACCOUNTS;

export interface CredentialData {
	/** As n8n names the first credential of a type, which the example workflows refer to. */
	name: string;
	data: Record<string, string>;
}

/** A credential of each type, by type, for the accounts of the simulator at this address. */
export function simulatorCredentials(url: string): Record<string, CredentialData> {
	return {
		hyperVergeApi: {
			name: 'HyperVerge account',
			data: {
				appId: hyperverge.appId,
				appKey: hyperverge.appKey,
				baseUrl: `${url}/hyperverge/v1`,
			},
		},
	};
}
