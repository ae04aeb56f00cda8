import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { minimalOf } from '../../../contracts';
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

type Particular = Pick<Subject, 'title' | 'type' | 'parameters' | 'path' | 'prepare' | 'shows'> &
	Partial<Subject>;

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

function subject(
	base: Pick<Subject, 'provider' | 'credential' | 'addressField'>,
	kind: Kind,
	particular: Particular,
): Subject {
	return {
		...base,
		kind,
		stage: 'call',
		...GRANTING[kind],
		struckPath: particular.path,
		mark: 'to',
		extraFields: [],
		answerField: 'response',
		...particular,
	};
}

const HYPERVERGE = { provider: 'HyperVerge', credential: 'hyperVergeApi', addressField: 'baseUrl' } as const;
const ISERVEU = { provider: 'iServeU', credential: 'iServeUApi', addressField: 'baseUrl' } as const;
const TILL = { provider: 'Capillary', credential: 'capillaryTillApi', addressField: 'customHost' } as const;
const CLIENT = {
	provider: 'Capillary',
	credential: 'capillaryClientApi',
	addressField: 'customHost',
} as const;
const WIBMO = { provider: 'Wibmo', credential: 'wibmoApi', addressField: 'operationsBaseUrl' } as const;
const WIBMO_CRYPTO = { provider: 'Wibmo', credential: 'wibmoApi', addressField: 'cryptoBaseUrl' } as const;

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
	subject(HYPERVERGE, 'send', {
		title: 'HyperVerge Send Email OTP',
		type: 'hyperVergeSendEmailOtp',
		parameters: { email: to },
		path: '/sendOTPEmail',
		prepare: email,
		shows: byEmail,
	}),
	subject(HYPERVERGE, 'send', {
		title: 'HyperVerge Retry Email OTP',
		type: 'hyperVergeRetryEmailOtp',
		parameters: { requestId },
		path: '/retryOTPEmail',
		prepare: hyperVergeEmailCode,
		shows: byRequestId,
		mark: 'requestId',
	}),
	subject(HYPERVERGE, 'send', {
		title: 'HyperVerge Send Mobile OTP',
		type: 'hyperVergeSendMobileOtp',
		parameters: { mobileNumber: to, templateId: 'tmpl-1' },
		path: '/verifyMobileSendOtp',
		prepare: mobile,
		shows: byMobile,
	}),
	subject(HYPERVERGE, 'send', {
		title: 'HyperVerge Resend Mobile OTP',
		type: 'hyperVergeResendMobileOtp',
		parameters: { mobileNumber: to },
		path: '/resendOtp',
		prepare: hyperVergeMobileCode,
		shows: byMobile,
	}),
	subject(HYPERVERGE, 'verify', {
		title: 'HyperVerge Verify Email OTP',
		type: 'hyperVergeVerifyEmailOtp',
		parameters: { requestId, otp: code },
		path: '/verifyOTPEmail',
		prepare: hyperVergeEmailCode,
		shows: byRequestId,
		mark: 'requestId',
	}),
	subject(HYPERVERGE, 'verify', {
		title: 'HyperVerge Verify Mobile OTP',
		type: 'hyperVergeVerifyMobileOtp',
		parameters: { mobileNumber: to, otp: code },
		path: '/verifyMobileOtp',
		prepare: hyperVergeMobileCode,
		shows: byMobile,
	}),
];

const iServeU: Subject[] = [
	subject(ISERVEU, 'send', {
		title: 'iServeU Send OTP',
		type: 'iServeUSendOtp',
		parameters: { customerMobileNumber: to, ovdData: '765386439745' },
		path: '/otp/send',
		prepare: mobile,
		shows: byMobile,
	}),
	subject(ISERVEU, 'verify', {
		title: 'iServeU Process Customer',
		type: 'iServeUProcessCustomer',
		parameters: { ...minimalOf('iServeUProcessCustomer'), mobileNumber: to, otp: code },
		path: '/process-customer-registration',
		prepare: iServeURegistrationCode,
		shows: byMobile,
	}),
	subject(ISERVEU, 'verify', {
		title: 'iServeU Verify Beneficiary',
		type: 'iServeUVerifyBeneficiary',
		parameters: {
			...minimalOf('iServeUVerifyBeneficiary'),
			customerMobileNumber: to,
			externalRefNumber: '={{ $json.externalRefNumber }}',
			otp: code,
		},
		path: '/transaction/verify-bene',
		prepare: iServeUTransactionCode,
		shows: (person) => ({
			recipient: person.maskedMobile,
			reference: { externalRefNumber: transactionOf(person) },
		}),
	}),
	subject(ISERVEU, 'customer', {
		title: 'iServeU Get Customer',
		type: 'iServeUGetCustomer',
		parameters: { ...minimalOf('iServeUGetCustomer'), mobileNumber: to },
		path: '/customer/get-customer',
		prepare: iServeURegistrationCode,
		shows: byMobile,
	}),
];

