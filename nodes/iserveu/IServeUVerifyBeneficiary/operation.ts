import { asText, member } from '../../shared/json';
import { once, type Operation, type ProviderAnswer } from '../../shared/operation';
import { echoesOf, readAnswer } from '../answer';
import { verifyBeneficiaryCodes, verifyWords } from '../codes';
import {
	credentialType,
	iServeU,
	iServeURequest,
	readExternalRefNumber,
	readRequiredPublicIp,
	readUsername,
} from '../provider';

const tables = { codes: verifyBeneficiaryCodes, words: verifyWords };

/** The code of a step that succeeded, seen in public integrations. */
const STEP_DONE = '4';

/**
 * Whether every step at the bank's gateway says that it succeeded. `status` alone may say SUCCESS around
 * a step that failed, so each step must carry its own code, and its own status, if it has one, must agree.
 * iServeU misspells the code.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/bene-verification
 */
function isGatewayDone({ json }: ProviderAnswer): boolean {
	const details = member(json, 'gateway-transaction-details');
	const steps: unknown[] = Array.isArray(details) ? details : [details];
	return (
		steps.length > 0 &&
		steps.every((step) => {
			const code = asText(member(step, 'txnStausCode')) || asText(member(step, 'txnStatusCode'));
			return code === STEP_DONE && ['', 'SUCCESS'].includes(asText(member(step, 'status')).toUpperCase());
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
	provider: { ...iServeU, secretAnswerKeys: [...iServeU.secretAnswerKeys, 'beneName', 'accountNumber'] },
	name: 'verifyBeneficiary',
	kind: 'verify',
	codes: verifyBeneficiaryCodes,
	credentialType,
	prepare(parameters, credential) {
		const customerMobileNumber = parameters.tenDigitMobile('customerMobileNumber');
		const beneMobileNumber = parameters.tenDigitMobile('beneMobileNumber');
		const externalRefNumber = readExternalRefNumber(parameters);
		if (externalRefNumber === '') throw parameters.refusal('externalRefNumber', 'filled in');
		const accountNumber = parameters.match(
			'accountNumber',
			/^[0-9A-Za-z]{5,34}$/,
			'an account number of 5 to 34 letters and digits',
			{ exact: true },
		);
		const otp = parameters.otp('otp');
		const username = readUsername(parameters, credential);

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
		});
		return {
			recipients: [customerMobileNumber, beneMobileNumber],
			secrets: [otp, accountNumber],
			identity: [customerMobileNumber, externalRefNumber, otp],
			reference: { username, externalRefNumber },
			exchange: () =>
				once(request, (answer) => {
					const parentTxnId = asText(member(answer.json, 'parentTxnId'));
					return {
						...readAnswer(tables, answer),
						contradicted: !isGatewayDone(answer),
						echoes: echoesOf(answer, { customerMobileNumber, externalRefNumber }),
						...(parentTxnId !== '' && { reference: { parentTxnId } }),
					};
				}),
		};
	},
};
