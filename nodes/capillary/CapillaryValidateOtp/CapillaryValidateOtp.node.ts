import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { validateCodes } from '../codes';
import { authentication, credentials, entityType, entityValue, purpose } from '../properties';
import { validateOtp } from './operation';

export class CapillaryValidateOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Validate OTP',
		name: 'capillaryValidateOtp',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["action"].toLowerCase().replace(/_/g, " ") }}',
		description: 'Check a one-time password (OTP)',
		defaults: { name: 'Capillary Validate OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Checks with Capillary the one-time password that a person received. The answer has 'outcome' verified, wrongCode, expired or blocked. Do not repeat it blindly: each call counts as an attempt and may use the code up.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials,
		hints: [
			{
				message:
					'Redeeming checks the code by itself. Do not validate it before a Capillary Redeem Points or Redeem Coupon: validating may use it up.',
				type: 'warning',
				displayCondition: '={{ ["POINTS", "COUPON"].includes($parameter["action"]) }}',
				location: 'ndv',
				whenToDisplay: 'always',
			},
		],
		properties: [
			authentication,
			entityType,
			entityValue,
			{
				displayName: 'Code',
				name: 'code',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				description:
					'The code that the person received: digits and letters. Give it as text, not as a number, so that leading zeros stay.',
			},
			purpose(
				{
					displayName: 'Action',
					name: 'action',
					description:
						'What the code was generated for. Do not validate a code that a redemption takes: redeeming checks it, and validating may use it up.',
				},
				['POINTSTRANSFER'],
			),
			...branchOnProperties('verify', validateCodes),
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, validateOtp, new CapillaryValidateOtp().description);
	}
}
