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
import { verifyEmailOtp } from './operation';

export class WibmoVerifyEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Verify Email OTP',
		name: 'wibmoVerifyEmailOtp',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["payload"] === "encrypted" ? "already encrypted" : "code from an e-mail" }}',
		description:
			'Checks with Wibmo a one-time password (OTP) that a person received by e-mail, and branches on the answer: Blocked, Expired, Wrong Code, Verified. Each call uses up an attempt, so do not repeat it with the same code.',
		defaults: { name: 'Wibmo Verify Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: [
			fields.payload,
			...fields.shownFor('payload', ['fields'], [fields.email, fields.otp]),
			...fields.shownFor('payload', ['encrypted'], [fields.token]),
			...branchOnProperties('verify', verifyCodes),
			...fields.shownFor('payload', ['fields'], [fields.additionalFields]),
			optionsProperty,
			fields.providerQuirks(['messageCodeType', 'timeZone']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyEmailOtp, new WibmoVerifyEmailOtp().description);
	}
}
