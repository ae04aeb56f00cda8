import { fieldsOf, type Answer, type ProviderRequest } from '../shared/provider';
import { isStranger } from '../shared/text';
import { failed, invalidField, passThrough, printed } from './answers';
import type { Codes } from './codes';
import { digitsProblem, mobileProblem, optionalProblem, requiredProblem } from './fields';

/** The documentation does not have the reference here; a public integration sends it. */
const OPTIONAL_FIELDS = [
	'address',
	'pincode',
	'ovdType',
	'ovdData',
	'externalRefNumber',
	'paramA',
	'paramB',
	'paramC',
];

type Standing = 'created' | 'verified';

/**
 * Get Customer, https://developer.iserveu.in/dmtlite-common-api/customer-api, and Process Customer,
 * https://developer.iserveu.in/dmtlite-common-api/process-customer
 */
export class Customers {
	private readonly standing = new Map<string, Standing>();

	constructor(private readonly registrationCodes: Codes) {}

	/** A registration has begun: an OTP of type 1 went out. */
	create(mobile: string): void {
		if (!this.standing.has(mobile)) this.standing.set(mobile, 'created');
	}

	get = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem =
			requiredProblem(fields, { username: 'Username' }) ??
			mobileProblem(fields.mobileNumber) ??
			requiredProblem(fields, { latlong: 'Latlong', publicIP: 'Public IP' });
		if (problem) return invalidField(problem);
		const mobile = String(fields.mobileNumber);
		if (isStranger(mobile)) return failed('4', 'Internal Server Issue');
		// The codes are printed. Assumption: their texts, which the contract has only in paraphrase.
		const found = {
			unknown: ['0', 'Customer not onboarded'],
			created: ['1', 'Customer created but not verified'],
			verified: ['2', 'Customer verified'],
		}[this.standing.get(mobile) ?? 'unknown'];
		return printed(200, { status: 'SUCCESS', statusCode: found[0], statusDesc: found[1] });
	};

	process = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem =
			mobileProblem(fields.mobileNumber) ??
			requiredProblem(fields, {
				name: 'Name',
				otp: 'OTP',
				username: 'Username',
				latlong: 'Latlong',
				publicIP: 'Public IP',
			}) ??
			optionalProblem(fields, OPTIONAL_FIELDS) ??
			digitsProblem(fields.pincode, 6, 'Pincode') ??
			digitsProblem(fields.ovdData, 12, 'OVD Data');
		if (problem) return invalidField(problem);

		const mobile = String(fields.mobileNumber);
		const refusal = this.registrationCodes.redeem(`${mobile} ${String(fields.username)}`, String(fields.otp));
		if (refusal) return failed('1', refusal, passThrough(request));
		this.standing.set(mobile, 'verified');
		return printed(200, {
			name: fields.name,
			mobileNumber: mobile,
			statusCode: '2',
			statusDesc: 'Customer verified successfully and Ovd Data Updated',
			KYCTypeFlag: true,
			status: 'SUCCESS',
			...passThrough(request),
		});
	};
}
