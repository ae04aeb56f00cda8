import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { sendOtp } from './operation';

export class IServeUSendOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Send OTP',
		name: 'iServeUSendOtp',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["otpType"] === "2" ? "transaction" : "customer registration" }}',
		description: 'Send a one-time password (OTP) by SMS',
		defaults: { name: 'iServeU Send OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Sends a real SMS with a one-time password through iServeU. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendOtp),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: sendOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendOtp);
	}
}
