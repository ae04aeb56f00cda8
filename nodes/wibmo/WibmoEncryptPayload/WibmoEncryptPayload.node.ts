import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { optionsProperty, runOperation } from '../../engine';
import * as fields from '../properties';
import { encryptPayload } from './operation';

export class WibmoEncryptPayload implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo Encrypt Payload',
		name: 'wibmoEncryptPayload',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ "1940": "to send by mobile", "1960": "to verify a mobile", "2080": "to send by e-mail", "2090": "to verify an e-mail" })[$parameter["messageCode"]] }}',
		description: 'Encrypt the fields of a one-time password (OTP) operation into a token',
		defaults: { name: 'Wibmo Encrypt Payload' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wibmoApi', required: true }],
		properties: [
			{
				displayName: 'Message Code',
				name: 'messageCode',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: '1940 Send OTP to Mobile', value: '1940' },
					{ name: '1960 Verify OTP Sent to Mobile', value: '1960' },
					{ name: '2080 Send OTP to Email', value: '2080' },
					{ name: '2090 Verify OTP Sent to Email', value: '2090' },
				],
				default: '2080',
				description: 'The operation that the payload is for',
			},
			...fields.shownFor('messageCode', ['2080', '2090'], [fields.email]),
			...fields.shownFor('messageCode', ['1940', '1960'], [fields.mobileNumber]),
			...fields.shownFor('messageCode', ['2080', '1940'], [fields.productId, fields.otpGenerationType]),
			...fields.shownFor('messageCode', ['2090', '1960'], [fields.otp]),
			fields.additionalFields,
			optionsProperty,
			fields.providerQuirks(['messageCodeType', 'sendMobileField', 'verifyMobileField', 'timeZone']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, encryptPayload, new WibmoEncryptPayload().description);
	}
}
