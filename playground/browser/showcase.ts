import type { INode, INodeParameters } from 'n8n-workflow';
import type { Credential, NodeTypeDescription, WorkflowFile } from '../rest-client';

const PACKAGE = 'n8n-nodes-otp-providers.';
const COLUMN_WIDTH = 272;
const ROW_HEIGHT = 272;

/** The order in which the nodes of a provider are used, by how the name of the operation begins. */
const STEPS = [
	'Encrypt',
	'Check',
	'Get Customer',
	'Generate',
	'Send',
	'Resend',
	'Retry',
	'Get OTP',
	'Process',
	'Verify',
	'Validate',
	'Redeem',
	'Decrypt',
];

/** A workflow that shows every node of the package, in a row for each provider. */
export function showcaseWorkflow(types: NodeTypeDescription[], credentials: Credential[]): WorkflowFile {
	const rows = new Map<string, NodeTypeDescription[]>();
	for (const type of packageNodes(types)) {
		const [provider] = type.displayName.split(' ');
		rows.set(provider, [...(rows.get(provider) ?? []), type]);
	}
	const nodes = [...rows.values()].flatMap((row, y) =>
		row
			.sort((a, b) => stepOf(a) - stepOf(b))
			.map((type, x) => showcaseNode(type, [x * COLUMN_WIDTH, y * ROW_HEIGHT], credentials)),
	);
	return { name: 'OTP Providers', nodes, connections: {} };
}

/** The nodes of the package by name, without the twins that n8n makes of them for AI agents. */
export function packageNodes(types: NodeTypeDescription[]): NodeTypeDescription[] {
	return types
		.filter(({ name }) => name.startsWith(PACKAGE) && !name.endsWith('Tool'))
		.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

function stepOf({ displayName }: NodeTypeDescription): number {
	const operation = displayName.slice(displayName.indexOf(' ') + 1);
	const step = STEPS.findIndex((begins) => operation.startsWith(begins));
	return step < 0 ? STEPS.length : step;
}

function showcaseNode(type: NodeTypeDescription, position: [number, number], available: Credential[]): INode {
	const wanted = type.credentials?.at(0)?.name;
	const credential = available.find((candidate) => candidate.type === wanted);
	return {
		id: type.name,
		name: type.displayName,
		type: type.name,
		typeVersion: 1,
		position,
		parameters: filledIn(type),
		credentials: credential && {
			[credential.type]: { id: credential.id, name: credential.name },
		},
	};
}

/** n8n marks a node in red while a required field is empty. */
function filledIn({ properties }: NodeTypeDescription): INodeParameters {
	const empty = properties.filter(({ required, default: value }) => required && value === '');
	return Object.fromEntries(empty.map(({ name }) => [name, `={{ $json.${name} }}`]));
}
