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
	points,
	programId,
	validationCode,
} from '../properties';
import { redeemPointsCodes } from '../redemptionCodes';
import { redeemPoints } from './operation';

export class CapillaryRedeemPoints implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Redeem Points',
		name: 'capillaryRedeemPoints',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: 'with the OTP',
		description: 'Redeem points with the one-time password (OTP) of the customer',
		defaults: { name: 'Capillary Redeem Points' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('redeem'),
		credentials,
		properties: [
			authentication,
			...customerIdentifier,
			points,
			validationCode,
			...branchOnProperties('redeem', redeemPointsCodes),
			additionalFields([
				{
					displayName: 'External Reference Number',
					name: 'externalReferenceNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. a3fd1a63-1aa3-4c47-9173-398',
					description:
						'Your own ID of this redemption. Capillary refuses the same one a second time. Generated when empty.',
				},
				{
					displayName: 'Notes',
					name: 'notes',
					type: 'string',
					default: '',
					placeholder: 'e.g. Redeemed at the till',
					description: 'What Capillary shows beside the redemption',
				},
				programId,
				{
					displayName: 'Redemption Purpose',
					name: 'redemptionPurpose',
					type: 'string',
					default: '',
					description: 'What the points are redeemed for',
				},
				{
					displayName: 'Redemption Time',
					name: 'redemptionTime',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2026-03-13 18:02:34',
					description: 'When the redemption took place, if not now',
				},
				{
					displayName: 'Till ID',
					name: 'tillId',
					type: 'string',
					default: '',
					placeholder: 'e.g. store.till1',
					description: 'The till that the redemption is counted for',
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
		return await runOperation(this, redeemPoints, new CapillaryRedeemPoints().description);
	}
}
