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
		description: 'Send a one-time password (OTP) by SMS',
		defaults: { name: 'HyperVerge Send Mobile OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Sends a real SMS with a one-time password through HyperVerge. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendMobileOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		hints: [
			{
				message: 'A 4-digit code can be guessed in 10,000 attempts. Use 6 digits where possible.',
				displayCondition: '={{ String($parameter["otpLength"]) === "4" }}',
				location: 'ndv',
				whenToDisplay: 'always',
			},
		],
		properties: sendMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendMobileOtp);
	}
}
