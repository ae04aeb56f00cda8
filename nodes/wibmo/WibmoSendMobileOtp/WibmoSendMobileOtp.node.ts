import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { sendMobileOtp } from './operation';

export class WibmoSendMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Send Mobile OTP',
		name: 'wibmoSendMobileOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["payload"] === "encrypted" ? "already encrypted" : $parameter["otpGenerationType"] === "1" ? "retry" : "fresh code" }}',
		description: sendMobileOtp.description,
		defaults: { name: 'Wibmo Send Mobile OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendMobileOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: sendMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendMobileOtp);
	}
}
