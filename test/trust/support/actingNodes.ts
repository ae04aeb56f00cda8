import type { INodeParameters } from 'n8n-workflow';

import { CONTRACTS, contractOf } from '../../contracts';
import type { Contract, Mark } from '../../contracts/contract';
import { actingPath, bestOutput } from '../../support/contracts';
import { JOURNEYS, recipientKind, stepOf, type Journey } from '../../support/scenarios';

/** A node whose requests make a provider act, and the people whom it acts for. */
export interface ActingNode {
	credential: Journey['credential'];
	node: { type: string; parameters: INodeParameters };
	/** The end of the path of the call that makes the provider act. */
	path: string;
	/** How the provider writes an address: of a person, by number. */
	address: (person: number) => string;
	/** Whether each call puts a message into the inbox. */
	sends: boolean;
	/** The output that the item of a person leaves through when all is well. */
	best: string;
	/** The node that has to run first, which puts a message into the inbox. */
	before?: { type: string; parameters: INodeParameters };
	/** The member of the item that names the person in the request. */
	namedBy: 'to' | 'requestId';
	/** Whether the provider sends a second message to the same person only after a while. */
	coolsDown?: boolean;
}

export const emailOf = (person: number) => `person-${person}-@example.com`;
/** Ten digits; no other number is part of them, and the simulator knows them. */
export const mobileOf = (person: number) => `98${String(1_000_000 + person)}1`;

type Particulars = Omit<ActingNode, 'credential' | 'path' | 'sends' | 'best' | 'namedBy'> &
	Partial<ActingNode>;

/** A node with people for it; what the contract says is taken from there. */
export function acting(particulars: Particulars): ActingNode {
	const contract = contractOf(particulars.node.type);
	return {
		credential: contract.credentials[0],
		path: actingPath(contract),
		sends: contract.kind === 'send',
		best: bestOutput(contract),
		namedBy: Object.values(particulars.node.parameters).includes('={{ $json.to }}') ? 'to' : 'requestId',
		...particulars,
	};
}

function ofJourney(
	name: string,
	address: ActingNode['address'],
	coolsDown = false,
): Record<string, ActingNode> {
	const { credential, send, verify } = JOURNEYS[name];
	const common = { credential, address };
	return {
		[`${name}: send`]: acting({ ...common, node: send, coolsDown }),
		[`${name}: verify`]: acting({ ...common, node: verify, before: send }),
	};
}

const till = {
	authentication: 'till',
	identifierName: 'email',
	identifierValue: '={{ $json.to }}',
	points: 10,
};
const issueCode = { type: 'capillaryCheckPointsRedeemable', parameters: { ...till, issueOtp: true } };

const KNOWN: Record<string, ActingNode> = {
	...ofJourney('HyperVerge', emailOf),
	...ofJourney('HyperVerge by mobile', mobileOf),
	...ofJourney('Wibmo', emailOf),
	...ofJourney('Wibmo by mobile', (person) => `91${mobileOf(person)}`),
	...ofJourney('iServeU', mobileOf, true),
	...ofJourney('iServeU transaction', mobileOf),
	...ofJourney('Capillary with a till', emailOf),
	...ofJourney('Capillary with an API client', emailOf),
	'HyperVerge: retry by e-mail': acting({
		node: { type: 'hyperVergeRetryEmailOtp', parameters: { requestId: '={{ $json.requestId }}' } },
		address: emailOf,
		before: JOURNEYS.HyperVerge.send,
	}),
	'HyperVerge: resend by mobile': acting({
		node: { type: 'hyperVergeResendMobileOtp', parameters: { mobileNumber: '={{ $json.to }}' } },
		address: mobileOf,
		before: JOURNEYS['HyperVerge by mobile'].send,
	}),
	'Capillary: check points, with a code': acting({
		node: issueCode,
		address: emailOf,
		sends: true,
	}),
	'Capillary: redeem points': acting({
		node: {
			type: 'capillaryRedeemPoints',
			parameters: { ...till, validationCode: '={{ $json.code }}' },
		},
		address: emailOf,
		before: issueCode,
	}),
	'Capillary: redeem a coupon': acting({
		node: { type: 'capillaryRedeemCoupon', parameters: { ...till, couponCode: 'SAVE10' } },
		address: emailOf,
	}),
};

/** Nodes that only ask, whose attacks write down what they need. */
const ASKING = ['iServeUGetCustomer', 'capillaryGetOtp', 'wibmoEncryptPayload', 'wibmoDecryptPayload'];

const ADDRESSES: Partial<Record<Mark, ActingNode['address']>> = {
	mobile: mobileOf,
	mobileWithCountry: (person) => `91${mobileOf(person)}`,
};

/** Whether an item of the node makes the provider act, with its switches off or on. */
export const isActing = ({ samples }: Contract): boolean =>
	Object.values(samples).some(({ requests }) => requests.some(({ acts }) => acts));

/** Nodes that are not known by name, taken from their contracts. */
function others(acts: boolean): Record<string, ActingNode> {
	const known = new Set([...Object.values(KNOWN).map(({ node }) => node.type), ...ASKING]);
	const entries = CONTRACTS.filter((contract) => !known.has(contract.node) && isActing(contract) === acts);
	return Object.fromEntries(
		entries.map((contract): [string, ActingNode] => [
			contract.node,
			acting({
				node: stepOf(contract),
				address: ADDRESSES[recipientKind(contract)] ?? emailOf,
				...(contract.sentBy !== undefined && { before: stepOf(contractOf(contract.sentBy)) }),
			}),
		]),
	);
}

/** Every node whose requests make a provider act. */
export const ACTING_NODES: Record<string, ActingNode> = { ...KNOWN, ...others(true) };

/** Nodes that only ask, and are not among {@link ASKING}. */
export const OTHER_ASKING_NODES = others(false);
