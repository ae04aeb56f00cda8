import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { sendCodes } from '../codes';
import * as fields from '../properties';
import { sendMobileOtp } from './operation';

export class HyperVergeSendMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Send Mobile OTP',
		name: 'hyperVergeSendMobileOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["otpLength"] + " digits by SMS" }}',
		description: 'Send a one-time password (OTP) by SMS',
		defaults: { name: 'HyperVerge Send Mobile OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Sends a real SMS with a one-time password through HyperVerge. The answer has 'outcome' sent, throttled or notSent, and never the code. Do not repeat it blindly: each repeat sends another SMS.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('send'),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		hints: [
			{
				message: 'A code of 4 digits is guessed in 10,000 tries. Take 6 digits where people can type them.',
				displayCondition: '={{ String($parameter["otpLength"]) === "4" }}',
				location: 'ndv',
				whenToDisplay: 'always',
			},
		],
		properties: [
			fields.mobileNumber,
			{
				displayName: 'Template ID',
				name: 'templateId',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. tmpl-1',
				description: 'The SMS template that HyperVerge assigned to your organisation',
			},
			{
				displayName: 'OTP Length',
				name: 'otpLength',
				type: 'number',
				typeOptions: { minValue: 4, maxValue: 9, numberPrecision: 0 },
				default: 6,
				description: 'How many digits the code has, from 4 to 9. Codes of 4 digits are easy to guess.',
			},
			...branchOnProperties('send', sendCodes),
			fields.additionalFields([
				{
					displayName: 'OTP Expiry',
					name: 'otpExpiry',
					type: 'number',
					typeOptions: { minValue: 1, numberPrecision: 0 },
					default: 10,
					description:
						'How long the code is valid, in minutes. Without it HyperVerge takes its own default, presumably a day.',
				},
			]),
			optionsProperty,
			fields.providerQuirks(['otpLengthAsNumber']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendMobileOtp, new HyperVergeSendMobileOtp().description);
	}
}
