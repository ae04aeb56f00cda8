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
		description: sendOtp.description,
		defaults: { name: 'iServeU Send OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(sendOtp),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: sendOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendOtp);
	}
}
