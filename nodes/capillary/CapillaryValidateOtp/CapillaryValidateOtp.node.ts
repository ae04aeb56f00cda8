import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { credentials } from '../fields';
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
					"Checks with Capillary the one-time password that a user received. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call counts as an attempt and may use up the code.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(validateOtp),
		credentials,
		hints: [
			{
				message:
					'Redeeming checks the code itself. Do not validate it before Capillary Redeem Points or Capillary Redeem Coupon: validating may use it up.',
				type: 'warning',
				displayCondition: '={{ ["POINTS", "COUPON"].includes($parameter["action"]) }}',
				location: 'ndv',
				whenToDisplay: 'always',
			},
		],
		properties: validateOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, validateOtp);
	}
}
