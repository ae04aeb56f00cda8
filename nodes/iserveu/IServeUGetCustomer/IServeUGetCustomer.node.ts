import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { getCustomer } from './operation';

export class IServeUGetCustomer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Get Customer',
		name: 'iServeUGetCustomer',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: 'before sending an OTP',
		description: getCustomer.description,
		defaults: { name: 'iServeU Get Customer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(getCustomer),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: getCustomer.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, getCustomer);
	}
}
