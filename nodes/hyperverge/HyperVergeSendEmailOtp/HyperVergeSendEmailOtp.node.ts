import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, outputsOf } from '../../shared/branching';
import { optionsProperty } from '../../shared/options';
import { runOperation } from '../../shared/run';
import { sendCodes } from '../codes';
import { sendEmailOtp } from './operation';

export class HyperVergeSendEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Send Email OTP',
		name: 'hyperVergeSendEmailOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["otpLength"] + " digits by e-mail" }}',
		description:
			'Sends a real one-time password (OTP) by e-mail with HyperVerge and branches on the answer: Not Sent, Throttled, Sent. Each call sends a message, so do not repeat it blindly.',
		defaults: { name: 'HyperVerge Send Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('send'),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: [
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. name@example.com',
				description: 'The address that the code goes to',
			},
			{
				displayName: 'OTP Length',
				name: 'otpLength',
				type: 'options',
				options: [
					{ name: '4 Digits', value: '4' },
					{ name: '6 Digits', value: '6' },
				],
				default: '6',
				description: 'How many digits the code has. HyperVerge sends 4 or 6; 6 are much harder to guess.',
			},
			...branchOnProperties('send', sendCodes),
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: [
					{
						displayName: 'Transaction ID',
						name: 'transactionId',
						type: 'string',
						default: '',
						placeholder: 'e.g. onboarding-4711',
						description:
							'Tracks one person in the HyperVerge dashboard. Use the same value to send, retry and verify. Generated when empty.',
					},
					{
						displayName: 'Widget ID',
						name: 'widgetId',
						type: 'string',
						default: '',
						placeholder: 'e.g. 33686c6f6e4e',
						description:
							'Your own e-mail template, as HyperVerge names it. Without it the e-mail carries the branding of HyperVerge.',
					},
				],
			},
			optionsProperty,
			{
				displayName: 'Provider Quirks',
				name: 'providerQuirks',
				type: 'collection',
				placeholder: 'Add Quirk',
				default: {},
				options: [
					{
						displayName: 'Email Field Name',
						name: 'emailField',
						type: 'options',
						options: [
							{ name: 'Email', value: 'email' },
							{ name: 'Email ID', value: 'emailId' },
						],
						default: 'email',
						description:
							"The name of the address in the request. HyperVerge's documentation prints both; change it if HyperVerge answers that the address is missing.",
					},
					{
						displayName: 'Send OTP Length as Number',
						name: 'otpLengthAsNumber',
						type: 'boolean',
						default: false,
						description:
							'Whether to send the OTP length as a number instead of text. Switch it on if HyperVerge answers "is not one of enum values: 4,6".',
					},
				],
			},
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendEmailOtp, new HyperVergeSendEmailOtp().description);
	}
}
