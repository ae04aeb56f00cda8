import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CONTRACTS, contractOf, minimalOf } from '../contracts';
import type { Contract, CredentialType, Mark } from '../contracts/contract';
import { valueAt, withValue } from '../contracts/paths';
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

/** What comes from the item, by the kind of value. */
const FROM_ITEM: Partial<Record<Mark, string>> = {
	...{ email: TO, mobile: TO, mobileWithCountry: TO },
	...{ code: CODE, shortCode: CODE, letterCode: CODE },
};

/** A node of which only its contract is known: recipient and code come from the item. */
export function stepOf({ node, fields, samples }: Contract): Step {
	const { parameters } = samples.minimal;
	const replaced = Object.entries(fields).reduce((rest, [path, { recipient, secret }]) => {
		const expression = FROM_ITEM[recipient ?? secret ?? 'pid'];
		return expression === undefined || valueAt(parameters, path) === undefined
			? rest
			: withValue(rest, path, expression);
	}, parameters);
	return step(node, replaced);
}

/** The kind of address that a node takes. */
export const recipientKind = ({ fields }: Contract): Mark =>
	Object.values(fields).find(({ recipient }) => recipient !== undefined)?.recipient ?? 'email';

/** A journey with each provider and each way to sign in. Items are `{ to }` and `{ to, code, …references }`. */
const KNOWN: Record<string, Journey> = {
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

const isKnown = (node: string) => Object.values(KNOWN).some(({ verify }) => verify.type === node);

/** Every verification is part of one: where nothing is said above, its contract names the node that sends. */
export const JOURNEYS: Record<string, Journey> = {
	...KNOWN,
	...Object.fromEntries(
		CONTRACTS.filter(({ node, sentBy }) => sentBy !== undefined && !isKnown(node)).map((contract) => {
			const kinds = { mobile, mobileWithCountry: (name: string) => `91${mobile(name)}` };
			const send = stepOf(contractOf(String(contract.sentBy)));
			const recipient = { email, ...kinds }[recipientKind(contract) as 'email'] ?? email;
			return [contract.operation, journey(send, stepOf(contract), { recipient })];
		}),
	),
};

/** The item that the verify node of a journey starts with. */
export function verifyItem(to: string, code: string, sent: IDataObject | undefined): IDataObject {
	const reference = (sent?.reference ?? {}) as IDataObject;
	return { to, code, ...reference };
}
