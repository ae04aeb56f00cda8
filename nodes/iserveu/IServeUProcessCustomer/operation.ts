import { once, type Operation } from '../../shared/operation';
import { echoesOf, readAnswer } from '../answer';
import { processCustomerCodes, unverifiedStates, verifyWords } from '../codes';
import {
	credentialType,
	iServeU,
	iServeURequest,
	readOvdData,
	readPassThrough,
	readRequiredPublicIp,
	readUsername,
} from '../provider';

const tables = { codes: processCustomerCodes, words: verifyWords, refusedStates: unverifiedStates };

/**
 * Validates a code of otpType 1 by registering the customer: iServeU has no other call for it.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/process-customer
 */
export const processCustomer: Operation = {
	provider: iServeU,
	name: 'processCustomer',
	kind: 'verify',
	codes: processCustomerCodes,
	credentialType,
	prepare(parameters, credential) {
		const mobileNumber = parameters.tenDigitMobile('mobileNumber');
		const otp = parameters.otp('otp');
		const username = readUsername(parameters, credential);
		const ovdData = readOvdData(parameters, 'additionalFields.ovdData');
		const passThrough = readPassThrough(parameters);

		const request = iServeURequest(credential, '/customer/process-customer-registration', {
			mobileNumber,
			name: parameters.text('name'),
			address: parameters.optionalText('additionalFields.address'),
			pincode: parameters.optionalMatch(
				'additionalFields.pincode',
				/^[0-9]{6}$/,
				'a PIN code of exactly 6 digits',
			),
			ovdType: parameters.optionalText('additionalFields.ovdType'),
			ovdData,
			otp,
			username,
			latlong: parameters.text('latLong'),
			publicIP: readRequiredPublicIp(parameters, 'publicIP'),
			...passThrough,
		});
		return {
			recipients: [mobileNumber],
			secrets: [otp, ovdData],
			identity: [mobileNumber, otp],
			reference: { username },
			exchange: () =>
				once(request, (answer) => ({
					...readAnswer(tables, answer),
					echoes: echoesOf(answer, { mobileNumber, ...passThrough }),
				})),
		};
	},
};
