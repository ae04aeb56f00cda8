import type { INode } from 'n8n-workflow';

import { manifest } from '../../tools/package';

const PACKAGE = `${manifest.name}.`;

/** The branches that the nodes of the examples can take. */
export type BranchName =
	| 'Not Sent'
	| 'Throttled'
	| 'Sent'
	| 'Blocked'
	| 'Expired'
	| 'Wrong Code'
	| 'Verified'
	| 'Not Found'
	| 'Found'
	| 'Created'
	| 'No OVD'
	| 'Not Redeemable'
	| 'Redeemable'
	| 'Refused'
	| 'Redeemed'
	| 'Encrypted'
	| 'Decrypted'
	| 'Error';

const SEND: BranchName[] = ['Not Sent', 'Throttled', 'Sent'];
const VERIFY: BranchName[] = ['Blocked', 'Expired', 'Wrong Code', 'Verified'];
const FETCH: BranchName[] = ['Not Found', 'Found'];
const REDEEM: BranchName[] = ['Refused', 'Wrong Code', 'Redeemed'];

/**
 * The outputs of the nodes, in the order that the package promises. They're written down here a
 * second time, so that the demo notices when a node breaks this promise.
 */
const OUTPUTS: Record<string, BranchName[]> = {
	// Their one output has no name of its own.
	wibmoEncryptPayload: ['Encrypted'],
	wibmoDecryptPayload: ['Decrypted'],
	wibmoSendEmailOtp: SEND,
	wibmoVerifyEmailOtp: VERIFY,
	wibmoSendMobileOtp: SEND,
	wibmoVerifyMobileOtp: VERIFY,
	iServeUGetCustomer: ['Not Found', 'Created', 'No OVD', 'Verified'],
	iServeUSendOtp: SEND,
	iServeUProcessCustomer: VERIFY,
	iServeUVerifyBeneficiary: VERIFY,
	capillaryGenerateOtp: SEND,
	capillaryValidateOtp: VERIFY,
	capillaryGetOtp: FETCH,
	capillaryCheckPointsRedeemable: ['Not Redeemable', 'Redeemable'],
	capillaryRedeemPoints: REDEEM,
	capillaryRedeemCoupon: REDEEM,
	hyperVergeSendEmailOtp: SEND,
	hyperVergeRetryEmailOtp: SEND,
	hyperVergeVerifyEmailOtp: VERIFY,
	hyperVergeSendMobileOtp: SEND,
	hyperVergeResendMobileOtp: SEND,
	hyperVergeVerifyMobileOtp: VERIFY,
};

/**
 * The outputs of a node of this package as it stands in a workflow: its own, and n8n's error output
 * where *On Error* adds one.
 *
 * @throws if the package has no such node
 */
export function outputsOf({ type, onError }: Pick<INode, 'type' | 'onError'>): BranchName[] {
	const own = OUTPUTS[typeInPackage(type)];
	if (!own) throw new Error(`The package has no node ${type}`);
	return onError === 'continueErrorOutput' ? [...own, 'Error'] : own;
}

/** Whether a node is one of this package's. */
export function isOfPackage({ type }: Pick<INode, 'type'>): boolean {
	return type.startsWith(PACKAGE);
}

/** The type of a node without the name of the package. */
export function typeInPackage(type: string): string {
	return type.slice(PACKAGE.length);
}
