import { newIdentifier, type Operation } from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { sendCodes, sendWords } from '../codes';
import {
	credentialType,
	iServeU,
	iServeURequest,
	readExternalRefNumber,
	readOvdData,
	readPassThrough,
	readPublicIp,
	readUsername,
} from '../provider';

/** A base64 block is some kilobytes long. */
const LONGEST_PID = 100_000;

/**
 * Sends a code to register a customer (otpType 1) or to confirm a transaction (otpType 2).
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export const sendOtp: Operation = {
	provider: iServeU,
	name: 'sendOtp',
	kind: 'send',
	codes: sendCodes,
	credentialType,
	prepare(parameters, credential) {
		const otpType = parameters.choice('otpType', ['1', '2']);
		const isTransaction = otpType === '2';
		const customerMobileNumber = parameters.tenDigitMobile('customerMobileNumber');
		const username = readUsername(parameters, credential);
		const externalRefNumber = isTransaction
			? readExternalRefNumber(parameters, 'externalRefNumber') || newIdentifier(16)
			: '';
		const requestedAmount = isTransaction
			? parameters.match('requestedAmount', /^[0-9]{1,12}$/, 'an amount of digits only')
			: '';
		const ovdType = parameters.text('ovdType');
		const ovdData = readOvdData(parameters, isTransaction ? 'additionalFields.ovdData' : 'ovdData');
		if (!isTransaction && ovdData === '') {
			throw parameters.refusal('ovdData', 'an Aadhaar number of exactly 12 digits');
		}
		const pid = parameters.optionalText('additionalFields.pid', { longest: LONGEST_PID, lines: true });
		const email = parameters.optionalEmail('additionalFields.email');
		const passThrough = readPassThrough(parameters);

		const request = iServeURequest(credential, '/otp/send', {
			customerMobileNumber,
			externalRefNumber,
			requestedAmount,
			username,
			otpType,
			ovdType,
			ovdData,
			pid,
			latLong: parameters.optionalText('additionalFields.latLong'),
			publicIP: readPublicIp(parameters, 'additionalFields.publicIP'),
			email,
			...passThrough,
		});
		return {
			recipients: [customerMobileNumber, email],
			secrets: [ovdData, pid],
			identity: [otpType, customerMobileNumber],
			reference: { username, ...(isTransaction && { externalRefNumber }) },
			perform: async (call) => {
				const answer = await call(request);
				return {
					...readAnswer(answer, sendCodes, sendWords),
					correlations: correlationsOf(answer, { customerMobileNumber, externalRefNumber, ...passThrough }),
				};
			},
		};
	},
};
