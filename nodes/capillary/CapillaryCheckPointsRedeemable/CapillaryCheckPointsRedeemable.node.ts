import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { credentials } from '../fields';
import { checkPointsRedeemable } from './operation';

export class CapillaryCheckPointsRedeemable implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Check Points Redeemable',
		name: 'capillaryCheckPointsRedeemable',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["issueOtp"] ? "with OTP" : "without OTP" }}',
		description: 'Check whether points can be redeemed and, optionally, send an OTP',
		defaults: { name: 'Capillary Check Points Redeemable' },
		usableAsTool: {
			replacements: {
				description:
					"Checks with Capillary whether a customer can redeem points. With 'Issue OTP' on, it also sends the customer a real message with a one-time password. The output has 'outcome' redeemable or notRedeemable. Give the mobile number or address as text, exactly as the user wrote it. One that cannot be read comes back as notRedeemable with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat may send another message.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(checkPointsRedeemable),
		credentials,
		properties: checkPointsRedeemable.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, checkPointsRedeemable);
	}
}
