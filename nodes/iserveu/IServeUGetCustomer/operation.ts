import { type Operation } from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { getCustomerCodes } from '../codes';
import { credentialType, iServeU, iServeURequest, readRequiredPublicIp, readUsername } from '../provider';

/**
 * Looks up how far a customer has come.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/customer-api
 */
export const getCustomer: Operation = {
	provider: iServeU,
	name: 'getCustomer',
	kind: 'customer',
	codes: getCustomerCodes,
	credentialType,
	prepare(parameters, credential) {
		const mobileNumber = parameters.tenDigitMobile('mobileNumber');
		const username = readUsername(parameters, credential);
		const fields = {
			mobileNumber,
			username,
			latlong: parameters.text('latLong'),
			publicIP: readRequiredPublicIp(parameters, 'publicIP'),
		};
		const request = iServeURequest(credential, '/customer/get-customer', fields, false);
		return {
			recipients: [mobileNumber],
			secrets: [],
			identity: [mobileNumber],
			reference: { username },
			perform: async (call) => {
				const answer = await call(request);
				return {
					...readAnswer(answer, getCustomerCodes),
					correlations: correlationsOf(answer, { mobileNumber }),
				};
			},
		};
	},
};
