import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { verifyEmailOtp } from './operation';

export class WibmoVerifyEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Verify Email OTP',
		name: 'wibmoVerifyEmailOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["payload"] === "encrypted" ? "already encrypted" : "code from an email" }}',
		description: verifyEmailOtp.description,
		defaults: { name: 'Wibmo Verify Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(verifyEmailOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: verifyEmailOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyEmailOtp);
	}
}
