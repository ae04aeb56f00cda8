import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { runOperation } from '../../engine';
import { encryptPayload } from './operation';

export class WibmoEncryptPayload implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Encrypt Payload',
		name: 'wibmoEncryptPayload',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ "1940": "to send by mobile", "1960": "to verify a mobile", "2080": "to send by email", "2090": "to verify an email" })[$parameter["messageCode"]] }}',
		description: encryptPayload.description,
		defaults: { name: 'Wibmo Encrypt Payload' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: encryptPayload.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, encryptPayload);
	}
}
