import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { credentials } from '../fields';
import { generateOtp } from './operation';

export class CapillaryGenerateOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Generate OTP',
		name: 'capillaryGenerateOtp',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["action"].toLowerCase().replace(/_/g, " ") }}',
		description: 'Send a one-time password (OTP) over one or more channels',
		defaults: { name: 'Capillary Generate OTP' },
		usableAsTool: {
			replacements: {
				description:
					"Generates a one-time password with Capillary and sends it to a user as real messages. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number or address as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends more messages.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(generateOtp),
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
		properties: generateOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, generateOtp);
	}
}
