import { defineOperation, vary } from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { getCustomerCodes } from '../codes';
import { latLong, mobileNumber, publicIp, username } from '../fields';
import { iServeU, iServeURequest } from '../provider';

/**
 * Looks up the onboarding status of a customer.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/customer-api
 */
export const getCustomer = defineOperation({
	provider: iServeU,
	name: 'getCustomer',
	kind: 'customer',
	description: 'Look up the onboarding status of a customer before sending a one-time password (OTP)',
	tool: "Looks up the onboarding status of a customer with iServeU. The output has 'outcome' found or notFound, and 'reason' customerCreated, documentMissing, customerVerified, notOnboarded or, for a number that cannot be read, invalidRecipient. Give the mobile number as text, exactly as the customer wrote it. It changes nothing and sends nothing.",
	codes: getCustomerCodes,
	searchWords: ['customer status', 'onboarding', 'kyc', 'dmt'],
	form: [mobileNumber, username, latLong, vary(publicIp, { required: true })],
	async perform(item, { call, credential }) {
		const body = {
			mobileNumber: item.mobileNumber,
			username: item.username,
			latlong: item.latLong,
			publicIP: item.publicIP,
		};
		const answer = await call(iServeURequest(credential, '/customer/get-customer', body, false));
		return {
			...readAnswer(answer, getCustomerCodes),
			correlations: correlationsOf(answer, item, ['mobileNumber']),
		};
	},
});
