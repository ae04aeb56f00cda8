import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, outputsOf } from '../../shared/branching';
import { optionsProperty } from '../../shared/options';
import { runOperation } from '../../shared/run';
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
		description:
			'Sends a real one-time password (OTP) by SMS with Wibmo and branches on the answer: Not Sent, Throttled, Sent. Encrypts, sends and decrypts in one step. Each call sends a message, so do not repeat it blindly.',
		defaults: { name: 'Wibmo Send Mobile OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('send'),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: [
			fields.payload,
			...fields.shownFor('payload', ['fields'], [fields.mobileNumber, fields.productId, fields.otpGenerationType]),
			...fields.shownFor('payload', ['encrypted'], [fields.token]),
			...branchOnProperties('send', sendCodes),
			...fields.shownFor('payload', ['fields'], [fields.additionalFields]),
			optionsProperty,
			fields.providerQuirks(['messageCodeType', 'sendMobileField', 'sendMobilePath', 'timeZone']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendMobileOtp, new WibmoSendMobileOtp().description);
	}
}
