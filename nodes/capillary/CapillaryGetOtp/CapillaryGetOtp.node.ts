import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { credentials } from '../fields';
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
		description: getOtp.description,
		defaults: { name: 'Capillary Get OTP' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(getOtp),
		credentials,
		properties: getOtp.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, getOtp);
	}
}
