import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { combine } from '../../combine';
import { checkPointsRedeemable } from '../CapillaryCheckPointsRedeemable/operation';
import { generateOtp } from '../CapillaryGenerateOtp/operation';
import { getOtp } from '../CapillaryGetOtp/operation';
import { redeemCoupon } from '../CapillaryRedeemCoupon/operation';
import { redeemPoints } from '../CapillaryRedeemPoints/operation';
import { validateOtp } from '../CapillaryValidateOtp/operation';
import { credentials } from '../fields';

const operations = combine({
	OTP: [generateOtp, validateOtp, getOtp],
	Points: [checkPointsRedeemable, redeemPoints],
	Coupon: [redeemCoupon],
});

export class Capillary implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary',
		name: 'capillary',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and check one-time passwords (OTP), and redeem points and coupons with them',
		defaults: { name: 'Capillary' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: operations.outputs,
		credentials,
		hints: operations.hints,
		properties: operations.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await operations.run(this);
	}
}
