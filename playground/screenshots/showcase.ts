import type { INode } from 'n8n-workflow';
import type { Credential, NodeTypeDescription, WorkflowFile } from '../rest-client';

const PACKAGE = 'n8n-nodes-otp-providers.';
const COLUMNS = 5;
const COLUMN_WIDTH = 288;
const ROW_HEIGHT = 256;

/** Where the outputs of the nodes are named, so that the nodes need something to follow them. */
export function showcaseWorkflow(
	types: NodeTypeDescription[],
	credentials: Credential[],
): WorkflowFile {
	const nodes = types
		.filter(({ name }) => name.startsWith(PACKAGE) && !name.endsWith('Tool'))
		.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'))
		.map((type, index) => showcaseNode(type, index, credentials));
	return { name: 'OTP Providers', nodes, connections: {} };
}

function showcaseNode(
	{ name, displayName, credentials: wanted = [] }: NodeTypeDescription,
	index: number,
	available: Credential[],
): INode {
	const usable = wanted.flatMap((one) => available.filter(({ type }) => type === one.name));
	return {
		id: name,
		name: displayName,
		type: name,
		typeVersion: 1,
		position: [(index % COLUMNS) * COLUMN_WIDTH, Math.floor(index / COLUMNS) * ROW_HEIGHT],
		parameters: EXAMPLE_PARAMETERS[name.slice(PACKAGE.length)] ?? {},
		credentials: Object.fromEntries(
			usable.map(({ id, name: credentialName, type }) => [type, { id, name: credentialName }]),
		),
	};
}
