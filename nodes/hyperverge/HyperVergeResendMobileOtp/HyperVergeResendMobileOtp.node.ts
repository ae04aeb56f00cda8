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
		description: 'Send the one-time password (OTP) again by SMS or voice call',
		defaults: { name: 'HyperVerge Resend Mobile OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Sends a one-time password through HyperVerge again, with a real SMS or a real voice call. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS or makes another call.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(resendMobileOtp),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: resendMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, resendMobileOtp);
	}
}
