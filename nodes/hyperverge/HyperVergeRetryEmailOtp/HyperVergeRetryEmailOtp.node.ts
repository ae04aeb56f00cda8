import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { retryEmailOtp } from './operation';

export class HyperVergeRetryEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Retry Email OTP',
		name: 'hyperVergeRetryEmailOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["otpLength"] + " digits by email, again" }}',
		description: retryEmailOtp.description,
		defaults: { name: 'HyperVerge Retry Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(retryEmailOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: retryEmailOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, retryEmailOtp);
	}
}
