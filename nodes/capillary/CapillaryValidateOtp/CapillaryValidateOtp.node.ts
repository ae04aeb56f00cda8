import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { credentials } from '../fields';
import { validateOtp } from './operation';

export class CapillaryValidateOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Capillary Validate OTP',
		name: 'capillaryValidateOtp',
		icon: { light: 'file:../capillary.svg', dark: 'file:../capillary.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["action"].toLowerCase().replace(/_/g, " ") }}',
		description: validateOtp.description,
		defaults: { name: 'Capillary Validate OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(validateOtp),
		credentials,
		hints: validateOtp.hints,
		properties: validateOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, validateOtp);
	}
}
