import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { combine } from '../../combine';
import { resendMobileOtp } from '../HyperVergeResendMobileOtp/operation';
import { retryEmailOtp } from '../HyperVergeRetryEmailOtp/operation';
import { sendEmailOtp } from '../HyperVergeSendEmailOtp/operation';
import { sendMobileOtp } from '../HyperVergeSendMobileOtp/operation';
import { verifyEmailOtp } from '../HyperVergeVerifyEmailOtp/operation';
import { verifyMobileOtp } from '../HyperVergeVerifyMobileOtp/operation';

const operations = combine({
	Email: [sendEmailOtp, retryEmailOtp, verifyEmailOtp],
	Mobile: [sendMobileOtp, resendMobileOtp, verifyMobileOtp],
});

export class HyperVerge implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HyperVerge',
		name: 'hyperVerge',
		icon: { light: 'file:../hyperverge.svg', dark: 'file:../hyperverge.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and verify one-time passwords (OTP) by email, SMS and voice call',
		defaults: { name: 'HyperVerge' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: operations.outputs,
		credentials: [{ name: 'hyperVergeApi', required: true }],
		hints: operations.hints,
		properties: operations.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await operations.run(this);
	}
}