const generate = {
	type: 'capillaryGenerateOtp',
	path: '/v2/otp/generate',
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
	path: '/v2/otp/validate',
	prepare: capillaryCode('GENERIC'),
	shows: byLongMobile,
};
const validateParameters = { entityType: 'MOBILE', entityValue: to, code, action: 'GENERIC' };
const check = {
	type: 'capillaryCheckPointsRedeemable',
	path: '/v1.1/points/isredeemable',
	prepare: longMobile,
	shows: byLongMobile,
};
const ofCustomer = { identifierName: 'mobile', identifierValue: to };

const capillary: Subject[] = [
	subject(TILL, 'send', {
		...generate,
		title: 'Capillary Generate OTP',
		parameters: generateParameters,
	}),
	subject(TILL, 'verify', {
		...validate,
		title: 'Capillary Validate OTP',
		parameters: validateParameters,
	}),
	subject(TILL, 'fetch', {
		title: 'Capillary Get OTP',
		type: 'capillaryGetOtp',
		parameters: { ...ofCustomer, scope: 'GENERIC' },
		path: '/v2/otp',
		prepare: capillaryCode('GENERIC'),
		shows: byLongMobile,
	}),
	subject(TILL, 'check', {
		...check,
		title: 'Capillary Check Points Redeemable, with a code',
		parameters: { ...ofCustomer, points: 10, issueOtp: true },
	}),
	subject(TILL, 'redeem', {
		title: 'Capillary Redeem Points',
		type: 'capillaryRedeemPoints',
		parameters: { ...ofCustomer, points: 10, validationCode: code },
		path: '/v1.1/points/redeem',
		prepare: capillaryCode('POINTS'),
		shows: byLongMobile,
	}),
	subject(TILL, 'redeem', {
		title: 'Capillary Redeem Coupon',
		type: 'capillaryRedeemCoupon',
		parameters: { ...ofCustomer, couponCode: 'OTP50', validationCode: code },
		path: '/v1.1/coupon/redeem',
		prepare: capillaryCode('COUPON'),
		shows: byLongMobile,
	}),
];

const OPERATIONS = '/api/onboarding/v1';
/** Wibmo's operations carry a token, so that no item can be told from another. */
const sealed = { mark: undefined, answerField: undefined };

const wibmoOperations: Subject[] = [
	subject(WIBMO, 'send', {
		...sealed,
		title: 'Wibmo Send Email OTP',
		type: 'wibmoSendEmailOtp',
		parameters: { email: to },
		path: `${OPERATIONS}/sentOtpEmail`,
		prepare: email,
		shows: byEmail,
	}),
	subject(WIBMO, 'send', {
		...sealed,
		title: 'Wibmo Send Mobile OTP',
		type: 'wibmoSendMobileOtp',
		parameters: { mobileNumber: to },
		path: `${OPERATIONS}/sentOtpMobile`,
		prepare: longMobile,
		shows: byLongMobile,
	}),
	subject(WIBMO, 'verify', {
		...sealed,
		title: 'Wibmo Verify Email OTP',
		type: 'wibmoVerifyEmailOtp',
		parameters: { email: to, otp: code },
		path: `${OPERATIONS}/verifyEmailOtp`,
		prepare: wibmoEmailCode,
		shows: byEmail,
	}),
	subject(WIBMO, 'verify', {
		...sealed,
		title: 'Wibmo Verify Mobile OTP',
		type: 'wibmoVerifyMobileOtp',
		parameters: { mobileNumber: to, otp: code },
		path: `${OPERATIONS}/verifyMobileOtp`,
		prepare: wibmoMobileCode,
		shows: byLongMobile,
	}),
];

const wibmoCrypto: Subject[] = [
	subject(WIBMO_CRYPTO, 'encrypt', {
		title: 'Wibmo Encrypt Payload',
		type: 'wibmoEncryptPayload',
		parameters: { messageCode: '2080', email: to },
		path: '/api/v2/encrypt',
		prepare: email,
		shows: byEmail,
		extraFields: ['token'],
		answerField: undefined,
	}),
	subject(WIBMO_CRYPTO, 'decrypt', {
		title: 'Wibmo Decrypt Payload',
		type: 'wibmoDecryptPayload',
		parameters: { token: '={{ $json.token }}' },
		path: '/api/v2/decrypt',
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
export const WITHOUT_CODE: Subject = subject(TILL, 'check', {
	...check,
	title: 'Capillary Check Points Redeemable, without a code',
	parameters: { ...ofCustomer, points: 10, issueOtp: false },
	acts: false,
	sends: false,
});

/** Nodes with other settings, which must not change what a fault means. */
export const VARIANTS: readonly Subject[] = [
	subject(WIBMO, 'send', {
		title: 'Wibmo Send Email OTP, with an existing token',
		type: 'wibmoSendEmailOtp',
		parameters: { payload: 'encrypted', token: '={{ $json.token }}' },
		path: `${OPERATIONS}/sentOtpEmail`,
		prepare: wibmoEmailToken,
		shows: nobody,
		mark: 'token',
		answerField: undefined,
	}),
	subject(CLIENT, 'send', {
		...generate,
		title: 'Capillary Generate OTP, as an API client',
		parameters: { ...generateParameters, authentication: 'client' },
	}),
	subject(CLIENT, 'verify', {
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
