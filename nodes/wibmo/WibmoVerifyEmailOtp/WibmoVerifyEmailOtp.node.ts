import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { verifyEmailOtp } from './operation';

export class WibmoVerifyEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Verify Email OTP',
		name: 'wibmoVerifyEmailOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["payload"] === "encrypted" ? "already encrypted" : "code from an email" }}',
		description: 'Check a one-time password (OTP) that was sent by email',
		defaults: { name: 'Wibmo Verify Email OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Checks with Wibmo the one-time password that a user received by email. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call uses up an attempt.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(verifyEmailOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: verifyEmailOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyEmailOtp);
	}
}
