import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputsOf, runOperation } from '../../engine';
import { verifyBeneficiary } from './operation';

export class IServeUVerifyBeneficiary implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iServeU Verify Beneficiary',
		name: 'iServeUVerifyBeneficiary',
		icon: { light: 'file:../iserveu.svg', dark: 'file:../iserveu.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'checks a bank account',
		description: verifyBeneficiary.description,
		defaults: { name: 'iServeU Verify Beneficiary' },
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(verifyBeneficiary),
		credentials: [{ name: 'iServeUApi', required: true }],
		properties: verifyBeneficiary.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyBeneficiary);
	}
}
