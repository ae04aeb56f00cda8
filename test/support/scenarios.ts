import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { contractOf, minimalOf } from '../contracts';
import type { CredentialType } from '../contracts/contract';
import { actingPath } from './contracts';

interface Step {
	type: string;
	parameters: INodeParameters;
}

/** A node that sends a code, and the node that verifies it. */
export interface Journey {
	provider: string;
	credential: CredentialType;
	send: Step;
	verify: Step;
	/** A recipient that nobody else uses. */
	recipient: (name: string) => string;
	/** The path of the call that makes the provider act. */
	sendPath: string;
}

const email = (name: string) => `${name}@example.com`;

function mobile(name: string): string {
	const digits = [...name].map((letter) => letter.charCodeAt(0) % 10).join('');
	return `98${digits}1111111`.slice(0, 9) + '1';
}

const step = (type: string, parameters: INodeParameters): Step => ({ type, parameters });

/** A journey, of which the contract of the node that sends says the most. */
function journey(send: Step, verify: Step, particulars: Partial<Journey> = {}): Journey {
	const contract = contractOf(send.type);
	const { provider, credentials } = contract;
	const known = { provider, credential: credentials[0], sendPath: actingPath(contract) };
	return { ...known, send, verify, recipient: email, ...particulars };
}

const TO = '={{ $json.to }}';
const CODE = '={{ $json.code }}';

function capillary(authentication: 'client' | 'till', credential: CredentialType): Journey {
	const whom = { authentication, entityType: 'EMAIL', entityValue: TO };
	const channels = { channel: [{ type: 'EMAIL', value: '' }] };
	return journey(
		step('capillaryGenerateOtp', { ...whom, channels }),
		step('capillaryValidateOtp', { ...whom, code: CODE }),
		{ credential },
	);
}

/** A journey with each provider and each way to sign in. Items are `{ to }` and `{ to, code, …references }`. */
export const JOURNEYS: Record<string, Journey> = {
	HyperVerge: journey(
		step('hyperVergeSendEmailOtp', { email: TO }),
		step('hyperVergeVerifyEmailOtp', { requestId: '={{ $json.requestId }}', otp: CODE }),
	),
	Wibmo: journey(
		step('wibmoSendEmailOtp', { email: TO }),
		step('wibmoVerifyEmailOtp', { email: TO, otp: CODE }),
	),
	iServeU: journey(
		step('iServeUSendOtp', { customerMobileNumber: TO, ovdData: '765386439745' }),
		step('iServeUProcessCustomer', {
			...minimalOf('iServeUProcessCustomer'),
			mobileNumber: TO,
			otp: CODE,
		}),
		{ recipient: mobile },
	),
	'HyperVerge by mobile': journey(
		step('hyperVergeSendMobileOtp', { mobileNumber: TO, templateId: 'tmpl-1' }),
		step('hyperVergeVerifyMobileOtp', { mobileNumber: TO, otp: CODE }),
		{ recipient: mobile },
	),
	'Wibmo by mobile': journey(
		step('wibmoSendMobileOtp', { mobileNumber: TO }),
		step('wibmoVerifyMobileOtp', { mobileNumber: TO, otp: CODE }),
		{ recipient: (name) => `91${mobile(name)}` },
	),
	'iServeU transaction': journey(
		step('iServeUSendOtp', { otpType: '2', customerMobileNumber: TO, requestedAmount: '1001' }),
		step('iServeUVerifyBeneficiary', {
			...minimalOf('iServeUVerifyBeneficiary'),
			customerMobileNumber: TO,
			externalRefNumber: '={{ $json.externalRefNumber || "ORDER000001" }}',
			otp: CODE,
		}),
		{ recipient: mobile },
	),
	'Capillary with a till': capillary('till', 'capillaryTillApi'),
	'Capillary with an API client': capillary('client', 'capillaryClientApi'),
};

/** The item that the verify node of a journey starts with. */
export function verifyItem(to: string, code: string, sent: IDataObject | undefined): IDataObject {
	const reference = (sent?.reference ?? {}) as IDataObject;
	return { to, code, ...reference };
}
