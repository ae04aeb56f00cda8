import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { contractOf, minimalOf } from '../contracts';
import type { CredentialType } from '../contracts/contract';
import { actingPath } from './contracts';

/** A node that sends a code, and the node that verifies it. */
export interface Journey {
	provider: string;
	credential: CredentialType;
	send: { type: string; parameters: INodeParameters };
	verify: { type: string; parameters: INodeParameters };
	/** A recipient that nobody else uses. */
	recipient: (name: string) => string;
	/** A recipient that the provider refuses, where the simulator has one. */
	refused?: string;
	/** Whether the simulator limits how often one recipient gets a code. */
	throttles: boolean;
	/** The path of the call that makes the provider act. */
	sendPath: string;
	verifyPath: string;
}

/** What the contracts of the two nodes do not say, and what is not so in most journeys. */
type Particulars = Pick<Journey, 'send' | 'verify'> & Partial<Journey>;

function mobile(name: string): string {
	const digits = [...name].map((letter) => letter.charCodeAt(0) % 10).join('');
	return `98${digits}1111111`.slice(0, 9) + '1';
}

const email = (name: string) => `${name}@example.com`;

const TO = '={{ $json.to }}';
const CODE = '={{ $json.code }}';

function capillary(credential: 'capillaryTillApi' | 'capillaryClientApi'): Particulars {
	const authentication = credential === 'capillaryTillApi' ? 'till' : 'client';
	const whom = { authentication, entityType: 'EMAIL', entityValue: TO };
	const channels = { channel: [{ type: 'EMAIL', value: '' }] };
	return {
		credential,
		send: { type: 'capillaryGenerateOtp', parameters: { ...whom, channels } },
		verify: { type: 'capillaryValidateOtp', parameters: { ...whom, code: CODE } },
		refused: 'stranger@example.com',
	};
}

const PARTICULARS: Record<string, Particulars> = {
	HyperVerge: {
		send: { type: 'hyperVergeSendEmailOtp', parameters: { email: TO } },
		verify: {
			type: 'hyperVergeVerifyEmailOtp',
			parameters: { requestId: '={{ $json.requestId }}', otp: CODE },
		},
		refused: 'nobody@mail.invalid',
	},
	Wibmo: {
		send: { type: 'wibmoSendEmailOtp', parameters: { email: TO } },
		verify: { type: 'wibmoVerifyEmailOtp', parameters: { email: TO, otp: CODE } },
		refused: 'stranger@example.com',
	},
	iServeU: {
		send: { type: 'iServeUSendOtp', parameters: { customerMobileNumber: TO, ovdData: '765386439745' } },
		verify: {
			type: 'iServeUProcessCustomer',
			parameters: { ...minimalOf('iServeUProcessCustomer'), mobileNumber: TO, otp: CODE },
		},
		recipient: mobile,
		refused: '9876500000',
	},
	'HyperVerge by mobile': {
		send: { type: 'hyperVergeSendMobileOtp', parameters: { mobileNumber: TO, templateId: 'tmpl-1' } },
		verify: { type: 'hyperVergeVerifyMobileOtp', parameters: { mobileNumber: TO, otp: CODE } },
		recipient: mobile,
	},
	'Wibmo by mobile': {
		send: { type: 'wibmoSendMobileOtp', parameters: { mobileNumber: TO } },
		verify: { type: 'wibmoVerifyMobileOtp', parameters: { mobileNumber: TO, otp: CODE } },
		recipient: (name) => `91${mobile(name)}`,
		refused: '919876500000',
	},
	'iServeU transaction': {
		send: {
			type: 'iServeUSendOtp',
			parameters: { otpType: '2', customerMobileNumber: TO, requestedAmount: '1001' },
		},
		verify: {
			type: 'iServeUVerifyBeneficiary',
			parameters: {
				...minimalOf('iServeUVerifyBeneficiary'),
				customerMobileNumber: TO,
				externalRefNumber: '={{ $json.externalRefNumber || "ORDER000001" }}',
				otp: CODE,
			},
		},
		recipient: mobile,
		refused: '9876500000',
		throttles: false,
	},
	'Capillary with a till': capillary('capillaryTillApi'),
	'Capillary with an API client': capillary('capillaryClientApi'),
};

/** A journey with each provider and each way to sign in. Items are `{ to }` and `{ to, code, …references }`. */
export const JOURNEYS: Record<string, Journey> = Object.fromEntries(
	Object.entries(PARTICULARS).map(([name, particulars]) => {
		const [send, verify] = [particulars.send, particulars.verify].map(({ type }) => contractOf(type));
		return [
			name,
			{
				provider: send.provider,
				credential: send.credentials[0],
				sendPath: actingPath(send),
				verifyPath: actingPath(verify),
				recipient: email,
				throttles: true,
				...particulars,
			},
		];
	}),
);

/** The item that the verify node of a journey starts with. */
export function verifyItem(to: string, code: string, sent: IDataObject | undefined): IDataObject {
	const reference = (sent?.reference ?? {}) as IDataObject;
	return { to, code, ...reference };
}
