import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { processCustomer } from './operation';

export class IServeUProcessCustomer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Process Customer',
		name: 'iServeUProcessCustomer',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'registers the customer',
		description: processCustomer.description,
		defaults: { name: 'iServeU Process Customer' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(processCustomer),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: processCustomer.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, processCustomer);
	}
}
