import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { verifyCodes } from '../codes';
import * as fields from '../properties';
import { verifyMobileOtp } from './operation';

export class HyperVergeVerifyMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Verify Mobile OTP',
		name: 'hyperVergeVerifyMobileOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'code from a mobile',
		description: 'Check a one-time password (OTP) that went out by SMS or voice call',
		defaults: { name: 'HyperVerge Verify Mobile OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Checks with HyperVerge the one-time password that a person received on a mobile. The answer has 'outcome' verified, wrongCode, expired or blocked. Do not repeat it blindly: each call uses up an attempt.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: [
			fields.mobileNumber,
			fields.otp,
			...branchOnProperties('verify', verifyCodes),
			fields.additionalFields(),
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyMobileOtp, new HyperVergeVerifyMobileOtp().description);
	}
}
