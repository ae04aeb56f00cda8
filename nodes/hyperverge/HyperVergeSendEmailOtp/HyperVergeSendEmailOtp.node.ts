import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { sendEmailOtp } from './operation';

export class HyperVergeSendEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Send Email OTP',
		name: 'hyperVergeSendEmailOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["otpLength"] + " digits by email" }}',
		description: sendEmailOtp.description,
		defaults: { name: 'HyperVerge Send Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendEmailOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		hints: sendEmailOtp.hints,
		properties: sendEmailOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendEmailOtp);
	}
}
