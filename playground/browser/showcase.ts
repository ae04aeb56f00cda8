import { NodeConnectionTypes, type INode, type INodeParameters } from 'n8n-workflow';

import type { Credential, NodeTypeDescription, WorkflowFile } from '../../tools/n8n/restClient';
import { manifest } from '../../tools/package';

const PACKAGE = `${manifest.name}.`;
const COLUMN_WIDTH = 272;
const ROW_HEIGHT = 272;
const STEP_HEIGHT = 176;

const FORM_TRIGGER = 'n8n-nodes-base.formTrigger';
const FORM = 'n8n-nodes-base.form';
const SEND = 'HyperVerge Send Email OTP';
const VERIFY = 'HyperVerge Verify Email OTP';

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

type Step = [name: string, type: string, column: number, row: number, parameters: INodeParameters];

/** Small enough to be read in README: a form, a code that is sent, and a code that is checked. */
const SMALL: readonly Step[] = [
	['Enter Email', FORM_TRIGGER, 0, 2, { formTitle: 'Confirm your email address' }],
	[SEND, `${PACKAGE}hyperVergeSendEmailOtp`, 1, 2, { email: '={{ $json.email }}' }],
	['Not Sent', FORM, 2.3, 0.6, { operation: 'completion', completionTitle: 'We cannot send a code' }],
	['Throttled', FORM, 2.3, 1.8, { operation: 'completion', completionTitle: 'Please wait a minute' }],
	['Enter Code', FORM, 2.3, 3, {}],
	[
		VERIFY,
		`${PACKAGE}hyperVergeVerifyEmailOtp`,
		3.4,
		3,
		{ requestId: `={{ $('${SEND}').item.json.reference.requestId }}`, otp: '={{ $json.otp }}' },
	],
	['Blocked', FORM, 4.7, 1.2, { operation: 'completion', completionTitle: 'Please ask for help' }],
	['Expired', FORM, 4.7, 2.4, { operation: 'completion', completionTitle: 'Please ask for a new code' }],
	['Try Again', FORM, 4.7, 3.6, {}],
	['Verified', FORM, 4.7, 4.8, { operation: 'completion', completionTitle: 'Welcome' }],
];

/** What follows on each output of a step. */
const FOLLOWING: Record<string, string[]> = {
	'Enter Email': [SEND],
	[SEND]: ['Not Sent', 'Throttled', 'Enter Code'],
	'Enter Code': [VERIFY],
	[VERIFY]: ['Blocked', 'Expired', 'Try Again', 'Verified'],
	'Try Again': [VERIFY],
};

/** A workflow that shows how outputs are wired. */
export function smallWorkflow(available: Credential[]): WorkflowFile {
	const credential = available.find(({ type }) => type === 'hyperVergeApi');
	return {
		name: 'Confirm an email address',
		nodes: SMALL.map(([name, type, column, row, parameters]) => ({
			id: name,
			name,
			type,
			typeVersion: type.startsWith(PACKAGE) ? 1 : 2.3,
			position: [column * COLUMN_WIDTH, row * STEP_HEIGHT],
			parameters,
			...(type.startsWith(PACKAGE) &&
				credential !== undefined && {
					credentials: { hyperVergeApi: { id: credential.id, name: credential.name } },
				}),
		})),
		connections: Object.fromEntries(
			Object.entries(FOLLOWING).map(([name, following]) => [
				name,
				{ main: following.map((node) => [{ node, type: NodeConnectionTypes.Main, index: 0 }]) },
			]),
		),
	};
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
