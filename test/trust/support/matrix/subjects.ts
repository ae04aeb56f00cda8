import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { operationOf } from '../../../../tools/package';
import { contractOf, minimalOf } from '../../../contracts';
import { actingPath } from '../../../support/contracts';
import type { Journey } from '../../../support/scenarios';
import {
	capillaryCode,
	hyperVergeEmailCode,
	hyperVergeMobileCode,
	iServeURegistrationCode,
	iServeUTransactionCode,
	transactionOf,
	wibmoEmailCode,
	wibmoEmailToken,
	wibmoMobileCode,
	type Person,
	type Preparation,
} from './people';

/** What a node does, as it decides over its outputs. */
export type Kind = 'send' | 'verify' | 'redeem' | 'check' | 'fetch' | 'customer' | 'encrypt' | 'decrypt';

/**
 * Which of a node's calls the fault strikes: the one that the node is for, or a call that it needs
 * before or after it.
 */
export type Stage = 'call' | 'encrypt' | 'decrypt' | 'token';

/** A node with its settings, and the call of it that is struck. */
export interface Subject {
	/** As a person reads it. */
	title: string;
	type: string;
	provider: 'Wibmo' | 'iServeU' | 'Capillary' | 'HyperVerge';
	kind: Kind;
	stage: Stage;
	credential: Journey['credential'];
	/** The field of the credential that holds the address of the struck call. */
	addressField: 'baseUrl' | 'customHost' | 'operationsBaseUrl' | 'cryptoBaseUrl';
	parameters: INodeParameters;
	/** The end of the path of the call that the node is for. */
	path: string;
	/** The end of the path of the struck call. */
	struckPath: string;
	/** The output that grants, and the outcome of its items. */
	output: string;
	outcome: string;
	/** Whether the provider acts on the call: a message goes out, an attempt counts, points move. */
	acts: boolean;
	/** Whether a message goes out. */
	sends: boolean;
	/** Makes the input item of a person. */
	prepare: Preparation;
	/** A value of the item that the struck call carries in clear; missing where it is encrypted. */
	mark?: 'to' | 'requestId' | 'token';
	/** What of a person the items show. */
	shows: (person: Person, item: IDataObject) => { recipient: string | null; reference: IDataObject };
	/** Fields that its items have beyond the common ones. */
	extraFields: readonly string[];
	/** The field of a successful item that holds the struck answer, where one does. */
	answerField?: 'response' | 'content';
}

/** What the contract of the node does not say. */
type Particular = Pick<Subject, 'type' | 'parameters' | 'prepare' | 'shows'> & Partial<Subject>;

const ADDRESS_FIELDS = {
	capillaryClientApi: 'customHost',
	capillaryTillApi: 'customHost',
	hyperVergeApi: 'baseUrl',
	iServeUApi: 'baseUrl',
	wibmoApi: 'operationsBaseUrl',
} as const;

const GRANTING: Record<Kind, Pick<Subject, 'output' | 'outcome' | 'acts' | 'sends'>> = {
	send: { output: 'Sent', outcome: 'sent', acts: true, sends: true },
	verify: { output: 'Verified', outcome: 'verified', acts: true, sends: false },
	redeem: { output: 'Redeemed', outcome: 'redeemed', acts: true, sends: false },
	check: { output: 'Redeemable', outcome: 'redeemable', acts: true, sends: true },
	fetch: { output: 'Found', outcome: 'found', acts: false, sends: false },
	customer: { output: 'Created', outcome: 'found', acts: false, sends: false },
	encrypt: { output: 'Output 0', outcome: 'encrypted', acts: false, sends: false },
	decrypt: { output: 'Output 0', outcome: 'decrypted', acts: false, sends: false },
};

function subject(particular: Particular): Subject {
	const contract = contractOf(particular.type);
	const [credential] = contract.credentials;
	const path = actingPath(contract);
	return {
		title: operationOf(contract.node).node.description.displayName,
		provider: contract.title as Subject['provider'],
		credential,
		addressField: ADDRESS_FIELDS[particular.credential ?? credential],
		kind: contract.kind,
		stage: 'call',
		...GRANTING[contract.kind],
		path,
		struckPath: path,
		mark: 'to',
		extraFields: [],
		answerField: 'response',
		...particular,
	};
}

/** The Encrypt and Decrypt APIs have an address of their own. */
const CRYPTO = { addressField: 'cryptoBaseUrl' } as const;
const CLIENT = { credential: 'capillaryClientApi' } as const;

