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
		subtitle:
			'={{ $parameter["payload"] === "encrypted" ? "already encrypted" : "code from a mobile" }}',
		description:
			'Checks with Wibmo a one-time password (OTP) that a person received by SMS, and branches on the answer: Blocked, Expired, Wrong Code, Verified. Each call uses up an attempt, so do not repeat it with the same code.',
		defaults: { name: 'Wibmo Verify Mobile OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: [
			fields.payload,
			...fields.shownFor('payload', ['fields'], [fields.mobileNumber, fields.otp]),
			...fields.shownFor('payload', ['encrypted'], [fields.token]),
			...branchOnProperties('verify', verifyCodes),
			...fields.shownFor('payload', ['fields'], [fields.additionalFields]),
			optionsProperty,
			fields.providerQuirks(['messageCodeType', 'verifyMobileField', 'timeZone']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyMobileOtp, new WibmoVerifyMobileOtp().description);
	}
}
