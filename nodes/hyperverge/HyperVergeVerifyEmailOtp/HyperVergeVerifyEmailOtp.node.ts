import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { verifyEmailOtp } from './operation';

export class HyperVergeVerifyEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Verify Email OTP',
		name: 'hyperVergeVerifyEmailOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'code from an email',
		description: verifyEmailOtp.description,
		defaults: { name: 'HyperVerge Verify Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(verifyEmailOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: verifyEmailOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyEmailOtp);
	}
}
