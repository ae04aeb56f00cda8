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
	| 'Encrypted';

const SEND: BranchName[] = ['Not Sent', 'Throttled', 'Sent'];
const VERIFY: BranchName[] = ['Blocked', 'Expired', 'Wrong Code', 'Verified'];
const FETCH: BranchName[] = ['Not Found', 'Found'];

/**
 * The outputs of the nodes, in the order that the package promises. They're written down here a
 * second time, so that the demo notices when a node and this promise part.
 */
export const OUTPUTS: Record<string, BranchName[]> = {
	// Its one output has no name of its own.
	wibmoEncryptPayload: ['Encrypted'],
	wibmoSendEmailOtp: SEND,
	wibmoVerifyEmailOtp: VERIFY,
	iServeUSendOtp: SEND,
	iServeUProcessCustomer: VERIFY,
	capillaryGenerateOtp: SEND,
	capillaryValidateOtp: VERIFY,
	capillaryGetOtp: FETCH,
	hyperVergeSendEmailOtp: SEND,
	hyperVergeVerifyEmailOtp: VERIFY,
};
