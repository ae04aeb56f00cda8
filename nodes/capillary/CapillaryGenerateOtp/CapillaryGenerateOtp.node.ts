import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { branchOnProperties, optionsProperty, outputsOf, runOperation } from '../../engine';
import { generateCodes } from '../codes';
import { providerQuirks, authentication, credentials, entityType, entityValue, purpose } from '../properties';
import { generateOtp } from './operation';

export class CapillaryGenerateOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Generate OTP',
		name: 'capillaryGenerateOtp',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["action"].toLowerCase().replace(/_/g, " ") }}',
		description: 'Send a one-time password (OTP) over one or several channels',
		defaults: { name: 'Capillary Generate OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Generates a one-time password with Capillary and sends it as real messages to a person. The answer has 'outcome' sent, throttled or notSent, and never the code. Do not repeat it blindly: each repeat sends more messages.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('send'),
		credentials,
		hints: [
			{
				message: "A WhatsApp channel needs 'WhatsApp Template Name' under 'Templates'.",
				type: 'warning',
				displayCondition:
					'={{ ($parameter["channels"].channel || []).some((channel) => channel.type === "WHATSAPP") && !$parameter["templates"].whatsappTemplateName }}',
				location: 'ndv',
				whenToDisplay: 'always',
			},
			{
				message: "A Zalo channel needs 'Zalo Template Identifier' under 'Templates'.",
				type: 'warning',
				displayCondition:
					'={{ ($parameter["channels"].channel || []).some((channel) => channel.type === "ZALO") && !$parameter["templates"].zaloTemplateIdentifier }}',
				location: 'ndv',
				whenToDisplay: 'always',
			},
		],
		properties: [
			authentication,
			entityType,
			entityValue,
			purpose({
				displayName: 'Action',
				name: 'action',
				description: 'What the code is for. It can be used for nothing else.',
			}),
			{
				displayName: 'Channels',
				name: 'channels',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Channel',
				default: { channel: [{ type: 'SMS', value: '' }] },
				description: 'Where the code goes. It goes to all channels at the same time.',
				options: [
					{
						displayName: 'Channel',
						name: 'channel',
						values: [
							{
								displayName: 'Type',
								name: 'type',
								type: 'options',
								options: [
									{ name: 'Email', value: 'EMAIL' },
									{ name: 'Mobile (Phone Call)', value: 'MOBILE' },
									{ name: 'Phone Call', value: 'PHONE' },
									{ name: 'SMS', value: 'SMS' },
									{
										name: 'WhatsApp',
										value: 'WHATSAPP',
										description: "Needs 'WhatsApp Template Name' under 'Templates'",
									},
									{
										name: 'Zalo',
										value: 'ZALO',
										description: "Needs 'Zalo Template Identifier' under 'Templates'",
									},
								],
								default: 'SMS',
								description:
									"The kind of channel. It must be allowed in Capillary's setting 'Communicate OTP via'.",
							},
							{
								displayName: 'Value',
								name: 'value',
								type: 'string',
								default: '',
								placeholder: 'e.g. 919876543210',
								description:
									"The number or address to deliver to. Empty takes the 'Entity Value', if it is of the right kind.",
							},
						],
					},
				],
			},
			...branchOnProperties('send', generateCodes),
			{
				displayName: 'Templates',
				name: 'templates',
				type: 'collection',
				placeholder: 'Add Template',
				default: {},
				description:
					'Your own texts. Without them Capillary takes the template that is set up for the action, or its own.',
				options: [
					{
						displayName: 'Email Body',
						name: 'emailBody',
						type: 'string',
						typeOptions: { rows: 4 },
						default: '',
						description: 'The text of the e-mail, with {{ validation_code }} in it exactly once',
					},
					{
						displayName: 'Email Subject',
						name: 'emailSubject',
						type: 'string',
						default: '',
						placeholder: 'e.g. Validation Code',
						description: 'The subject of the e-mail',
					},
					{
						displayName: 'SMS Template',
						name: 'template',
						type: 'string',
						typeOptions: { rows: 2 },
						default: '',
						description: 'The text of the SMS, with {{ validation_code }} in it exactly once',
					},
					{
						displayName: 'WhatsApp Template Name',
						name: 'whatsappTemplateName',
						type: 'string',
						default: '',
						placeholder: 'e.g. otp_login',
						description: 'The approved template, as it is called in Engage+',
					},
					{
						displayName: 'Zalo Template Identifier',
						name: 'zaloTemplateIdentifier',
						type: 'string',
						default: '',
						placeholder: 'e.g. 204711',
						description: 'Which template carries the code in a Zalo channel',
					},
				],
			},
			optionsProperty,
			providerQuirks([
				{
					displayName: 'Channel Type in Lower Case',
					name: 'channelTypeInLowerCase',
					type: 'boolean',
					default: false,
					description:
						'Whether to write the type of a channel in lower case, as one sample of Capillary does. Switch it on if Capillary answers 603 for a channel that is set up.',
				},
			]),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, generateOtp, new CapillaryGenerateOtp().description);
	}
}
