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
					"Sends a real SMS with a one-time password through Wibmo. The answer has 'outcome' sent, throttled or notSent, and never the code. Do not repeat it blindly: each repeat sends another SMS.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('send'),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: [
			fields.payload,
			...fields.shownFor(
				'payload',
				['fields'],
				[fields.mobileNumber, fields.productId, fields.otpGenerationType],
			),
			...fields.shownFor('payload', ['encrypted'], [fields.token]),
			...branchOnProperties('send', sendCodes),
			...fields.shownFor('payload', ['fields'], [fields.additionalFields]),
			...fields.shownFor('payload', ['encrypted'], [fields.additionalFieldsOfToken]),
			optionsProperty,
			fields.providerQuirks(['messageCodeType', 'sendMobileField', 'sendMobilePath', 'timeZone']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendMobileOtp, new WibmoSendMobileOtp().description);
	}
}
