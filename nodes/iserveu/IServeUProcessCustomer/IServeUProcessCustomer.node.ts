import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { processCustomerCodes } from '../codes';
import {
	additionalFields,
	latLong,
	mobileNumber,
	otp,
	ovdData,
	ovdType,
	passThrough,
	publicIp,
	username,
} from '../properties';
import { processCustomer } from './operation';

export class IServeUProcessCustomer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Process Customer',
		name: 'iServeUProcessCustomer',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'registers with the OTP',
		description: 'Validate a one-time password (OTP) by registering the customer',
		defaults: { name: 'iServeU Process Customer' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: [
			{
				displayName:
					"iServeU has no call that only checks a code. This node registers the customer, and that call checks the code of 'Customer Registration' on the way.",
				name: 'sideEffectNotice',
				type: 'notice',
				default: '',
			},
			mobileNumber,
			otp,
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				required: true,
				default: '',
				description: 'The name that the customer is registered with',
			},
			username,
			latLong,
			{ ...publicIp, required: true },
			...branchOnProperties('verify', processCustomerCodes),
			additionalFields([
				{
					displayName: 'Address',
					name: 'address',
					type: 'string',
					default: '',
					description: 'The postal address of the customer',
				},
				{
					displayName: 'External Ref Number',
					name: 'externalRefNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. ORDER000001',
					description:
						'Your own reference of the registration, 6 to 22 letters and digits, if your account needs one',
				},
				ovdData,
				ovdType,
				...passThrough,
				{
					displayName: 'Pincode',
					name: 'pincode',
					type: 'string',
					default: '',
					placeholder: 'e.g. 751002',
					description: 'The postal code of 6 digits',
				},
			]),
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, processCustomer, new IServeUProcessCustomer().description);
	}
}
