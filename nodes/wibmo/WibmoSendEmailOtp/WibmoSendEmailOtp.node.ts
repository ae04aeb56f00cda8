import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { sendEmailOtp } from './operation';

export class WibmoSendEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Send Email OTP',
		name: 'wibmoSendEmailOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["payload"] === "encrypted" ? "already encrypted" : $parameter["otpGenerationType"] === "1" ? "retry" : "fresh code" }}',
		description: sendEmailOtp.description,
		defaults: { name: 'Wibmo Send Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendEmailOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: sendEmailOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendEmailOtp);
	}
}
