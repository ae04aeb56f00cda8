import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import {
	additionalFields,
	authentication,
	credentials,
	customerIdentifier,
	validationCode,
} from '../properties';
import { redeemCouponCodes } from '../redemptionCodes';
import { redeemCoupon } from './operation';

export class CapillaryRedeemCoupon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Redeem Coupon',
		name: 'capillaryRedeemCoupon',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: 'with an OTP if needed',
		description: 'Redeem a coupon with the one-time password (OTP) of the customer',
		defaults: { name: 'Capillary Redeem Coupon' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('redeem'),
		credentials,
		properties: [
			authentication,
			...customerIdentifier,
			{
				displayName: 'Coupon Code',
				name: 'couponCode',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 06000041',
				description: 'The code that is printed on the coupon',
			},
			{ ...validationCode, required: false },
			...branchOnProperties('redeem', redeemCouponCodes),
			additionalFields([
				{
					displayName: 'Transaction Amount',
					name: 'transactionAmount',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1000',
					description: 'The amount of the bill',
				},
				{
					displayName: 'Transaction Number',
					name: 'transactionNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. bill-110',
					description: 'The number of the bill',
				},
			]),
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, redeemCoupon, new CapillaryRedeemCoupon().description);
	}
}
