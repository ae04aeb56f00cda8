import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { combine } from '../../combine';
import { getCustomer } from '../IServeUGetCustomer/operation';
import { processCustomer } from '../IServeUProcessCustomer/operation';
import { sendOtp } from '../IServeUSendOtp/operation';
import { verifyBeneficiary } from '../IServeUVerifyBeneficiary/operation';

const operations = combine({
	OTP: [sendOtp],
	Customer: [getCustomer, processCustomer],
	Beneficiary: [verifyBeneficiary],
});

export class IServeU implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU',
		name: 'iServeU',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send one-time passwords (OTP), and register customers and verify beneficiaries with them',
		defaults: { name: 'iServeU' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: operations.outputs,
		credentials: [{ name: 'iServeUApi', required: true }],
		hints: operations.hints,
		properties: operations.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await operations.run(this);
	}
}
