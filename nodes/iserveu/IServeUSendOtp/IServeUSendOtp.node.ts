import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { sendCodes } from '../codes';
import {
	additionalFields,
	latLong,
	mobileNumber,
	ovdData,
	ovdType,
	passThrough,
	publicIp,
	username,
} from '../properties';
import { sendOtp } from './operation';

export class IServeUSendOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Send OTP',
		name: 'iServeUSendOtp',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["otpType"] === "2" ? "transaction" : "customer registration" }}',
		description: 'Send a one-time password (OTP) by SMS',
		defaults: { name: 'iServeU Send OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Sends a real SMS with a one-time password through iServeU. The answer has 'outcome' sent, throttled or notSent, and never the code. Do not repeat it blindly: each repeat sends another SMS.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('send'),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: [
			{
				displayName: 'OTP Type',
				name: 'otpType',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Customer Registration',
						value: '1',
						description: 'Type 1, validated by the node iServeU Process Customer',
					},
					{
						name: 'Transaction',
						value: '2',
						description: 'Type 2, validated by a beneficiary verification or a money transfer',
					},
				],
				default: '1',
				description: 'What the code is for',
			},
			{
				...mobileNumber,
				displayName: 'Customer Mobile Number',
				name: 'customerMobileNumber',
				description: 'The number that the code goes to: 10 digits, without country code',
			},
			username,
			{
				displayName: 'Requested Amount',
				name: 'requestedAmount',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 1001',
				description: 'The amount of the transaction, digits only',
				displayOptions: { show: { otpType: ['2'] } },
			},
			{
				displayName: 'External Ref Number',
				name: 'externalRefNumber',
				type: 'string',
				default: '',
				placeholder: 'e.g. ORDER000001',
				description:
					"Your own reference of the transaction, 6 to 22 letters and digits. A new code for the same transaction needs a new one, and the validation needs the same one. Generated when empty; the field 'reference.externalRefNumber' of the output holds it.",
				displayOptions: { show: { otpType: ['2'] } },
			},
			ovdType,
			{ ...ovdData, required: true, displayOptions: { show: { otpType: ['1'] } } },
			...branchOnProperties('send', sendCodes),
			additionalFields([
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					default: '',
					placeholder: 'e.g. name@example.com',
					description: 'The address of the customer, for newer accounts',
				},
				{
					...latLong,
					required: false,
					description:
						'Latitude and longitude of the device, with a comma between them. Newer accounts need it.',
				},
				{ ...ovdData, description: 'The Aadhaar number of 12 digits, optional for a transaction' },
				...passThrough,
				{
					displayName: 'PID',
					name: 'pid',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					description: 'The biometric block in base64. Newer accounts need it for customer registration.',
				},
				publicIp,
			]),
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendOtp, new IServeUSendOtp().description);
	}
}
