import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CONTRACTS, contractOf } from '../contracts';
import type { Contract, CredentialType, Field, Mark, Sample } from '../contracts/contract';
import { valueAt, withValue } from '../contracts/paths';

export interface Step {
	type: string;
	parameters: INodeParameters;
}

/** A node as a sample of its contract has it, which reads from the item what differs between people. */
export interface Scenario {
	/** The node's type, with the sample where it is not the usual one, and the credential where there are two. */
	name: string;
	contract: Contract;
	credential: CredentialType;
	node: Step;
	/** The node that has to run first, which sends the code or makes the token. */
	before?: Scenario;
	/** How the provider writes the address of a person, by number. */
	recipient: (person: number) => string;
	/** The path of the call that makes the provider act, or of the only one that there is. */
	path: string;
	/** Whether the provider acts: a message goes out, an attempt counts, points move. */
	acts: boolean;
	/** Whether a message goes out. */
	sends: boolean;
}

const mobile = (person: number) => `98${1_000_000 + person}1`;

/** Addresses that the simulator knows, and of which none is part of another. */
const RECIPIENTS: Partial<Record<Mark, Scenario['recipient']>> = {
	email: (person) => `person-${person}-@example.com`,
	mobile,
	mobileWithCountry: (person) => `91${mobile(person)}`,
};

/** The member of the item that a field is read from, by the kind of its value. */
const MEMBERS: Partial<Record<Mark, string>> = {
	...{ email: 'to', mobile: 'to', mobileWithCountry: 'to' },
	...{ code: 'code', shortCode: 'code', letterCode: 'code', madeToken: 'token', sealedToken: 'token' },
};

const markOf = ({ recipient, secret }: Field): Mark | undefined => recipient ?? secret;

function read({ fields, follows }: Contract, { parameters, reference }: Sample): INodeParameters {
	const members = [
		...Object.entries(fields).map(([path, field]) => [path, MEMBERS[markOf(field) ?? 'pid']] as const),
		// The identifiers that the node before has made or was given.
		...(follows === undefined ? [] : Object.keys(reference).map((name) => [name, name] as const)),
	];
	return members
		.filter(([path, member]) => member !== undefined && valueAt(parameters, path) !== undefined)
		.reduce((rest, [path, member]) => withValue(rest, path, `={{ $json.${member} }}`), parameters);
}

const isActing = ({ requests }: Sample) => requests.some(({ acts }) => acts);

/** The minimal item, unless only another one makes the provider act. */
function usualSample({ samples }: Contract): string {
	if (isActing(samples.minimal)) return 'minimal';
	return Object.keys(samples).find((name) => isActing(samples[name])) ?? 'minimal';
}

/**
 * @param node the node's type
 * @param sample the sample that it runs as; the usual one if left out
 * @param isClient whether it signs in with the second credential that it takes
 */
export function scenario(node: string, sample?: string, isClient = false): Scenario {
	const contract = contractOf(node);
	const usual = usualSample(contract);
	const { credentials, kind, follows, samples } = contract;
	const given = samples[sample ?? usual];
	const before = follows && scenario(follows[0], follows[1], isClient);
	const recipientKind = Object.values((before?.contract ?? contract).fields).find((one) => one.recipient);
	const acts = isActing(given);
	const isOther = sample !== undefined && sample !== usual;
	return {
		name: `${node}${isOther ? ` ${sample}` : ''}${isClient ? ' as an API client' : ''}`,
		contract,
		credential: credentials[isClient ? 1 : 0] ?? credentials[0],
		node: {
			type: node,
			parameters: { ...read(contract, given), ...(isClient && { authentication: 'client' }) },
		},
		...(before && { before }),
		recipient: RECIPIENTS[recipientKind?.recipient ?? 'email'] as Scenario['recipient'],
		path: (given.requests.find((request) => request.acts) ?? given.requests[0]).path,
		acts,
		sends: acts && (kind === 'send' || kind === 'check'),
	};
}

const everyWay = (node: string, sample?: string) =>
	contractOf(node).credentials.map((_, index) => scenario(node, sample, index > 0));

/** Every node with each of its credentials, also as it has to run before another one. */
export const SCENARIOS: readonly Scenario[] = CONTRACTS.flatMap(({ node, follows }) => [
	...everyWay(node),
	...(follows?.[1] === undefined ? [] : everyWay(...follows)),
]).filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index);

/** A node that sends a code, and the node that verifies it. */
export interface Journey extends Pick<Scenario, 'credential' | 'recipient'> {
	provider: string;
	send: Step;
	verify: Step;
	/** The path of the call that makes the provider send. */
	sendPath: string;
}

/** A journey to every verification. Items are `{ to }` and `{ to, code, …references }`. */
export const JOURNEYS: Readonly<Record<string, Journey>> = Object.fromEntries(
	SCENARIOS.flatMap(({ name, contract: { kind, provider }, node, before, credential, recipient }) =>
		kind !== 'verify' || before === undefined
			? []
			: [[name, { provider, credential, recipient, send: before.node, verify: node, sendPath: before.path }]],
	),
);

/** The item that the verify node of a journey starts with. */
export function verifyItem(to: string, code: string, sent: IDataObject | undefined): IDataObject {
	const reference = (sent?.reference ?? {}) as IDataObject;
	return { to, code, ...reference };
}
