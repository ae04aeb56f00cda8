import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { credentials } from '../fields';
import { redeemPoints } from './operation';

export class CapillaryRedeemPoints implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Redeem Points',
		name: 'capillaryRedeemPoints',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: 'with OTP',
		description: redeemPoints.description,
		defaults: { name: 'Capillary Redeem Points' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(redeemPoints),
		credentials,
		properties: redeemPoints.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, redeemPoints);
	}
}
