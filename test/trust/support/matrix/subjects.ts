import { operationOf } from '../../../../tools/package';
import { OUTPUTS, type Kind } from '../../../contracts/contract';
import { bestOutput } from '../../../support/contracts';
import { scenario, SCENARIOS, type Scenario } from '../../../support/scenarios';

/**
 * Which of a node's calls the fault strikes: the one that the node is for, or a call that it needs
 * before or after it.
 */
export type Stage = 'call' | 'encrypt' | 'decrypt' | 'token';

/** A node with its settings, and the call of it that is struck. */
export interface Subject extends Scenario {
	/** As a person reads it. */
	title: string;
	provider: string;
	kind: Kind;
	stage: Stage;
	/** The field of the credential that holds the address of the struck call. */
	addressField: 'baseUrl' | 'customHost' | 'operationsBaseUrl' | 'cryptoBaseUrl';
	/** The end of the path of the struck call. */
	struckPath: string;
	/** The output that an item leaves through without a fault, and its outcome. */
	output: string;
	outcome: string;
}

const ADDRESS_FIELDS = {
	capillaryClientApi: 'customHost',
	capillaryTillApi: 'customHost',
	hyperVergeApi: 'baseUrl',
	iServeUApi: 'baseUrl',
	wibmoApi: 'operationsBaseUrl',
} as const;

/** The Encrypt and Decrypt APIs have an address of their own, and their nodes one output without a name. */
const CRYPTO = { addressField: 'cryptoBaseUrl', output: 'Output 0' } as const;

/** @param settings in which way the settings are not the usual ones */
function subject(given: Scenario, settings = ''): Subject {
	const { contract, credential, path } = given;
	const { kind, title: provider } = contract;
	// A code has been sent to the customer, and not been checked.
	const output = kind === 'customer' ? 'Created' : bestOutput(contract);
	return {
		...given,
		title: operationOf(contract.node).node.description.displayName + settings,
		provider,
		kind,
		stage: 'call',
		addressField: ADDRESS_FIELDS[credential],
		struckPath: path,
		output,
		outcome: OUTPUTS[kind].find(({ label }) => label === output)!.outcome,
		...((kind === 'encrypt' || kind === 'decrypt') && CRYPTO),
	};
}

/** Every node of the package, struck at the call that it is for. */
export const NODES: readonly Subject[] = SCENARIOS.filter(({ name, contract }) => name === contract.node).map(
	(given) => subject(given),
);

/** A node that makes nobody act until it is told to send a code. */
export const WITHOUT_CODE = subject(
	scenario('capillaryCheckPointsRedeemable', 'minimal'),
	', without a code',
);

const clients = ['capillaryGenerateOtp', 'capillaryValidateOtp'].map((node) =>
	subject(scenario(node, undefined, true), ', as an API client'),
);

/** Nodes with other settings, which must not change what a fault means. */
export const VARIANTS: readonly Subject[] = [
	{
		...subject(scenario('wibmoSendEmailOtp', 'with a token'), ', with an existing token'),
		before: scenario('wibmoEncryptPayload'),
	},
	...clients,
];

const otherCall = (of: Subject, call: string, more: Partial<Subject>): Subject => ({
	...of,
	title: `${of.title}: its ${call}`,
	...more,
});

/** A send and a verify operation; the other two make the same calls. */
const operations = ['wibmoSendEmailOtp', 'wibmoVerifyMobileOtp'].map((node) => subject(scenario(node)));

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
