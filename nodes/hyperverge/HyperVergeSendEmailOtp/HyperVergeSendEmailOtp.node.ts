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
import * as fields from '../properties';
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
			fields.emailOtpLength,
			...branchOnProperties('send', sendCodes),
			fields.additionalFields([], [fields.widgetId]),
			optionsProperty,
			fields.providerQuirks(['emailField', 'otpLengthAsNumber']),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sendEmailOtp, new HyperVergeSendEmailOtp().description);
	}
}
