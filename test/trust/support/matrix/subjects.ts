import type { INodeParameters } from 'n8n-workflow';

import { operationOf } from '../../../../tools/package';
import { contractOf, minimalOf } from '../../../contracts';
import { OUTPUTS, type CredentialType, type Kind } from '../../../contracts/contract';
import { actingPath, bestOutput } from '../../../support/contracts';
import { JOURNEYS } from '../../../support/scenarios';
import { ACTING_NODES, emailOf, OTHER_ASKING_NODES, type ActingNode } from '../actingNodes';

/**
 * Which of a node's calls the fault strikes: the one that the node is for, or a call that it needs
 * before or after it.
 */
export type Stage = 'call' | 'encrypt' | 'decrypt' | 'token';

/** A node with its settings, and the call of it that is struck. */
export interface Subject {
	/** As a person reads it. */
	title: string;
	type: string;
	parameters: INodeParameters;
	/** The node that has to run first, which makes a code or a token for each item. */
	before?: ActingNode['before'];
	provider: string;
	kind: Kind;
	stage: Stage;
	credential: CredentialType;
	/** The field of the credential that holds the address of the struck call. */
	addressField: 'baseUrl' | 'customHost' | 'operationsBaseUrl' | 'cryptoBaseUrl';
	/** How the provider writes the address of a person, by number. */
	address: ActingNode['address'];
	/** The end of the path of the call that the node is for. */
	path: string;
	/** The end of the path of the struck call. */
	struckPath: string;
	/** The output that an item leaves through without a fault, and its outcome. */
	output: string;
	outcome: string;
	/** Whether the provider acts on the call: a message goes out, an attempt counts, points move. */
	acts: boolean;
	/** Whether a message goes out. */
	sends: boolean;
}

const ADDRESS_FIELDS = {
	capillaryClientApi: 'customHost',
	capillaryTillApi: 'customHost',
	hyperVergeApi: 'baseUrl',
	iServeUApi: 'baseUrl',
	wibmoApi: 'operationsBaseUrl',
} as const;

/** @param particular what the contract of the node does not say */
function subject(particular: Pick<Subject, 'type' | 'parameters'> & Partial<Subject>): Subject {
	const contract = contractOf(particular.type);
	const { kind, title: provider } = contract;
	const [credential] = contract.credentials;
	const path = actingPath(contract);
	const output = bestOutput(contract);
	return {
		title: operationOf(contract.node).node.description.displayName,
		provider,
		kind,
		stage: 'call',
		credential,
		addressField: ADDRESS_FIELDS[particular.credential ?? credential],
		address: emailOf,
		path,
		struckPath: path,
		output,
		outcome: OUTPUTS[kind].find(({ label }) => label === output)!.outcome,
		acts: false,
		sends: false,
		...particular,
	};
}

function acting(name: string, more: Partial<Subject> = {}): Subject {
	const { node, credential, before, address, sends } = ACTING_NODES[name];
	return subject({ ...node, credential, before, address, acts: true, sends, ...more });
}

const CHECK = 'Capillary: check points, with a code';
/** The same nodes as those of other journeys. */
const AGAIN = /^(iServeU transaction: send|Capillary with an API client)/;

/** The Encrypt and Decrypt APIs have an address of their own, and their nodes one output without a name. */
const CRYPTO = { addressField: 'cryptoBaseUrl', output: 'Output 0' } as const;
const ENCRYPT = {
	type: 'wibmoEncryptPayload',
	parameters: { messageCode: '2080', email: '={{ $json.to }}' },
};
const token = '={{ $json.token }}';

const asking: Subject[] = [
	subject({ ...CRYPTO, ...ENCRYPT }),
	subject({ ...CRYPTO, type: 'wibmoDecryptPayload', parameters: { token }, before: ENCRYPT }),
	subject({
		type: 'iServeUGetCustomer',
		parameters: { ...minimalOf('iServeUGetCustomer'), mobileNumber: '={{ $json.to }}' },
		before: JOURNEYS.iServeU.send,
		address: ACTING_NODES['iServeU: send'].address,
		output: 'Created',
	}),
	subject({
		type: 'capillaryGetOtp',
		parameters: { identifierName: 'email', identifierValue: '={{ $json.to }}' },
		before: JOURNEYS['Capillary with a till'].send,
	}),
	...Object.values(OTHER_ASKING_NODES).map(({ node, address, best }) =>
		subject({ ...node, address, output: best }),
	),
];

/** Every node of the package, struck at the call that it is for. */
export const NODES: readonly Subject[] = [
	...Object.keys(ACTING_NODES)
		.filter((name) => !AGAIN.test(name))
		.map((name) => acting(name)),
	...asking,
];

/** A node that makes nobody act until it is told to send a code. */
export const WITHOUT_CODE: Subject = acting(CHECK, {
	title: 'Capillary Check Points Redeemable, without a code',
	parameters: { ...ACTING_NODES[CHECK].node.parameters, issueOtp: false },
	acts: false,
	sends: false,
});

const clients = (['send', 'verify'] as const).map((step) => {
	const usual = acting(`Capillary with an API client: ${step}`);
	return { ...usual, title: `${usual.title}, as an API client` };
});

/** Nodes with other settings, which must not change what a fault means. */
export const VARIANTS: readonly Subject[] = [
	acting('Wibmo: send', {
		title: 'Wibmo Send Email OTP, with an existing token',
		parameters: { payload: 'encrypted', token },
		before: ENCRYPT,
	}),
	...clients,
];

const otherCall = (of: Subject, call: string, more: Partial<Subject>): Subject => ({
	...of,
	title: `${of.title}: its ${call}`,
	...more,
});

/** A send and a verify operation; the other two make the same calls. */
const operations = ['Wibmo: send', 'Wibmo by mobile: verify'].map((name) => acting(name));

/** The calls that a node makes before or after the one that it is for. */
export const OTHER_CALLS: readonly Subject[] = [
	...(['encrypt', 'decrypt'] as const).flatMap((stage) =>
		operations.map((operation) =>
			otherCall(operation, `${stage} call`, {
				stage,
				addressField: 'cryptoBaseUrl',
				struckPath: `/api/v2/${stage}`,
			}),
		),
	),
	...clients.map((client) =>
		otherCall(client, 'access token', { stage: 'token', struckPath: '/v3/oauth/token/generate' }),
	),
];
