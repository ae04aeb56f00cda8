import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { execute, type Execution } from '../../tools/engine';
import type { SavedCredentials } from '../../tools/engine/credentials';
import type { Contract, CredentialType } from '../contracts/contract';
import { savedCredentials } from './simulator';

/** How a run differs from one of the minimal item, with the first credential that its node takes. */
export interface Run {
	parameters?: INodeParameters;
	settings?: Partial<INode>;
	/** Of the node that gives the workflow its items. */
	startSettings?: Partial<INode>;
	items?: IDataObject[];
	credential?: CredentialType;
	saved?: SavedCredentials;
	asTool?: boolean;
}

/** n8n's error output. */
export const ERROR_OUTPUT = { onError: 'continueErrorOutput' } as const;

/** Runs a node in n8n's engine as its contract has it. */
export async function runNode(
	{ node, credentials, samples: { minimal } }: Contract,
	{ parameters, settings, startSettings, items = [{}], asTool, ...given }: Run = {},
): Promise<Execution> {
	const { credential = credentials[0], saved = savedCredentials(credential) } = given;
	const isClient = credential === 'capillaryClientApi';
	return await execute(
		{
			type: asTool === true ? `${node}Tool` : node,
			parameters: { ...minimal.parameters, ...(isClient && { authentication: 'client' }), ...parameters },
			settings,
			startSettings,
		},
		items,
		saved,
	);
}

/** The number of the item that an item which left is paired with. */
export const indexOf = ({ pairedItem }: Pick<INodeExecutionData, 'pairedItem'>): number =>
	(pairedItem as { item: number }).item;

/** All items that left a node, but for the empty one that *Always Output Data* adds. */
export const allItems = ({ outputs }: Execution): INodeExecutionData[] =>
	Object.values(outputs)
		.flat()
		.filter(({ json }) => Object.keys(json).length > 0);

/** @returns what left, by the item that it belongs to */
export function byPerson(items: readonly INodeExecutionData[]): Map<number, IDataObject> {
	return new Map(items.map((item) => [indexOf(item), item.json]));
}
