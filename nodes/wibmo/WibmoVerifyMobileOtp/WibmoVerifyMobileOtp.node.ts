import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { verifyMobileOtp } from './operation';

export class WibmoVerifyMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Verify Mobile OTP',
		name: 'wibmoVerifyMobileOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["payload"] === "encrypted" ? "already encrypted" : "code from an SMS" }}',
		description: 'Check a one-time password (OTP) that was sent by SMS',
		defaults: { name: 'Wibmo Verify Mobile OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Checks with Wibmo the one-time password that a user received by SMS. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call uses up an attempt.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(verifyMobileOtp),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: verifyMobileOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyMobileOtp);
	}
}
