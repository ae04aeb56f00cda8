import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { SavedCredentials } from '../../../tools/engine/credentials';
import { simulatorCredentials } from '../../../tools/simulatorCredentials';
import { CONTRACTS } from '../../contracts';
import type { Contract, Mark } from '../../contracts/contract';
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
type Marks = typeof MARKS;

/** The secrets of each credential, with signs that have to be escaped. */
const SECRETS: Record<string, Record<string, string>> = {
	wibmoApi: {
		apiKey: 'Marked/Api+Key=01&x',
		secureCode: 'MarkedSecureCode0123',
		consumerId: 'MARKED"CONSUMER<0123>',
	},
	iServeUApi: { clientSecret: 'Marked client/secret+"1"' },
	capillaryTillApi: { password: 'Märked\\till "pass"/+1' },
	capillaryClientApi: {
		key: 'MarkedClientKey9',
		secret: 'Marked&client/secret+9',
		parentAccessToken: 'MarkedParent/Token+9=',
	},
	hyperVergeApi: { appKey: "Marked'App/Key+%41" },
};

/** Credentials for a simulator, by type, whose every secret is marked. */
export function markedCredentials(simulatorUrl: string): SavedCredentials {
	const saved = Object.entries(simulatorCredentials(simulatorUrl));
	return Object.fromEntries(saved.map(([type, { data }]) => [type, { ...data, ...SECRETS[type] }]));
}

/** The secrets of a credential, and what its requests carry in their place. */
export function secretsOf(type: string, data: ICredentialDataDecryptedObject = SECRETS[type]): string[] {
	const secrets = Object.keys(SECRETS[type]).flatMap((name) => (data[name] as string | undefined) ?? []);
	return type === 'capillaryTillApi'
		? [...secrets, ...secrets.map((password) => createHash('md5').update(password).digest('hex'))]
		: secrets;
}

/** A call whose answer brings a token. */
export interface Call {
	path: string;
	body: IDataObject;
}

/** A node, parameters with marked values in them, and what must never be seen of them. */
export interface Marked {
	type: string;
	credential: string;
	parameters: INodeParameters;
	item: IDataObject;
	marks: Record<string, string>;
	before: Call[];
	/** The field that is what the node is for. */
	reveals?: string;
}

/** The calls before the one at this path; without one, before the call that decides. */
export function callsBefore({ before }: Marked, path = ''): Call[] {
	const position = before.findIndex((call) => path.endsWith(call.path));
	return position < 0 ? before : before.slice(0, position);
}

export function nameOf({ type, credential, parameters }: Marked): string {
	const isClient = credential === 'capillaryClientApi';
	return `${type}${isClient ? ' as an API client' : ''}${parameters.payload === undefined ? '' : ' with a token'}`;
}

/**
 * The parameters of a node, with other expressions for the fields of its item.
 *
 * @param write gives what stands in place of the expression that reads a field
 */
export function withExpressions(
	parameters: INodeParameters,
	write: (field: string) => string,
): INodeParameters {
	const written = JSON.stringify(parameters).replace(
		/={{ \$json\.(\w+)[^}]*}}/g,
		(_expression, field: string) => JSON.stringify(write(field)).slice(1, -1),
	);
	return JSON.parse(written) as INodeParameters;
}

type MarkedField = readonly [path: string, mark: Mark];

/** The fields whose value is shown only masked, or never, with the marked value that each is given. */
function markedFields({ fields }: Contract): MarkedField[] {
	return Object.entries(fields).flatMap(([path, { secret, recipient, with: parameters }]) => {
		const mark = secret ?? recipient;
		return mark === undefined || parameters !== undefined ? [] : [[path, mark] as const];
	});
}

/** What a node is given besides its minimal item. */
interface Others {
	parameters?: INodeParameters;
	fields?: readonly MarkedField[];
	reveals?: string;
}

/** Nodes whose minimal item shows less than they can. */
const OTHERS: Record<string, Others> = {
	wibmoEncryptPayload: {
		parameters: { messageCode: '2090' },
		fields: [
			['email', 'email'],
			['otp', 'code'],
		],
		reveals: 'token',
	},
	capillaryGenerateOtp: {
		parameters: {
			entityType: 'EMAIL',
			channels: { channel: ['EMAIL', 'SMS'].map((type) => ({ type, value: '' })) },
		},
		fields: [
			['entityValue', 'email'],
			['channels.channel[1].value', 'secondMobile'],
		],
	},
	capillaryCheckPointsRedeemable: { parameters: { issueOtp: true } },
};

/** Whether a call brings a value, which nobody knows before. */
export const brings = ({ body }: Call, value: string): boolean => JSON.stringify(body).includes(value);

/** Every node with each of its credentials, and with a token that was made before where it takes one. */
export function markedNodes(marks: Marks): Marked[] {
	/** A minimal item, of which some parameters are read from fields that nobody else has. */
	function marked(
		contract: Contract,
		{ parameters, fields = markedFields(contract), reveals }: Others = {},
		before: Call[] = [],
	): Marked {
		const own = fields.map(([, mark]) => [mark, marks[mark]] as const);
		const brought = Object.entries(marks).filter(([, value]) => before.some((call) => brings(call, value)));
		return {
			type: contract.node,
			credential: contract.credentials[0],
			parameters: fields.reduce<INodeParameters>(
				(given, [path, mark]) => withValue(given, path, `={{ $json.in_${mark} }}`),
				{ ...contract.samples.minimal.parameters, ...parameters },
			),
			item: Object.fromEntries(own.map(([mark, value]) => [`in_${mark}`, value])),
			marks: Object.fromEntries([...own, ...brought]),
			before,
			reveals,
		};
	}

	const data = { accessToken: marks.accessToken, ttlSeconds: 300 };
	const signIn = [{ path: '/token/generate', body: { data } }];

	return CONTRACTS.flatMap((contract) => {
		const { calls, credentials, node } = contract;
		const others = OTHERS[node];
		// The answers of Wibmo's calls before the one that decides.
		const tokens = [marks.madeToken, marks.sealedToken].map((token, index) => ({
			path: calls[index]?.split(' ')[1],
			body: { token },
		}));
		const ways = credentials.map((credential, index) => {
			const isClient = index > 0;
			const parameters = { ...(isClient && { authentication: 'client' }), ...others?.parameters };
			const before = contract.before ? tokens : isClient ? signIn : [];
			return { ...marked(contract, { ...others, parameters }, before), credential };
		});
		if (contract.before === undefined) return ways;
		const { parameters, ...sealed } = marked(contract, { fields: [['token', 'madeToken']] }, tokens.slice(1));
		return [...ways, { ...sealed, parameters: { payload: 'encrypted', token: parameters.token } }];
	});
}

export const MARKED = markedNodes(MARKS);
