import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { getCustomer } from './operation';

export class IServeUGetCustomer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Get Customer',
		name: 'iServeUGetCustomer',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: 'before sending an OTP',
		description: 'Look up the onboarding status of a customer before sending a one-time password (OTP)',
		defaults: { name: 'iServeU Get Customer' },
		usableAsTool: {
			replacements: {
				description:
					"Looks up the onboarding status of a customer with iServeU. The output has 'outcome' found or notFound, and 'reason' customerCreated, documentMissing, customerVerified, notOnboarded or, for a number that cannot be read, invalidRecipient. Give the mobile number as text, exactly as the customer wrote it. It changes nothing and sends nothing.",
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(getCustomer),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: getCustomer.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, getCustomer);
	}
}
