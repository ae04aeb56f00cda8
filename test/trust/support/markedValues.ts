import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { SavedCredentials } from '../../../tools/engine/credentials';
import { CONTRACTS, contractOf } from '../../contracts';
import type { Contract, CredentialType, Mark } from '../../contracts/contract';
import { withValue } from '../../contracts/paths';

/** Values that occur nowhere else, so that whatever shows one of them has leaked it. */
export const MARKS = {
	email: 'marked.person+tag@example.com',
	secondEmail: 'second.marked@example.org',
	mobile: '9834567812',
	mobileWithCountry: '919834567812',
	secondMobile: '9723456781',
	code: '739184',
	shortCode: '5827',
	letterCode: 'QZ7K4M',
	ovdData: '481537926048',
	pid: 'TWFya2VkQmlvbWV0cmljQmxvY2s+Pz8/MTIzNDU2Nzg5MA==',
	account: '50218846371',
	madeToken: 'bWFya2VkTWFkZVRva2VuT2ZQYXlsb2FkMTIzNDU2Nzg5MA/+Ab==',
	sealedToken: 'c2VhbGVkTWFya2VkVG9rZW5PZkFuc3dlcjEyMzQ1Njc4OTA+/Cd==',
	accessToken: 'markedAccess/Token+With=Signs.0123456789',
};

/** A marked value of each kind. */
export type Marks = typeof MARKS;

/** Credentials whose every secret is marked, with signs that have to be escaped. */
export function markedCredentials(simulatorUrl: string): SavedCredentials {
	const custom = { cluster: 'custom', customHost: `${simulatorUrl}/capillary` };
	return {
		wibmoApi: {
			apiKey: 'Marked/Api+Key=01&x',
			clientId: '7001',
			bankId: '7002',
			entityId: '7003',
			secureCode: 'MarkedSecureCode0123',
			consumerId: 'MARKED"CONSUMER<0123>',
			cryptoBaseUrl: `${simulatorUrl}/wibmo`,
			operationsBaseUrl: `${simulatorUrl}/wibmo/uat/sbx`,
		},
		iServeUApi: {
			clientId: 'marked-client',
			clientSecret: 'Marked client/secret+"1"',
			username: 'agent',
			baseUrl: `${simulatorUrl}/iserveu`,
		},
		capillaryTillApi: { username: 'till.one', password: 'Märked\\till "pass"/+1', ...custom },
		capillaryClientApi: {
			key: 'MarkedClientKey9',
			secret: 'Marked&client/secret+9',
			parentAccessToken: 'MarkedParent/Token+9=',
			...custom,
		},
		hyperVergeApi: {
			appId: 'app',
			appKey: "Marked'App/Key+%41",
			baseUrl: `${simulatorUrl}/hyperverge/v1`,
		},
	};
}

/** The secrets of a credential, and what its requests carry in their place. */
export function secretsOf(type: string, data: ICredentialDataDecryptedObject): Record<string, string> {
	if (type === 'wibmoApi') {
		return {
			'API key': String(data.apiKey),
			'secure code': String(data.secureCode),
			'consumer ID': String(data.consumerId),
		};
	}
	if (type === 'iServeUApi') return { 'client secret': String(data.clientSecret) };
	if (type === 'hyperVergeApi') return { 'app key': String(data.appKey) };
	if (type === 'capillaryClientApi') {
		return {
			'client key': String(data.key),
			'client secret': String(data.secret),
			'access token': MARKS.accessToken,
			'access token of the parent': String(data.parentAccessToken),
		};
	}
	const password = String(data.password);
	return { password, 'MD5 of the password': createHash('md5').update(password).digest('hex') };
}

/** A node, parameters with marked values in them, and what must never be seen of them. */
export interface Marked {
	type: string;
	credential: string;
	parameters: INodeParameters;
	item: IDataObject;
	marks: Record<string, string>;
	/** The calls before the one that decides, and what they answer. */
	before?: Array<{ path: string; body: IDataObject }>;
	/** Marks that nobody knows before a call has brought them, and the path of that call. */
	broughtBy?: Record<string, string>;
	/** The field that is what the node is for. */
	reveals?: string;
}

