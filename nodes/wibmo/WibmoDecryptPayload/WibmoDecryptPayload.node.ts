import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { optionsProperty, runOperation } from '../../engine';
import * as fields from '../properties';
import { decryptPayload } from './operation';

export class WibmoDecryptPayload implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Decrypt Payload',
		name: 'wibmoDecryptPayload',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'an answer of Wibmo',
		description: 'Decrypt a token that a one-time password (OTP) operation answered with',
		defaults: { name: 'Wibmo Decrypt Payload' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: [
			{ ...fields.token, description: "The field 'token' of an answer of Wibmo" },
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, decryptPayload, new WibmoDecryptPayload().description);
	}
}
