import {
	additionalFields,
	asText,
	defineOperation,
	field,
	flag,
	grouped,
	member,
	type ProviderAnswer,
	text,
	vary,
} from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { verifyBeneficiaryCodes, verifyPhrases } from '../codes';
import * as fields from '../fields';
import { iServeU, iServeURequest } from '../provider';

const sideEffectNotice = {
	property: {
		displayName:
			"iServeU has no call that only checks a code of type 'Transaction'. This node checks the account of the beneficiary, which also checks the code. iServeU may book that check as a transaction of its own.",
		name: 'sideEffectNotice',
		type: 'notice',
		default: '',
	},
} as const;

const customerMobileNumber = vary(fields.mobileNumber, {
	displayName: 'Customer Mobile Number',
	name: 'customerMobileNumber',
	description: 'The number that the code was sent to, as text, exactly as the customer wrote it',
});

const externalRefNumber = vary(
	fields.externalRefNumber,
	{
		required: true,
		placeholder: 'e.g. {{ $json.reference.externalRefNumber }}',
		description:
			'The same reference as in the node that sent the code: 6 to 22 letters and digits. Older iServeU documentation requires 16 to 18.',
	},
	{ identity: true },
);

const customerName = field(
	{
		displayName: 'Customer Name',
		name: 'customerName',
		type: 'string',
		required: true,
		default: '',
		description: 'The name that the customer is registered with',
	},
	text(),
);

const accountNumber = field(
	{
		displayName: 'Account Number',
		name: 'accountNumber',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: 'The bank account of the beneficiary',
	},
	grouped(/^[0-9A-Za-z]{5,34}$/, 'an account number of 5 to 34 letters and digits', { textOnly: true }),
	{ secret: true },
);

const beneName = field(
	{
		displayName: 'Beneficiary Name',
		name: 'beneName',
		type: 'string',
		required: true,
		default: '',
		description: 'The name of the account holder',
	},
	text(),
);

const beneMobileNumber = vary(
	fields.mobileNumber,
	{
		displayName: 'Beneficiary Mobile Number',
		name: 'beneMobileNumber',
		description: 'The number of the beneficiary, as text. iServeU serves Indian numbers only.',
	},
	{ identity: false },
);

const beneBankName = field(
	{
		displayName: 'Beneficiary Bank Name',
		name: 'beneBankName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. State Bank of India',
		description: 'The bank that holds the account',
	},
	text(),
);

const bankCode = field(
	{
		displayName: 'Bank Code',
		name: 'bankCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. SBIN',
		description: "The short code of the beneficiary's bank",
	},
	text(),
);

const beneIfscCode = field(
	{
		displayName: 'Beneficiary IFSC Code',
		name: 'beneIfscCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. SBIN0225500',
		description: 'The IFSC code of the branch: 11 letters and digits',
	},
	grouped(/^[A-Z]{4}0[A-Z0-9]{6}$/, 'an IFSC code of 11 letters and digits such as SBIN0225500', {
		upperCase: true,
	}),
);

const transactionMode = field(
	{
		displayName: 'Transaction Mode',
		name: 'transactionMode',
		type: 'string',
		required: true,
		default: 'IMPS',
		placeholder: 'e.g. IMPS',
		description: 'The type of transfer that the account will be used for',
	},
	text(),
);

const customerIp = vary(fields.publicIp, {
	displayName: 'Customer IP',
	name: 'customerIP',
	required: true,
});

const isHoldTransaction = field(
	{
		displayName: 'Hold Transaction',
		name: 'isHoldTransaction',
		type: 'boolean',
		default: false,
		description:
			'Whether iServeU puts the transaction on hold. Leave it off unless iServeU told you to turn it on.',
	},
	flag,
);

const paramB = vary(fields.paramB, { description: 'The pincode again, if your account requires it here' });

const paramC = vary(fields.paramC, { description: 'The address again, if your account requires it here' });

/** The `txnStausCode` (iServeU's spelling) of a step that succeeded, seen in public integrations. */
const STEP_DONE = '4';

/**
 * Whether every step at the bank's gateway succeeded. iServeU returns SUCCESS even if steps failed, so each
 * step must have the success code, and its `status`, which is optional, must agree.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/bene-verification
 */
function isGatewayDone({ json }: ProviderAnswer): boolean {
	const steps = member(json, 'gateway-transaction-details');
	return (
		Array.isArray(steps) &&
		steps.length > 0 &&
		steps.every((step) => {
			const status = member(step, 'status') ?? '';
			return (
				asText(member(step, 'txnStausCode')) === STEP_DONE &&
				(status === '' || asText(status).toUpperCase() === 'SUCCESS')
			);
		})
	);
}

/**
 * Validates a code of otpType 2 by checking a beneficiary's account: iServeU has no other operation for it
 * that does not transfer money.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/bene-verification
 */
export const verifyBeneficiary = defineOperation({
	provider: iServeU,
	name: 'verifyBeneficiary',
	kind: 'verify',
	description: "Validate a transaction's one-time password (OTP) by checking the beneficiary's account",
	codes: verifyBeneficiaryCodes,
	searchWords: ['verify otp', 'validate otp', 'check otp', 'transaction', 'beneficiary', 'dmt'],
	form: [
		sideEffectNotice,
		customerMobileNumber,
		fields.otp,
		externalRefNumber,
		fields.username,
		customerName,
		accountNumber,
		beneName,
		beneMobileNumber,
		beneBankName,
		bankCode,
		beneIfscCode,
		transactionMode,
		vary(fields.address, { required: true }),
		vary(fields.pincode, { required: true }),
		fields.latLong,
		customerIp,
		isHoldTransaction,
		additionalFields(paramB, paramC),
	],
	// Public integrations send the pincode and the address in `paramB` and `paramC`.
	secretAnswerKeys: ['beneName', 'accountNumber', 'paramB', 'paramC'],
	identifiers: ['parentTxnId'],
	async perform(item, { call, credential }) {
		const request = iServeURequest(credential, '/transaction/verify-bene', {
			externalRefNumber: item.externalRefNumber,
			accountNumber: item.accountNumber,
			beneBankName: item.beneBankName,
			beneMobileNumber: item.beneMobileNumber,
			beneName: item.beneName,
			bankCode: item.bankCode,
			beneIfscCode: item.beneIfscCode,
			transactionMode: item.transactionMode,
			customerName: item.customerName,
			customerMobileNumber: item.customerMobileNumber,
			pincode: item.pincode,
			address: item.address,
			isHoldTransaction: item.isHoldTransaction,
			username: item.username,
			latLong: item.latLong,
			customerIP: item.customerIP,
			otp: item.otp,
			paramB: item.paramB,
			paramC: item.paramC,
		});
		const answer = await call(request);
		const parentTxnId = asText(member(answer.json, 'parentTxnId'));
		return {
			...readAnswer(answer, verifyBeneficiaryCodes, verifyPhrases),
			contradicted: !isGatewayDone(answer),
			correlations: correlationsOf(answer, item, [
				'customerMobileNumber',
				'externalRefNumber',
				'paramB',
				'paramC',
			]),
			...(parentTxnId !== '' && { reference: { parentTxnId } }),
		};
	},
});
