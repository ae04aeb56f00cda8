import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { combine } from '../../combine';
import { decryptPayload } from '../WibmoDecryptPayload/operation';
import { encryptPayload } from '../WibmoEncryptPayload/operation';
import { sendEmailOtp } from '../WibmoSendEmailOtp/operation';
import { sendMobileOtp } from '../WibmoSendMobileOtp/operation';
import { verifyEmailOtp } from '../WibmoVerifyEmailOtp/operation';
import { verifyMobileOtp } from '../WibmoVerifyMobileOtp/operation';

const operations = combine({
	Email: [sendEmailOtp, verifyEmailOtp],
	Mobile: [sendMobileOtp, verifyMobileOtp],
	Payload: [encryptPayload, decryptPayload],
});

export class Wibmo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wibmo',
		name: 'wibmo',
		icon: { light: 'file:../wibmo.svg', dark: 'file:../wibmo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and verify one-time passwords (OTP) by email and SMS',
		defaults: { name: 'Wibmo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: operations.outputs,
		credentials: [{ name: 'wibmoApi', required: true }],
		hints: operations.hints,
		properties: operations.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await operations.run(this);
	}
}
