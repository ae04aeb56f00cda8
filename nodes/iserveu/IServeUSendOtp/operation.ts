import {
	additionalFields,
	amount,
	choiceField,
	defineOperation,
	emailAddress,
	field,
	newIdentifier,
	orNew,
	shown,
	text,
	vary,
} from '../../engine';
import { correlationsOf, readAnswer } from '../answer';
import { sendCodes, sendPhrases } from '../codes';
import * as fields from '../fields';
import { iServeU, iServeURequest } from '../provider';

const otpType = choiceField(
	{
		displayName: 'OTP Type',
		name: 'otpType',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Customer Registration',
				value: '1',
				description: 'Type 1, validated by the iServeU Process Customer node',
			},
			{
				name: 'Transaction',
				value: '2',
				description: 'Type 2, validated by a beneficiary verification or a money transfer',
			},
		],
		default: '1',
		description: 'What the code is for',
	},
	{ identity: true },
);

const customerMobileNumber = vary(fields.mobileNumber, {
	displayName: 'Customer Mobile Number',
	name: 'customerMobileNumber',
	description:
		'The number to send the code to, as text, exactly as the customer wrote it. iServeU serves Indian numbers only.',
});

const requestedAmount = field(
	{
		displayName: 'Requested Amount',
		name: 'requestedAmount',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1001',
		description: 'The amount of the transaction in whole rupees',
	},
	amount('a whole amount such as 1001', 0),
);

const externalRefNumber = field(
	{
		...fields.externalRefNumber.property,
		description:
			"Your own reference of the transaction: 6 to 22 letters and digits. Each new code for the same transaction needs a new reference, and validating the code needs the same one. Generated if empty, and returned in the 'reference.externalRefNumber' field.",
	},
	orNew(fields.externalRefNumber.reader, () => newIdentifier(16)),
	fields.externalRefNumber.roles,
);

const email = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@example.com',
		description: "The customer's email address, for newer accounts",
	},
	emailAddress,
	{ recipient: true },
);

const latLong = vary(fields.latLong, {
	required: false,
	description: 'Latitude and longitude of the device, separated by a comma. Required for newer accounts.',
});

/** Registrations have their own field for the document, which this one must not override. */
const ovdDataOfTransaction = field(
	{
		...fields.ovdData.property,
		description: 'The 12-digit Aadhaar number, optional for a transaction',
	},
	{
		...fields.ovdData.reader,
		read: (input) => (input.of(otpType) === '2' ? fields.ovdData.reader.read(input) : undefined),
	},
	fields.ovdData.roles,
);

const pid = field(
	{
		displayName: 'PID',
		name: 'pid',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'The biometric block in Base64. Required by newer accounts for customer registration.',
	},
	// A biometric block is several kilobytes long.
	text({ longest: 100_000, lines: true }),
	{ secret: true },
);

/**
 * Sends a code to register a customer (otpType 1) or to confirm a transaction (otpType 2).
 *
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export const sendOtp = defineOperation({
	provider: iServeU,
	name: 'sendOtp',
	kind: 'send',
	description: 'Send a one-time password (OTP) by SMS',
	tool: "Sends a real SMS with a one-time password through iServeU. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS.",
	codes: sendCodes,
	searchWords: ['send otp', 'sms otp', 'mobile otp', '2fa', 'verification code', 'dmt', 'aadhaar'],
	form: [
		otpType,
		customerMobileNumber,
		fields.username,
		...shown(otpType, ['2'], requestedAmount, externalRefNumber),
		vary(fields.ovdType, {}, { filled: true }),
		...shown(otpType, ['1'], vary(fields.ovdData, { required: true })),
		additionalFields(
			email,
			latLong,
			ovdDataOfTransaction,
			fields.paramA,
			fields.paramB,
			fields.paramC,
			pid,
			fields.publicIp,
		),
	],
	async perform(item, { call, credential }) {
		const request = iServeURequest(credential, '/otp/send', {
			customerMobileNumber: item.customerMobileNumber,
			externalRefNumber: item.externalRefNumber,
			requestedAmount: item.requestedAmount,
			username: item.username,
			otpType: item.otpType,
			ovdType: item.ovdType,
			ovdData: item.ovdData,
			pid: item.pid,
			latLong: item.latLong,
			publicIP: item.publicIP,
			email: item.email,
			paramA: item.paramA,
			paramB: item.paramB,
			paramC: item.paramC,
		});
		const answer = await call(request);
		return {
			...readAnswer(answer, sendCodes, sendPhrases),
			correlations: correlationsOf(answer, item, [
				'customerMobileNumber',
				'externalRefNumber',
				'paramA',
				'paramB',
				'paramC',
			]),
		};
	},
});
