import { type Operation } from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { processCustomerCodes, verifyWords } from '../codes';
import {
	credentialType,
	iServeU,
	iServeURequest,
	readExternalRefNumber,
	readOvdData,
	readPassThrough,
	readRequiredPublicIp,
	readUsername,
} from '../provider';

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
		const externalRefNumber = readExternalRefNumber(parameters, 'additionalFields.externalRefNumber');
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
			externalRefNumber,
			...passThrough,
		});
		return {
			recipients: [mobileNumber],
			secrets: [otp, ovdData],
			identity: [mobileNumber, otp],
			reference: { username, ...(externalRefNumber !== '' && { externalRefNumber }) },
			perform: async (call) => {
				const answer = await call(request);
				return {
					...readAnswer(answer, processCustomerCodes, verifyWords),
					correlations: correlationsOf(answer, { mobileNumber, externalRefNumber, ...passThrough }),
				};
			},
		};
	},
};