const byEmail: Subject['shows'] = ({ maskedEmail }) => ({ recipient: maskedEmail, reference: {} });
const byMobile: Subject['shows'] = ({ maskedMobile }) => ({ recipient: maskedMobile, reference: {} });
const byLongMobile: Subject['shows'] = ({ maskedLongMobile }) => ({
	recipient: maskedLongMobile,
	reference: {},
});
const byRequestId: Subject['shows'] = (_person, { requestId }) => ({
	recipient: null,
	reference: { requestId },
});
const nobody: Subject['shows'] = () => ({ recipient: null, reference: {} });

const email: Preparation = async (_simulator, person) => ({ to: person.email });
const mobile: Preparation = async (_simulator, person) => ({ to: person.mobile });
const longMobile: Preparation = async (_simulator, person) => ({ to: person.longMobile });

const to = '={{ $json.to }}';
const code = '={{ $json.code }}';
const requestId = '={{ $json.requestId }}';

const hyperVerge: Subject[] = [
	subject({
		type: 'hyperVergeSendEmailOtp',
		parameters: { email: to },
		prepare: email,
		shows: byEmail,
	}),
	subject({
		type: 'hyperVergeRetryEmailOtp',
		parameters: { requestId },
		prepare: hyperVergeEmailCode,
		shows: byRequestId,
		mark: 'requestId',
	}),
	subject({
		type: 'hyperVergeSendMobileOtp',
		parameters: { mobileNumber: to, templateId: 'tmpl-1' },
		prepare: mobile,
		shows: byMobile,
	}),
	subject({
		type: 'hyperVergeResendMobileOtp',
		parameters: { mobileNumber: to },
		prepare: hyperVergeMobileCode,
		shows: byMobile,
	}),
	subject({
		type: 'hyperVergeVerifyEmailOtp',
		parameters: { requestId, otp: code },
		prepare: hyperVergeEmailCode,
		shows: byRequestId,
		mark: 'requestId',
	}),
	subject({
		type: 'hyperVergeVerifyMobileOtp',
		parameters: { mobileNumber: to, otp: code },
		prepare: hyperVergeMobileCode,
		shows: byMobile,
	}),
];

const iServeU: Subject[] = [
	subject({
		type: 'iServeUSendOtp',
		parameters: { customerMobileNumber: to, ovdData: '765386439745' },
		prepare: mobile,
		shows: byMobile,
	}),
	subject({
		type: 'iServeUProcessCustomer',
		parameters: { ...minimalOf('iServeUProcessCustomer'), mobileNumber: to, otp: code },
		prepare: iServeURegistrationCode,
		shows: byMobile,
	}),
	subject({
		type: 'iServeUVerifyBeneficiary',
		parameters: {
			...minimalOf('iServeUVerifyBeneficiary'),
			customerMobileNumber: to,
			externalRefNumber: '={{ $json.externalRefNumber }}',
			otp: code,
		},
		prepare: iServeUTransactionCode,
		shows: (person) => ({
			recipient: person.maskedMobile,
			reference: { externalRefNumber: transactionOf(person) },
		}),
	}),
	subject({
		type: 'iServeUGetCustomer',
		parameters: { ...minimalOf('iServeUGetCustomer'), mobileNumber: to },
		prepare: iServeURegistrationCode,
		shows: byMobile,
	}),
];

const generate = {
	type: 'capillaryGenerateOtp',
	prepare: longMobile,
	shows: byLongMobile,
};
const generateParameters = {
	entityType: 'MOBILE',
	entityValue: to,
	action: 'GENERIC',
	channels: { channel: [{ type: 'SMS', value: '' }] },
};
const validate = {
	type: 'capillaryValidateOtp',
	prepare: capillaryCode('GENERIC'),
	shows: byLongMobile,
};
const validateParameters = { entityType: 'MOBILE', entityValue: to, code, action: 'GENERIC' };
const check = {
	type: 'capillaryCheckPointsRedeemable',
	prepare: longMobile,
	shows: byLongMobile,
};
const ofCustomer = { identifierName: 'mobile', identifierValue: to };

const capillary: Subject[] = [
	subject({
		...generate,
		parameters: generateParameters,
	}),
	subject({
		...validate,
		parameters: validateParameters,
	}),
	subject({
		type: 'capillaryGetOtp',
		parameters: { ...ofCustomer, scope: 'GENERIC' },
		prepare: capillaryCode('GENERIC'),
		shows: byLongMobile,
	}),
	subject({
		...check,
		title: 'Capillary Check Points Redeemable, with a code',
		parameters: { ...ofCustomer, points: 10, issueOtp: true },
	}),
	subject({
		type: 'capillaryRedeemPoints',
		parameters: { ...ofCustomer, points: 10, validationCode: code },
		prepare: capillaryCode('POINTS'),
		shows: byLongMobile,
	}),
	subject({
		type: 'capillaryRedeemCoupon',
		parameters: { ...ofCustomer, couponCode: 'OTP50', validationCode: code },
		prepare: capillaryCode('COUPON'),
		shows: byLongMobile,
	}),
];

