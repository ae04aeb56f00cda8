import { type CodeRow, type Reason } from '../engine';
import { platformCodes } from './codes';

const POINTS = 'https://docs.capillarytech.com/reference/points-v11-api';
const COUPONS = 'https://docs.capillarytech.com/reference/coupon-1';
const ERRORS = 'https://docs.capillarytech.com/reference/errors-and-warnings';

function rows(source: string, list: ReadonlyArray<readonly [string, Reason, string]>): CodeRow[] {
	return list.map(([code, reason, text]) => ({ code, text, reason, source }));
}

/** Codes of a whole v1.1 request, for answers without an item. */
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
	['810', 'invalidRequest', 'Points to revert do not match'],
	['811', 'invalidRequest', 'Invalid transaction number'],
	['812', 'invalidRequest', 'Points were reverted already'],
	['813', 'insufficientBalance', 'Not enough points'],
	['814', 'invalidRequest', 'No points were redeemed with this transaction number'],
	['815', 'tryLater', 'Try again later'],
	['816', 'recipientNotRegistered', 'Customer not found'],
	['817', 'tryLater', 'Points redemption failed'],
	['818', 'insufficientBalance', 'Not enough points in the selected program'],
	['819', 'notRedeemable', 'Above the maximum'],
	['820', 'notAllowed', 'Customer is marked for fraud'],
	['821', 'notRedeemable', 'Below the minimum'],
	['822', 'notAllowed', 'No missed call found'],
	['823', 'notConfigured', 'Missed call is disabled'],
	['824', 'codeRequired', 'Mobile validation is mandatory'],
	['826', 'notConfigured', 'Invalid points category or configuration'],
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
	['895', 'notConfigured', 'Loyalty program is not configured'],
	['896', 'tryLater', 'Try again later'],
	['898', 'tryLater', 'Try again later'],
	['899', 'notConfigured', 'Configuration is missing'],
	['901', 'notRedeemable', 'Unable to redeem points'],
	['902', 'notRedeemable', 'Unable to redeem points'],
	['903', 'notRedeemable', 'Unable to redeem points'],
	['904', 'invalidRequest', 'Invalid customer details'],
	['1101', 'invalidRequest', 'Invalid program ID'],
	['1632', 'invalidRequest', 'Invalid group ID'],
	['3045', 'notAllowed', 'Customer is marked for fraud'],
	['3316', 'invalidRequest', 'Invalid group payload'],
	['3802', 'unclassified', 'Points were reversed already'],
]);

/**
 * Codes that Capillary documents as warnings, which accompany the yes of a check. With the yes of a
 * redemption they are not success codes either: whether that redemption was booked is not documented.
 */
const pointsWarnings = rows(POINTS, [
	['872', 'notConfigured', 'No conversion ratio of points to currency'],
	['873', 'invalidRequest', 'Invalid transaction number'],
	['876', 'deliveryFailed', 'Redeemable, but OTP not generated'],
	['877', 'notRedeemable', 'Unable to allocate points'],
	['900', 'tryLater', 'Pending events in the queue for this customer'],
	['905', 'notAllowed', 'Reversal is disabled for the organization'],
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

export const redeemPointsCodes: readonly CodeRow[] = [
	{ ...pointsAccepted, text: 'Points redeemed' },
	...pointsRefusals,
	...pointsWarnings,
	clientSignature,
	...requestCodes,
];

export const checkPointsCodes: readonly CodeRow[] = [
	pointsAccepted,
	...pointsRefusals,
	...pointsWarnings,
	clientSignature,
	...requestCodes,
];

const couponsLater = rows(
	COUPONS,
	['786', '787', '789', '790', '791', '792', '793', '794', '796', '797', '798'].map(
		(code) => [code, 'tryLater', 'Try again later'] as const,
	),
);

const couponsMisconfigured = rows(
	COUPONS,
	['788', '795', '799'].map((code) => [code, 'notConfigured', 'Configuration is invalid'] as const),
);

export const redeemCouponCodes: readonly CodeRow[] = [
	...rows(COUPONS, [
		['700', 'accepted', 'Coupon processing successful'],
		['521', 'cooldown', 'Another action is running for the same customer'],
		['696', 'notRedeemable', 'Coupon cannot be redeemed'],
		['701', 'recipientNotRegistered', 'Unable to find the customer'],
		['702', 'notRedeemable', 'Coupon code is invalid'],
		['703', 'notAllowed', 'Coupon was not issued to this customer'],
		['704', 'deliveryFailed', 'Unable to send the coupon'],
		['705', 'incorrectCouponOrCode', 'Invalid coupon code or validation code'],
		['706', 'notRedeemable', 'Coupon is not redeemable'],
		['707', 'invalidRequest', 'Coupon series ID is invalid'],
		['709', 'notRedeemable', 'Unable to redeem the coupon'],
		['710', 'notAllowed', 'Coupon cannot be redeemed by this customer'],
		['711', 'notRedeemable', 'Coupon is redeemed already'],
		['712', 'notRedeemable', 'Coupon series or campaign may have expired'],
		['713', 'notRedeemable', 'Coupon has expired'],
		['714', 'notRedeemable', 'Maximum redemptions of the campaign reached'],
		['715', 'notRedeemable', 'Coupon is not valid for this organization'],
		['716', 'notRedeemable', 'Cannot redeem the same coupon several times'],
		['718', 'invalidRequest', 'Transaction number required'],
		['719', 'notRedeemable', 'Coupon code does not exist'],
		['720', 'notRedeemable', 'A trial coupon cannot be redeemed'],
		['721', 'invalidRequest', 'Customer is invalid'],
		['722', 'notRedeemable', 'Unable to issue the coupon'],
		['723', 'notAllowed', 'Coupon cannot be used by this customer'],
		['724', 'deliveryFailed', 'Unable to send a message'],
		['725', 'codeRequired', 'Validation code required'],
		['726', 'codeNotExpected', 'Validation not required'],
		['728', 'notRedeemable', 'Maximum number of redemptions reached'],
		['729', 'notRedeemable', 'Redemption date range of the series is invalid'],
		['730', 'unclassified', 'Unknown error'],
		['732', 'notAllowed', 'No missed call found'],
		['733', 'invalidRequest', 'Transaction amount is invalid'],
		['735', 'notRedeemable', 'Coupon cannot be redeemed at this store'],
		['736', 'notRedeemable', 'Maximum number of redemptions reached'],
		['738', 'tryLater', 'Wait some days before redeeming the coupon again'],
		['739', 'invalidRequest', 'Redemption date is invalid'],
		['740', 'notAllowed', 'Customer is marked for fraud'],
		['742', 'notAllowed', 'Coupons are blocked for this customer'],
		['750', 'notAllowed', 'Customer is marked for fraud'],
		['816', 'recipientNotRegistered', 'Customer not found'],
	]),
	...couponsLater,
	...couponsMisconfigured,
	...requestCodes,
];
