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
import { verifyCodes } from '../codes';
import { verifyEmailOtp } from './operation';

export class HyperVergeVerifyEmailOtp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge Verify Email OTP',
		name: 'hyperVergeVerifyEmailOtp',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'code from an e-mail',
		description:
			'Checks with HyperVerge a one-time password (OTP) that a person received by e-mail, and branches on the answer: Blocked, Expired, Wrong Code, Verified. Each call uses up an attempt, so do not repeat it with the same code.',
		defaults: { name: 'HyperVerge Verify Email OTP' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf('verify'),
		credentials: [{ name: 'hyperVergeApi', required: true }],
		properties: [
			{
				displayName: 'Request ID',
				name: 'requestId',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. {{ $json.reference.requestId }}',
				description: "The field 'reference.requestId' of the node that sent the code",
			},
			{
				displayName: 'OTP',
				name: 'otp',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				description: 'The code that the person received. Keep it a text, so that leading zeros stay.',
			},
			...branchOnProperties('verify', verifyCodes),
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: [
					{
						displayName: 'Email',
						name: 'email',
						type: 'string',
						default: '',
						placeholder: 'e.g. name@example.com',
						description: 'The address that the code went to',
					},
					{
						displayName: 'Transaction ID',
						name: 'transactionId',
						type: 'string',
						default: '',
						placeholder: 'e.g. {{ $json.reference.transactionId }}',
						description:
							'Tracks one person in the HyperVerge dashboard. Use the same value to send, retry and verify. Generated when empty.',
					},
					{
						displayName: 'Widget ID',
						name: 'widgetId',
						type: 'string',
						default: '',
						placeholder: 'e.g. 33686c6f6e4e',
						description: 'The same value as in the node that sent the code, if it had one',
					},
				],
			},
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, verifyEmailOtp, new HyperVergeVerifyEmailOtp().description);
	}
}
