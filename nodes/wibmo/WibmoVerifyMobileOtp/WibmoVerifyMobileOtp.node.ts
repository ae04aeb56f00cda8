import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { verifyMobileOtp } from './operation';

export class WibmoVerifyMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Verify Mobile OTP',
		name: 'wibmoVerifyMobileOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["payload"] === "encrypted" ? "already encrypted" : "code from an SMS" }}',
		description: verifyMobileOtp.description,
		defaults: { name: 'Wibmo Verify Mobile OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(verifyMobileOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: verifyMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyMobileOtp);
	}
}