/** Wibmo's operations carry a token, so that no item can be told from another. */
const sealed = { mark: undefined, answerField: undefined };

const wibmoOperations: Subject[] = [
	subject({
		...sealed,
		type: 'wibmoSendEmailOtp',
		parameters: { email: to },
		prepare: email,
		shows: byEmail,
	}),
	subject({
		...sealed,
		type: 'wibmoSendMobileOtp',
		parameters: { mobileNumber: to },
		prepare: longMobile,
		shows: byLongMobile,
	}),
	subject({
		...sealed,
		type: 'wibmoVerifyEmailOtp',
		parameters: { email: to, otp: code },
		prepare: wibmoEmailCode,
		shows: byEmail,
	}),
	subject({
		...sealed,
		type: 'wibmoVerifyMobileOtp',
		parameters: { mobileNumber: to, otp: code },
		prepare: wibmoMobileCode,
		shows: byLongMobile,
	}),
];

const wibmoCrypto: Subject[] = [
	subject({
		...CRYPTO,
		type: 'wibmoEncryptPayload',
		parameters: { messageCode: '2080', email: to },
		prepare: email,
		shows: byEmail,
		extraFields: ['token'],
		answerField: undefined,
	}),
	subject({
		...CRYPTO,
		type: 'wibmoDecryptPayload',
		parameters: { token: '={{ $json.token }}' },
		prepare: wibmoEmailToken,
		shows: nobody,
		mark: 'token',
		extraFields: ['content'],
		answerField: 'content',
	}),
];

/** Every node of the package, struck at the call that it is for. */
export const NODES: readonly Subject[] = [
	...wibmoOperations,
	...wibmoCrypto,
	...iServeU,
	...capillary,
	...hyperVerge,
];

/** A node that makes nobody act until it is told to send a code. */
export const WITHOUT_CODE: Subject = subject({
	...check,
	title: 'Capillary Check Points Redeemable, without a code',
	parameters: { ...ofCustomer, points: 10, issueOtp: false },
	acts: false,
	sends: false,
});

/** Nodes with other settings, which must not change what a fault means. */
export const VARIANTS: readonly Subject[] = [
	subject({
		title: 'Wibmo Send Email OTP, with an existing token',
		type: 'wibmoSendEmailOtp',
		parameters: { payload: 'encrypted', token: '={{ $json.token }}' },
		prepare: wibmoEmailToken,
		shows: nobody,
		mark: 'token',
		answerField: undefined,
	}),
	subject({
		...CLIENT,
		...generate,
		title: 'Capillary Generate OTP, as an API client',
		parameters: { ...generateParameters, authentication: 'client' },
	}),
	subject({
		...CLIENT,
		...validate,
		title: 'Capillary Validate OTP, as an API client',
		parameters: { ...validateParameters, authentication: 'client' },
	}),
];

/** A send and a verify operation; the other two make the same calls. */
const [sendEmail, , , verifyMobile] = wibmoOperations;
const operations = [sendEmail, verifyMobile];

const encryptCalls = operations.map(
	(operation): Subject => ({
		...operation,
		title: `${operation.title}: its encrypt call`,
		stage: 'encrypt',
		addressField: 'cryptoBaseUrl',
		struckPath: '/api/v2/encrypt',
		mark: 'to',
	}),
);

const decryptCalls = operations.map(
	(operation): Subject => ({
		...operation,
		title: `${operation.title}: its decrypt call`,
		stage: 'decrypt',
		addressField: 'cryptoBaseUrl',
		struckPath: '/api/v2/decrypt',
	}),
);

const tokenCalls = VARIANTS.filter(({ credential }) => credential === 'capillaryClientApi').map(
	(variant): Subject => ({
		...variant,
		title: `${variant.title}: its access token`,
		stage: 'token',
		struckPath: '/v3/oauth/token/generate',
		mark: undefined,
	}),
);

/** The calls that a node makes before or after the one that it is for. */
export const OTHER_CALLS: readonly Subject[] = [...encryptCalls, ...decryptCalls, ...tokenCalls];
