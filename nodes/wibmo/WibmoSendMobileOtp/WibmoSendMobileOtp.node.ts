import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { sendMobileOtp } from './operation';

export class WibmoSendMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Send Mobile OTP',
		name: 'wibmoSendMobileOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["payload"] === "encrypted" ? "already encrypted" : $parameter["otpGenerationType"] === "1" ? "retry" : "fresh code" }}',
		description: 'Send a one-time password (OTP) by SMS: encrypt, send and decrypt in one step',
		defaults: { name: 'Wibmo Send Mobile OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Sends a real SMS with a one-time password through Wibmo. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendMobileOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: sendMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendMobileOtp);
	}
}
