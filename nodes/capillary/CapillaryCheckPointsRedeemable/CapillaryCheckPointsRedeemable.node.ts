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
		description: checkPointsRedeemable.description,
		defaults: { name: 'Capillary Check Points Redeemable' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(checkPointsRedeemable),
		credentials,
		properties: checkPointsRedeemable.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, checkPointsRedeemable);
	}
}
