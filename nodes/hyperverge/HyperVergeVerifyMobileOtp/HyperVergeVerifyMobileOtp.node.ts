import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, outputsOf } from '../../shared/branching';
import { optionsProperty } from '../../shared/options';
import { runOperation } from '../../shared/run';
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
		description:
			'Checks with HyperVerge a one-time password (OTP) that a person received by SMS or voice call, and branches on the answer: Blocked, Expired, Wrong Code, Verified. Each call uses up an attempt, so do not repeat it with the same code.',
		defaults: { name: 'HyperVerge Verify Mobile OTP' },
		usableAsTool: true,
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
