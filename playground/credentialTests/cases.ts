import type { CredentialData } from '../../tools/simulatorCredentials';

/** A credential, and how its Test must end. */
export interface CredentialCase {
	type: string;
	/** What is wrong with the credential. */
	about: string;
	data: Record<string, string>;
	/** What the sentence of the test must say. */
	says: RegExp;
	passes: boolean;
}

/** How a credential of one type can be wrong. */
interface Mistakes {
	/** Every field that the provider checks, and the sentence about each. */
	secrets: string[];
	refused: RegExp;
	/** The field that holds the address. */
	address: string;
	elsewhere: RegExp;
}

const MISTAKES: Record<string, Mistakes> = {
	wibmoApi: {
		secrets: ['apiKey'],
		refused: /^Wibmo did not accept the API Key\./,
		address: 'cryptoBaseUrl',
		elsewhere: /^The response did not come from the Wibmo Encrypt API\./,
	},
	iServeUApi: {
		secrets: ['clientId', 'clientSecret'],
		refused: /^iServeU did not accept the Client ID and Client Secret\./,
		address: 'baseUrl',
		elsewhere: /^The response did not come from the iServeU API\./,
	},
	capillaryTillApi: {
		secrets: ['username', 'password'],
		refused: /^Capillary did not accept the till\./,
		address: 'customHost',
		elsewhere: /^The response did not come from the Capillary API\./,
	},
	capillaryClientApi: {
		secrets: ['key', 'secret'],
		refused: /^Capillary did not accept the API client\./,
		address: 'customHost',
		elsewhere: /^The response did not come from the Capillary API\./,
	},
	hyperVergeApi: {
		secrets: ['appId', 'appKey'],
		refused: /^HyperVerge did not accept the App ID and App Key\./,
		address: 'baseUrl',
		elsewhere: /^The response did not come from the HyperVerge API\./,
	},
};

/**
 * The right credential of each type, and every way to get it wrong.
 *
 * @param credentials the right credentials by type
 * @param website an address where there is a website instead of the API
 * @param noServer an address where no server listens
 */
export function credentialCases(
	credentials: Record<string, CredentialData>,
	website: string,
	noServer: string,
): CredentialCase[] {
	return Object.entries(credentials).flatMap(([type, { data }]) => {
		const { secrets, refused, address, elsewhere } = MISTAKES[type];
		const right = (about: string, change: Record<string, string>) => ({
			type,
			about,
			data: { ...data, ...change },
			says: /^Connection successful!$/,
			passes: true,
		});
		const wrong = (about: string, change: Record<string, string>, says: RegExp) => ({
			type,
			about,
			data: { ...data, ...change },
			says,
			passes: false,
		});
		return [
			right('right', {}),
			right('right, spaces around address', { [address]: ` ${data[address]}// ` }),
			...secrets.map((field) => wrong(`wrong ${field}`, { [field]: 'mistyped' }, refused)),
			wrong(`a website as ${address}`, { [address]: website }, elsewhere),
			wrong(`no server at ${address}`, { [address]: noServer }, /ECONNREFUSED|refused/),
		];
	});
}
