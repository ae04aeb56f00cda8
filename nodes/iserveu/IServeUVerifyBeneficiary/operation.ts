import { asText, member, type Operation, type ProviderAnswer } from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { verifyBeneficiaryCodes, verifyWords } from '../codes';
import {
	credentialType,
	iServeU,
	iServeURequest,
	readExternalRefNumber,
	readPassThrough,
	readRequiredPublicIp,
	readUsername,
} from '../provider';

/** The `txnStausCode` (iServeU's spelling) of a step that succeeded, seen in public integrations. */
const STEP_DONE = '4';

/**
 * Whether every step at the bank's gateway succeeded. iServeU says SUCCESS around steps that failed, so
 * each step must carry the code of a success, and its `status`, which it may lack, must agree.
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
 * Validates a code of otpType 2 by checking a beneficiary's account: iServeU has no other call for
 * it that moves no money.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/bene-verification
 */
export const verifyBeneficiary: Operation = {
	provider: {
		...iServeU,
		// Public integrations put the pincode and the address into the two parameters.
		secretAnswerKeys: [...iServeU.secretAnswerKeys, 'beneName', 'accountNumber', 'paramB', 'paramC'],
	},
	name: 'verifyBeneficiary',
	kind: 'verify',
	codes: verifyBeneficiaryCodes,
	credentialType,
	prepare(parameters, credential) {
		const customerMobileNumber = parameters.tenDigitMobile('customerMobileNumber');
		const beneMobileNumber = parameters.tenDigitMobile('beneMobileNumber');
		const externalRefNumber = readExternalRefNumber(parameters, 'externalRefNumber');
		if (externalRefNumber === '') throw parameters.refusal('externalRefNumber', 'filled in');
		const accountNumber = parameters.match(
			'accountNumber',
			/^[0-9A-Za-z]{5,34}$/,
			'an account number of 5 to 34 letters and digits',
			{ exact: true },
		);
		const otp = parameters.otp('otp');
		const username = readUsername(parameters, credential);
		const { paramB, paramC } = readPassThrough(parameters);

		const request = iServeURequest(credential, '/transaction/verify-bene', {
			externalRefNumber,
			accountNumber,
			beneBankName: parameters.text('beneBankName'),
			beneMobileNumber,
			beneName: parameters.text('beneName'),
			bankCode: parameters.text('bankCode'),
			beneIfscCode: parameters.match(
				'beneIfscCode',
				/^[A-Z]{4}0[A-Z0-9]{6}$/,
				'an IFSC code of 11 letters and digits such as SBIN0225500',
			),
			transactionMode: parameters.text('transactionMode'),
			customerName: parameters.text('customerName'),
			customerMobileNumber,
			pincode: parameters.match('pincode', /^[0-9]{6}$/, 'a PIN code of exactly 6 digits'),
			address: parameters.text('address'),
			isHoldTransaction: parameters.flag('isHoldTransaction'),
			username,
			latLong: parameters.text('latLong'),
			customerIP: readRequiredPublicIp(parameters, 'customerIP'),
			otp,
			paramB,
			paramC,
		});
		return {
			recipients: [customerMobileNumber, beneMobileNumber],
			secrets: [otp, accountNumber],
			identity: [customerMobileNumber, externalRefNumber, otp],
			reference: { username, externalRefNumber },
			perform: async (call) => {
				const answer = await call(request);
				const parentTxnId = asText(member(answer.json, 'parentTxnId'));
				return {
					...readAnswer(answer, verifyBeneficiaryCodes, verifyWords),
					contradicted: !isGatewayDone(answer),
					correlations: correlationsOf(answer, { customerMobileNumber, externalRefNumber, paramB, paramC }),
					...(parentTxnId !== '' && { reference: { parentTxnId } }),
				};
			},
		};
	},
};
