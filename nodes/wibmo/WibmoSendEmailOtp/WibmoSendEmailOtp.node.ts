import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { sendEmailOtp } from './operation';

export class WibmoSendEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Send Email OTP',
		name: 'wibmoSendEmailOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["payload"] === "encrypted" ? "already encrypted" : $parameter["otpGenerationType"] === "1" ? "retry" : "fresh code" }}',
		description: 'Send a one-time password (OTP) by email: encrypt, send and decrypt in one step',
		defaults: { name: 'Wibmo Send Email OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Sends a real email with a one-time password through Wibmo. The output has 'outcome' sent, throttled or notSent, and never the code. Give the address exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another email.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendEmailOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: sendEmailOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendEmailOtp);
	}
}
