import { indiaTime } from '../shared/clock';
import { fieldsOf, type Answer, type ProviderRequest, type World } from '../shared/provider';
import { randomDigits } from '../shared/text';
import { passThrough, printed } from './answers';
import type { Codes } from './codes';
import { mobileProblem, optionalProblem, requiredProblem } from './fields';

const REQUIRED_FIELDS = {
	externalRefNumber: 'External Reference Number',
	accountNumber: 'Account Number',
	beneBankName: 'Bene Bank Name',
	beneMobileNumber: 'Bene Mobile Number',
	beneName: 'Bene Name',
	bankCode: 'Bank Code',
	beneIfscCode: 'Bene IFSC Code',
	transactionMode: 'Transaction Mode',
	customerName: 'Customer Name',
	pincode: 'Pincode',
	address: 'Address',
	username: 'Username',
	latLong: 'LatLong',
	customerIP: 'Customer IP',
	otp: 'OTP',
};

/** Beneficiary Verification, https://developer.iserveu.in/dmtlite-common-api/bene-verification */
export class Beneficiary {
	constructor(
		private readonly world: World,
		private readonly transactionCodes: Codes,
	) {}

	verify = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem =
			requiredProblem(fields, REQUIRED_FIELDS) ??
			mobileProblem(fields.customerMobileNumber) ??
			// Public integrations send two of these. Assumption: they are handed back as in the other calls.
			optionalProblem(fields, ['paramA', 'paramB', 'paramC']) ??
			(typeof fields.isHoldTransaction === 'boolean' ? undefined : 'Invalid isHoldTransaction');
		if (problem) return failed('-1', String(fields.externalRefNumber ?? ''), problem);

		const reference = String(fields.externalRefNumber);
		// Reference, mobile and user name have to be those of the send (Send OTP page, revision B).
		// Assumption: one code serves one call; whether it serves a transfer as well is not published.
		const refusal = this.transactionCodes.redeem(
			`${String(fields.customerMobileNumber)} ${String(fields.username)}`,
			String(fields.otp),
			reference,
		);
		if (refusal) return failed('1', reference, refusal);
		return printed(200, {
			status: 'SUCCESS',
			statusCode: '0',
			externalRefNumber: reference,
			parentTxnId: randomDigits(18),
			'status-desc': 'Beneficiary verified successfully',
			'gateway-transaction-details': [
				{
					gateWayTxnId: randomDigits(18),
					status: 'SUCCESS',
					txnStausCode: '4',
					txnStatusDesc: 'Transaction Success',
					amount: 1,
					rrn: randomDigits(12),
					beneName: fields.beneName,
					charges: 0,
					createdDate: indiaTime(this.world.clock.now()).replace('T', ' '),
				},
			],
			...passThrough(request),
		});
	};
}

/** This operation alone writes its description with a hyphen. */
function failed(statusCode: string, externalRefNumber: string, description: string): Answer {
	return printed(200, { status: 'FAILED', statusCode, externalRefNumber, 'status-desc': description });
}
