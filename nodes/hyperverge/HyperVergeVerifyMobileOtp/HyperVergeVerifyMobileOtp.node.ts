import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { verifyMobileOtp } from './operation';

export class HyperVergeVerifyMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Verify Mobile OTP',
		name: 'hyperVergeVerifyMobileOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'code from an SMS or voice call',
		description: verifyMobileOtp.description,
		defaults: { name: 'HyperVerge Verify Mobile OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(verifyMobileOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: verifyMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyMobileOtp);
	}
}
