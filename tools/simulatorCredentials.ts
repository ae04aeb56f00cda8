import { SIMULATOR_ACCOUNTS } from '../simulator';

const { hyperverge, wibmo, iserveu, capillary } = SIMULATOR_ACCOUNTS;

/** A credential as a user saves it. */
export interface CredentialData {
	/** As n8n names the first credential of a type, which the example workflows refer to. */
	name: string;
	data: Record<string, string>;
}

/** A credential of each type, by type, for the accounts of the simulator at this address. */
export function simulatorCredentials(url: string): Record<string, CredentialData> {
	const capillaryHost = { cluster: 'custom', customHost: `${url}/capillary` };
	return {
		wibmoApi: {
			name: 'Wibmo account',
			data: {
				...wibmo,
				cryptoBaseUrl: `${url}/wibmo`,
				operationsBaseUrl: `${url}/wibmo/uat/sbx`,
			},
		},
		iServeUApi: {
			name: 'iServeU account',
			data: { ...iserveu, baseUrl: `${url}/iserveu` },
		},
		capillaryTillApi: {
			name: 'Capillary Till account',
			data: {
				username: capillary.tillUsername,
				password: capillary.tillPassword,
				...capillaryHost,
			},
		},
		capillaryClientApi: {
			name: 'Capillary Client account',
			data: {
				key: capillary.clientKey,
				secret: capillary.clientSecret,
				...capillaryHost,
			},
		},
		hyperVergeApi: {
			name: 'HyperVerge account',
			data: { ...hyperverge, baseUrl: `${url}/hyperverge/v1` },
		},
	};
}
