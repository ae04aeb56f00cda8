import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { runOperation } from '../../engine';
import { decryptPayload } from './operation';

export class WibmoDecryptPayload implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Decrypt Payload',
		name: 'wibmoDecryptPayload',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'a response from Wibmo',
		description: decryptPayload.description,
		defaults: { name: 'Wibmo Decrypt Payload' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: decryptPayload.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, decryptPayload);
	}
}
