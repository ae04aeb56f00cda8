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

export class WibmoVerifyMobileOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Verify Mobile OTP',
		name: 'wibmoVerifyMobileOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["payload"] === "encrypted" ? "already encrypted" : "code from a mobile" }}',
		description: 'Check a one-time password (OTP) that went out by SMS',
		defaults: { name: 'Wibmo Verify Mobile OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Checks with Wibmo the one-time password that a person received by SMS. The answer has 'outcome' verified, wrongCode, expired or blocked. Do not repeat it blindly: each call uses up an attempt.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: [
			fields.payload,
			...fields.shownFor('payload', ['fields'], [fields.mobileNumber, fields.otp]),
			...fields.shownFor('payload', ['encrypted'], [fields.token]),
			...branchOnProperties('verify', verifyCodes),
			...fields.shownFor('payload', ['fields'], [fields.additionalFields]),
			...fields.shownFor('payload', ['encrypted'], [fields.additionalFieldsOfToken]),
			optionsProperty,
			fields.providerQuirks(['messageCodeType', 'verifyMobileField', 'timeZone']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyMobileOtp, new WibmoVerifyMobileOtp().description);
	}
}
