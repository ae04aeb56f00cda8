import { additionalFields, defineOperation, field, text, vary } from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { processCustomerCodes, verifyPhrases } from '../codes';
import {
	address,
	externalRefNumber,
	latLong,
	mobileNumber,
	otp,
	ovdData,
	ovdType,
	paramA,
	paramB,
	paramC,
	pincode,
	publicIp,
	username,
} from '../fields';
import { iServeU, iServeURequest } from '../provider';

const sideEffectNotice = {
	property: {
		displayName:
			"iServeU has no call that only checks a code. This node registers the customer, which also checks a code of type 'Customer Registration'.",
		name: 'sideEffectNotice',
		type: 'notice',
		default: '',
	},
} as const;

const name = field(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		description: 'The name that the customer is registered with',
	},
	text(),
);

/**
 * Validates a code of otpType 1 by registering the customer: iServeU has no other operation for it.
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/process-customer
 */
export const processCustomer = defineOperation({
	provider: iServeU,
	name: 'processCustomer',
	kind: 'verify',
	description: 'Validate a one-time password (OTP) by registering the customer',
	codes: processCustomerCodes,
	searchWords: ['verify otp', 'validate otp', 'check otp', 'register customer', 'dmt', 'aadhaar'],
	form: [
		sideEffectNotice,
		mobileNumber,
		otp,
		name,
		username,
		latLong,
		vary(publicIp, { required: true }),
		additionalFields(address, externalRefNumber, ovdData, ovdType, paramA, paramB, paramC, pincode),
	],
	async perform(item, { call, credential }) {
		const request = iServeURequest(credential, '/customer/process-customer-registration', {
			mobileNumber: item.mobileNumber,
			name: item.name,
			address: item.address,
			pincode: item.pincode,
			ovdType: item.ovdType,
			ovdData: item.ovdData,
			otp: item.otp,
			username: item.username,
			latlong: item.latLong,
			publicIP: item.publicIP,
			externalRefNumber: item.externalRefNumber,
			paramA: item.paramA,
			paramB: item.paramB,
			paramC: item.paramC,
		});
		const answer = await call(request);
		return {
			...readAnswer(answer, processCustomerCodes, verifyPhrases),
			correlations: correlationsOf(answer, item, [
				'mobileNumber',
				'externalRefNumber',
				'paramA',
				'paramB',
				'paramC',
			]),
		};
	},
});
