import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { sendMobileOtp } from './operation';

export class HyperVergeSendMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Send Mobile OTP',
		name: 'hyperVergeSendMobileOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["otpLength"] + " digits by SMS" }}',
		description: sendMobileOtp.description,
		defaults: { name: 'HyperVerge Send Mobile OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendMobileOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		hints: sendMobileOtp.hints,
		properties: sendMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendMobileOtp);
	}
}