export function nameOf({ type, credential, parameters }: Marked): string {
	const isClient = credential === 'capillaryClientApi';
	return `${type}${isClient ? ' as an API client' : ''}${parameters.payload === undefined ? '' : ' with a token'}`;
}

/** The fields whose value is shown only masked, or never, with the marked value that each is given. */
function markedFields({ fields }: Contract): Array<[path: string, mark: Mark]> {
	return Object.entries(fields).flatMap(([path, { secret, recipient, with: parameters }]) => {
		const mark = secret ?? recipient;
		return mark === undefined || parameters !== undefined ? [] : [[path, mark] as [string, Mark]];
	});
}

/** Every node, and where it has several ways of working, each of them. */
export function markedNodes(marks: Marks): Marked[] {
	/** A minimal item, of which some parameters are read from fields that nobody else has. */
	function marked(
		contract: Contract,
		fields: ReadonlyArray<readonly [path: string, mark: Mark]>,
		others: INodeParameters = {},
	): Marked {
		const { node, credentials, samples } = contract;
		const names = fields.map(([, mark]) => mark);
		return {
			type: node,
			credential: credentials[0],
			parameters: fields.reduce<INodeParameters>(
				(parameters, [path, mark]) => withValue(parameters, path, `={{ $json.in_${mark} }}`),
				{ ...samples.minimal.parameters, ...others },
			),
			item: Object.fromEntries(names.map((name) => [`in_${name}`, marks[name]])),
			marks: Object.fromEntries(names.map((name) => [name, marks[name]])),
		};
	}

	/** An operation of Wibmo, with a payload that the node encrypts, and with a token that was made before. */
	function sealed(contract: Contract): Marked[] {
		const { madeToken, sealedToken } = marks;
		const path = contract.calls[1].split(' ')[1];
		const encrypt = { path: '/api/v2/encrypt', body: { token: madeToken } };
		const operation = { path, body: { token: sealedToken } };
		const fromFields = marked(contract, markedFields(contract));
		const token = marked(contract, [['token', 'madeToken']]);
		return [
			{
				...fromFields,
				before: [encrypt, operation],
				marks: { ...fromFields.marks, madeToken, sealedToken },
				broughtBy: { madeToken: encrypt.path, sealedToken: path },
			},
			{
				...token,
				parameters: { payload: 'encrypted', token: token.parameters.token },
				before: [operation],
				marks: { madeToken, sealedToken },
				broughtBy: { sealedToken: path },
			},
		];
	}

	/** A node that a till or an API client signs in to. */
	function capillary(contract: Contract, credential: CredentialType): Marked {
		const isTill = credential === 'capillaryTillApi';
		const token = { data: { accessToken: marks.accessToken, ttlSeconds: 300 } };
		const { parameters, fields } = OTHERS[contract.node] ?? {};
		return {
			...marked(contract, fields ?? markedFields(contract), {
				authentication: isTill ? 'till' : 'client',
				...parameters,
			}),
			credential,
			...(!isTill && { before: [{ path: '/token/generate', body: token }] }),
		};
	}

	const encrypting = contractOf('wibmoEncryptPayload');
	const particular: Record<string, Marked> = {
		wibmoEncryptPayload: {
			...marked(
				encrypting,
				[
					['email', 'email'],
					['otp', 'code'],
				],
				{ messageCode: '2090' },
			),
			reveals: 'token',
		},
	};
	return CONTRACTS.flatMap((contract) => {
		if (contract.provider === 'capillary') {
			return contract.credentials.map((credential) => capillary(contract, credential));
		}
		if (contract.before !== undefined) return sealed(contract);
		return particular[contract.node] ?? marked(contract, markedFields(contract));
	});
}

/** Nodes whose minimal item shows less than they can. */
const OTHERS: Record<string, { parameters: INodeParameters; fields?: Array<[string, Mark]> }> = {
	capillaryGenerateOtp: {
		parameters: {
			entityType: 'EMAIL',
			channels: {
				channel: [
					{ type: 'EMAIL', value: '' },
					{ type: 'SMS', value: '' },
				],
			},
		},
		fields: [
			['entityValue', 'email'],
			['channels.channel[1].value', 'secondMobile'],
		],
	},
	capillaryCheckPointsRedeemable: { parameters: { issueOtp: true } },
};

export const MARKED = markedNodes(MARKS);
