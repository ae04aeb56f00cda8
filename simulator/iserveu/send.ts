import { fieldsOf, type Answer, type ProviderRequest, type World } from '../shared/provider';
import { RollingLimit } from '../shared/rollingLimit';
import { isStranger, randomDigits } from '../shared/text';
import { failed, invalidField, passThrough, printed } from './answers';
import type { Codes } from './codes';
import type { Customers } from './customers';
import { digitsProblem, mobileProblem, optionalProblem, requiredProblem } from './fields';

/** Fixed on staging for type 1, Send OTP page (revision C) and Process Customer page. */
const STAGING_CODE = '123456';
const OPTIONAL_FIELDS = [
	'latLong',
	'publicIP',
	'ovdType',
	'ovdData',
	'pid',
	'email',
	'externalRefNumber',
	'paramA',
	'paramB',
	'paramC',
];

/** Send OTP, https://developer.iserveu.in/dmtlite-common-api/send-otp */
export class SendOtp {
	private readonly usedReferences = new Set<string>();
	private readonly cooldown: RollingLimit;
	private readonly volume: RollingLimit;

	constructor(
		private readonly world: World,
		private readonly registrationCodes: Codes,
		private readonly transactionCodes: Codes,
		private readonly customers: Customers,
	) {
		// Revision B: again after 30 seconds. Revision A: 3 OTPs, then wait 6 hours. Both speak of type 1.
		this.cooldown = new RollingLimit(world.clock, 1, 30);
		this.volume = new RollingLimit(world.clock, 3, 6 * 3600);
	}

	answer = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem =
			mobileProblem(fields.customerMobileNumber) ??
			requiredProblem(fields, { username: 'Username' }) ??
			optionalProblem(fields, OPTIONAL_FIELDS) ??
			(fields.otpType === '1' ? registrationProblem(fields) : transactionProblem(fields)) ??
			digitsProblem(fields.ovdData, 12, 'OVD Data');
		if (problem) return invalidField(problem);

		const mobile = String(fields.customerMobileNumber);
		const refuse = (text: string): Answer => failed('1', text, passThrough(request, ''));
		if (isStranger(mobile)) return refuse('Failed to send OTP');
		const refusal =
			fields.otpType === '1'
				? this.sendRegistration(mobile, String(fields.username))
				: this.sendTransaction(mobile, String(fields.username), String(fields.externalRefNumber));
		if (refusal) return refuse(refusal);
		return printed(200, {
			status: 'SUCCESS',
			statusCode: '0',
			statusDesc: 'OTP Sent Successfully.',
			...passThrough(request, ' '),
		});
	};

	private sendRegistration(mobile: string, username: string): string | undefined {
		// Assumption: the limits are documented, the codes and texts of reaching them are not.
		if (this.volume.reached(mobile)) return 'Maximum OTP limit reached. Please try again after 6 hours';
		if (this.cooldown.reached(mobile)) return 'OTP can be resent only after 30 seconds';
		this.volume.count(mobile);
		this.cooldown.count(mobile);
		this.customers.create(mobile);
		this.registrationCodes.issue(`${mobile} ${username}`, STAGING_CODE);
		this.deliver(mobile, STAGING_CODE, 'registration');
		return undefined;
	}

	private sendTransaction(mobile: string, username: string, reference: string): string | undefined {
		// The page asks for a new reference to regenerate an OTP. Assumption: the text of the refusal.
		if (this.usedReferences.has(reference)) return 'External Reference Number Already Used';
		this.usedReferences.add(reference);
		const code = randomDigits(6);
		this.transactionCodes.issue(`${mobile} ${username}`, code, reference);
		this.deliver(mobile, code, 'transaction');
		return undefined;
	}

	private deliver(mobile: string, code: string, purpose: string): void {
		this.world.deliver({
			provider: 'iserveu',
			channel: 'sms',
			to: mobile,
			text: `${code} is the OTP for your ${purpose}. Do not share it with anyone.`,
			code,
		});
	}
}

function registrationProblem(fields: Record<string, unknown>): string | undefined {
	return requiredProblem(fields, { ovdType: 'OVD Type', ovdData: 'OVD Data' });
}

/** Assumption: `ovdType` is not asked for here, though the table says mandatory; integrations leave it out. */
function transactionProblem(fields: Record<string, unknown>): string | undefined {
	if (fields.otpType !== '2') return 'Invalid OTP Type';
	const reference = fields.externalRefNumber;
	if (typeof reference !== 'string' || reference.length < 6 || reference.length > 22) {
		return 'External Reference Number Must be 6 To 22 Characters';
	}
	return typeof fields.requestedAmount === 'string' && /^\d+$/.test(fields.requestedAmount)
		? undefined
		: 'Requested Amount Must Not be EMPTY Or Only Number Allowed';
}
