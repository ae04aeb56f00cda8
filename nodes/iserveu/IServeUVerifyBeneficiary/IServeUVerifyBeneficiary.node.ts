import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { verifyBeneficiaryCodes } from '../codes';
import { additionalFields, latLong, mobileNumber, otp, publicIp, username } from '../properties';
import { verifyBeneficiary } from './operation';

export class IServeUVerifyBeneficiary implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Verify Beneficiary',
		name: 'iServeUVerifyBeneficiary',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'checks a bank account',
		description: "Validate a transaction's one-time password (OTP) by checking the beneficiary's account",
		defaults: { name: 'iServeU Verify Beneficiary' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: [
			{
				displayName:
					"iServeU has no call that only checks a code of type 'Transaction'. This node checks the account of the beneficiary, which iServeU may book as a transaction of its own, and that call checks the code on the way.",
				name: 'sideEffectNotice',
				type: 'notice',
				default: '',
			},
			{
				...mobileNumber,
				displayName: 'Customer Mobile Number',
				name: 'customerMobileNumber',
				description: 'The number that the code went to: 10 digits, without country code',
			},
			otp,
			{
				displayName: 'External Ref Number',
				name: 'externalRefNumber',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. {{ $json.reference.externalRefNumber }}',
				description:
					'The same reference as in the node that sent the code: 6 to 22 letters and digits. An older page of iServeU asks for 16 to 18 here.',
			},
			username,
			{
				displayName: 'Customer Name',
				name: 'customerName',
				type: 'string',
				required: true,
				default: '',
				description: 'The name that the customer is registered with',
			},
			{
				displayName: 'Account Number',
				name: 'accountNumber',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				description: 'The bank account of the beneficiary',
			},
			{
				displayName: 'Beneficiary Name',
				name: 'beneName',
				type: 'string',
				required: true,
				default: '',
				description: 'The name that the account is held in',
			},
			{
				displayName: 'Beneficiary Mobile Number',
				name: 'beneMobileNumber',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 9876543210',
				description: 'The number of the beneficiary: 10 digits, without country code',
			},
			{
				displayName: 'Beneficiary Bank Name',
				name: 'beneBankName',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. State Bank of India',
				description: 'The bank that holds the account',
			},
			{
				displayName: 'Bank Code',
				name: 'bankCode',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. SBIN',
				description: "The short code of the beneficiary's bank",
			},
			{
				displayName: 'Beneficiary IFSC Code',
				name: 'beneIfscCode',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. SBIN0225500',
				description: 'The IFSC code of the branch: 11 letters and digits',
			},
			{
				displayName: 'Transaction Mode',
				name: 'transactionMode',
				type: 'string',
				required: true,
				default: 'IMPS',
				placeholder: 'e.g. IMPS',
				description: 'The kind of transfer that the account is going to be used for',
			},
			{
				displayName: 'Address',
				name: 'address',
				type: 'string',
				required: true,
				default: '',
				description: 'The postal address of the customer',
			},
			{
				displayName: 'Pincode',
				name: 'pincode',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 751002',
				description: 'The postal code of 6 digits',
			},
			latLong,
			{
				...publicIp,
				displayName: 'Customer IP',
				name: 'customerIP',
				required: true,
			},
			{
				displayName: 'Hold Transaction',
				name: 'isHoldTransaction',
				type: 'boolean',
				default: false,
				description:
					'Whether iServeU puts the transaction on hold. Leave it off unless iServeU told you to switch it on.',
			},
			...branchOnProperties('verify', verifyBeneficiaryCodes),
			additionalFields([
				{
					displayName: 'Param B',
					name: 'paramB',
					type: 'string',
					default: '',
					description: 'The pincode once more, if your account needs it here',
				},
				{
					displayName: 'Param C',
					name: 'paramC',
					type: 'string',
					default: '',
					description: 'The address once more, if your account needs it here',
				},
			]),
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyBeneficiary, new IServeUVerifyBeneficiary().description);
	}
}
