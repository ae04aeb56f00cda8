import type { BranchName } from './cases';

const SEND: BranchName[] = ['Not Sent', 'Throttled', 'Sent'];
const VERIFY: BranchName[] = ['Blocked', 'Expired', 'Wrong Code', 'Verified'];

/**
 * The outputs of the nodes, in the order that the package promises. They're written down here a
 * second time, so that the demo notices when a node and this promise part.
 */
export const OUTPUTS: Record<string, BranchName[]> = {
	hyperVergeSendEmailOtp: SEND,
	hyperVergeVerifyEmailOtp: VERIFY,
};
