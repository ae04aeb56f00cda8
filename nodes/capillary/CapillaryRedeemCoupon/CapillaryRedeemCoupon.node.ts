import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { credentials } from '../fields';
import { redeemCoupon } from './operation';

export class CapillaryRedeemCoupon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Redeem Coupon',
		name: 'capillaryRedeemCoupon',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: 'with OTP if required',
		description: redeemCoupon.description,
		defaults: { name: 'Capillary Redeem Coupon' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(redeemCoupon),
		credentials,
		properties: redeemCoupon.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, redeemCoupon);
	}
}
