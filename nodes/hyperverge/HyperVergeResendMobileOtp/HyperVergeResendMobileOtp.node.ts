import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { resendMobileOtp } from './operation';

export class HyperVergeResendMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Resend Mobile OTP',
		name: 'hyperVergeResendMobileOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["retryType"] === "voice" ? "by voice call" : "by SMS" }}',
		description: resendMobileOtp.description,
		defaults: { name: 'HyperVerge Resend Mobile OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(resendMobileOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: resendMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, resendMobileOtp);
	}
}
