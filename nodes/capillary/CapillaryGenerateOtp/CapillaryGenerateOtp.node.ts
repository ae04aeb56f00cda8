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
		description: generateOtp.description,
		defaults: { name: 'Capillary Generate OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(generateOtp),
		credentials,
		hints: generateOtp.hints,
		properties: generateOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, generateOtp);
	}
}
