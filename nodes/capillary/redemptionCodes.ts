import type { CodeRow } from '../shared/codes';
import type { Reason } from '../shared/outcomes';
import { platformCodes } from './codes';

const POINTS = 'https://docs.capillarytech.com/reference/points-v11-api';
const COUPONS = 'https://docs.capillarytech.com/reference/coupon-1';
const ERRORS = 'https://docs.capillarytech.com/reference/errors-and-warnings';

function rows(source: string, list: ReadonlyArray<readonly [string, Reason, string]>): CodeRow[] {
	return list.map(([code, reason, text]) => ({ code, text, reason, source }));
}

/** Codes of a whole request of v1.1, for answers that say nothing of the item. */
const requestCodes: readonly CodeRow[] = [
	...rows(ERRORS, [
		['400', 'invalidRequest', 'Bad input'],
		['402', 'invalidRequest', 'Version not supported'],
		['429', 'rateLimited', 'Rate limit exceeded'],
	]),
	...platformCodes,
];

const pointsRefusals = rows(POINTS, [
	['521', 'cooldown', 'Another action is running for the same customer'],
	['686', 'recipientNotRegistered', 'Not enrolled'],
	['744', 'duplicateReference', 'Reference number already exists'],
	['801', 'invalidRequest', 'Invalid points'],
	['802', 'invalidRequest', 'Invalid customer identifier'],
	['803', 'insufficientBalance', 'Not enough points'],
	['804', 'insufficientBalance', 'Not enough points'],
	['805', 'notRedeemable', 'Lifetime threshold not reached'],
	['806', 'notRedeemable', 'Lifetime threshold not reached'],
	['807', 'invalidRequest', 'Points are not a multiple of the unit'],
	['808', 'incorrectOrExpired', 'Invalid validation code'],
	['809', 'notAllowed', 'Customer is marked for fraud'],
	['811', 'invalidRequest', 'Invalid transaction number'],
	['813', 'insufficientBalance', 'Not enough points'],
	['815', 'tryLater', 'Try again later'],
	['816', 'recipientNotRegistered', 'Customer not found'],
	['817', 'tryLater', 'Try again later'],
	['818', 'insufficientBalance', 'Not enough points in the selected program'],
	['819', 'notRedeemable', 'Above the maximum'],
	['820', 'notAllowed', 'Customer is marked for fraud'],
	['821', 'notRedeemable', 'Below the minimum'],
	['822', 'notAllowed', 'No missed call found'],
	['823', 'notConfigured', 'Missed call is disabled'],
	['824', 'codeRequired', 'Mobile validation is mandatory'],
	['827', 'notAllowed', 'Redemption is not possible for the organization'],
	['828', 'notConfigured', 'Group redemption is not configured'],
	['859', 'invalidRequest', 'Invalid redemption time'],
	['860', 'deliveryFailed', 'Unable to issue OTP'],
	['878', 'invalidRequest', 'Too many decimals'],
	['881', 'recipientNotRegistered', 'Not in a loyalty program'],
	['886', 'tryLater', 'Try again later'],
	['887', 'tryLater', 'Try again later'],
	['888', 'notConfigured', 'Configuration is missing'],
	['889', 'tryLater', 'Failed to Connect to Service'],
	['894', 'tryLater', 'Try again later'],
	['895', 'notConfigured', 'Configuration is missing'],
	['896', 'tryLater', 'Try again later'],
	['898', 'tryLater', 'Try again later'],
	['899', 'notConfigured', 'Configuration is missing'],
	['1101', 'invalidRequest', 'Invalid program ID'],
	['1632', 'invalidRequest', 'Invalid group ID'],
	['3045', 'notAllowed', 'Customer is marked for fraud'],
	['3316', 'invalidRequest', 'Invalid group payload'],
]);

const clientSignature: CodeRow = {
	code: '825',
	text: 'Client signature is required',
	fault: 'credentialsRefused',
	source: POINTS,
};

const pointsAccepted: CodeRow = {
	code: '800',
	text: 'Points can be redeemed',
	reason: 'accepted',
	source: POINTS,
};

/** The codes of Redeem Points. */
export const redeemPointsCodes: readonly CodeRow[] = [
	{ ...pointsAccepted, text: 'Points redeemed' },
	...pointsRefusals,
	clientSignature,
	...requestCodes,
];

/** The codes of Check Points Redeemable. */
export const checkPointsCodes: readonly CodeRow[] = [
	pointsAccepted,
	...rows(POINTS, [
		['876', 'deliveryFailed', 'Redeemable, but OTP not generated'],
		['872', 'unclassified', 'A warning that the provider does not explain'],
		['873', 'unclassified', 'A warning that the provider does not explain'],
		['877', 'unclassified', 'A warning that the provider does not explain'],
		['900', 'unclassified', 'A warning that the provider does not explain'],
	]),
	...pointsRefusals,
	clientSignature,
	...requestCodes,
];

/** The codes of Redeem Coupon. */
export const redeemCouponCodes: readonly CodeRow[] = [
	...rows(COUPONS, [
		['700', 'accepted', 'Coupon processing successful'],
		['521', 'cooldown', 'Another action is running for the same customer'],
		['696', 'notRedeemable', 'Coupon cannot be redeemed'],
		['705', 'incorrectCouponOrCode', 'Invalid coupon code or validation code'],
		['706', 'notRedeemable', 'Coupon is not redeemable'],
		['718', 'invalidRequest', 'Transaction number required'],
		['725', 'codeRequired', 'Validation code required'],
		['726', 'codeNotExpected', 'Validation not required'],
		['732', 'notAllowed', 'No missed call found'],
		['816', 'recipientNotRegistered', 'Customer not found'],
	]),
	...requestCodes,
];
