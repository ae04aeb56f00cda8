import { believed } from '../../shared/echo';
import { isFault } from '../../shared/faults';
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

/** Whether every step at the bank's gateway succeeded: a success with a step that did not is neither. */
function isGatewayDone({ json }: ProviderAnswer): boolean {
	const details = member(json, 'gateway-transaction-details');
	const statuses = (Array.isArray(details) ? details : [details]).map((step) =>
		asText(member(step, 'status')),
	);
	return statuses.every((status) => status === '' || status.toUpperCase() === 'SUCCESS');
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
					const echoes = echoesOf(answer, { customerMobileNumber, externalRefNumber });
					const reading = believed(readAnswer('verify', tables, answer), answer, echoes);
					if (isFault(reading)) return reading;
					if (reading.outcome === 'verified' && !isGatewayDone(answer))
						return { fault: 'unreadable', statusCode: reading.statusCode, httpStatus: answer.httpStatus };
					const parentTxnId = asText(member(answer.json, 'parentTxnId'));
					return parentTxnId === '' ? reading : { ...reading, reference: { parentTxnId } };
				}),
		};
	},
};
