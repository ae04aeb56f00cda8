import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { getCodes } from '../codes';
import { additionalFields, authentication, credentials, purpose, identifierValue } from '../properties';
import { getOtp } from './operation';

export class CapillaryGetOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Get OTP',
		name: 'capillaryGetOtp',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ $parameter["scope"].toLowerCase() + ($parameter["revealCode"] ? ", reveals the code" : "") }}',
		description: 'Look up the one-time password (OTP) last issued to a customer',
		defaults: { name: 'Capillary Get OTP' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('fetch'),
		credentials,
		properties: [
			authentication,
			{
				displayName: 'Identifier Name',
				name: 'identifierName',
				type: 'options',
				options: [
					{ name: 'Email', value: 'email' },
					{ name: 'External ID', value: 'external_id' },
					{ name: 'Mobile', value: 'mobile' },
					{ name: 'WeChat', value: 'wechat' },
				],
				default: 'mobile',
				description: 'What identifies the customer',
			},
			identifierValue,
			{
				displayName: 'Source',
				name: 'source',
				type: 'string',
				required: true,
				default: 'INSTORE',
				placeholder: 'e.g. INSTORE',
				description:
					'Where the customer is registered, such as INSTORE, ECOMMERCE, WEBSITE, MOBILE_APP, WECHAT, MARTJACK, FACEBOOK or OTHERS',
			},
			purpose({ displayName: 'Scope', name: 'scope', description: 'What the code was generated for' }, [
				'CUSTOMER_IDENTIFIER_CHANGE',
				'CUSTOMER_ISSUE_LINK_CARD',
				'CUSTOMER_STATUS_UPDATE',
				'POINTSTRANSFER',
			]),
			{
				displayName: 'Reveal Code',
				name: 'revealCode',
				type: 'boolean',
				noDataExpression: true,
				default: false,
				description:
					"Whether to put the code into the output as the field 'code'. n8n stores outputs with the execution, so whoever can open the execution can read it.",
			},
			...branchOnProperties('fetch', getCodes),
			additionalFields([
				{
					displayName: 'Account ID',
					name: 'accountId',
					type: 'string',
					default: '',
					placeholder: 'e.g. WECHAT-ACCOUNT-1',
					description: 'The account of the source, needed for WECHAT, MARTJACK and FACEBOOK',
				},
				{
					displayName: 'Threshold',
					name: 'threshold',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 60,
					description:
						'The validity of the code to fetch, in seconds. Capillary does not say whether it means the age of the code or its remaining time.',
				},
			]),
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, getOtp, new CapillaryGetOtp().description);
	}
}
