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
	| 'Encrypted';

const SEND: BranchName[] = ['Not Sent', 'Throttled', 'Sent'];
const VERIFY: BranchName[] = ['Blocked', 'Expired', 'Wrong Code', 'Verified'];
const FETCH: BranchName[] = ['Not Found', 'Found'];
const REDEEM: BranchName[] = ['Refused', 'Wrong Code', 'Redeemed'];

/**
 * The outputs of the nodes, in the order that the package promises. They're written down here a
 * second time, so that the demo notices when a node and this promise part.
 */
export const OUTPUTS: Record<string, BranchName[]> = {
	// Its one output has no name of its own.
	wibmoEncryptPayload: ['Encrypted'],
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
