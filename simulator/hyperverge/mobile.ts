import { fieldsOf, type Answer, type ProviderRequest, type World } from '../shared/provider';
import { RollingLimit } from '../shared/rollingLimit';
import { randomDigits } from '../shared/text';
import type { Channel } from '../types';
import { failure, inputError, notMatched, rateLimited, success, verified } from './answers';
import { mobileProblem, textProblem, wholeNumber } from './fields';

/** Assumption: the default of `otpExpiry` is only known to begin with "24"; read as 24 hours. */
const DEFAULT_EXPIRY_MINUTES = 24 * 60;
const DEFAULT_LENGTH = 4;

interface MobileCode {
	code: string;
	expiresAt: number;
}

/**
 * Send, verify and resend a mobile OTP; fields after
 * https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/send_mobile_otp
 * and the pages verify_mobile_otp and resend_mobile_otpnext to it. The number is the only key.
 */
export class MobileOtp {
	private readonly codes = new Map<string, MobileCode>();
	private readonly sends: RollingLimit;
	private readonly verifies: RollingLimit;

	constructor(private readonly world: World) {
		// Assumption: as for email, counted per recipient.
		this.sends = new RollingLimit(world.clock, 3, 60);
		this.verifies = new RollingLimit(world.clock, 5, 60);
	}

	send = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem = textProblem(fields, 'templateId') ?? mobileProblem(fields);
		if (problem) return problem;
		const length = wholeNumber(fields.otpLength ?? DEFAULT_LENGTH);
		if (length === undefined || length < 4 || length > 9) {
			return inputError('is not one of enum values: 4,5,6,7,8,9');
		}
		const minutes = wholeNumber(fields.otpExpiry ?? DEFAULT_EXPIRY_MINUTES);
		if (!minutes) return inputError('must be greater than 0');

		return this.deliver(String(fields.mobileNumber), 'sms', {
			code: randomDigits(length),
			expiresAt: this.world.clock.now() + minutes * 60_000,
		});
	};

	verify = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem = mobileProblem(fields) ?? textProblem(fields, 'otp');
		if (problem) return problem;
		const mobile = String(fields.mobileNumber);
		if (this.verifies.reached(mobile)) return rateLimited();
		this.verifies.count(mobile);

		const issued = this.valid(mobile);
		if (!issued || issued.code !== fields.otp) return notMatched();
		this.codes.delete(mobile);
		return verified({ mobileNumber: mobile });
	};

	resend = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem = mobileProblem(fields);
		if (problem) return problem;
		const retryType = fields.retryType ?? 'voice';
		if (retryType !== 'voice' && retryType !== 'text') {
			return inputError('is not one of enum values: voice,text');
		}
		const mobile = String(fields.mobileNumber);
		const issued = this.valid(mobile);
		// Assumption: the answer when there is nothing to resend is not published.
		if (!issued) return failure(400, 'No OTP request found');
		return this.deliver(mobile, retryType === 'voice' ? 'voice' : 'sms', issued);
	};

	private valid(mobile: string): MobileCode | undefined {
		const issued = this.codes.get(mobile);
		return issued && issued.expiresAt > this.world.clock.now() ? issued : undefined;
	}

	private deliver(mobile: string, channel: Channel, issued: MobileCode): Answer {
		if (this.sends.reached(mobile)) return rateLimited();
		this.sends.count(mobile);
		this.codes.set(mobile, issued);
		this.world.deliver({
			provider: 'hyperverge',
			channel,
			to: mobile,
			text: `${issued.code} is your one-time password. Do not share it with anyone.`,
			code: issued.code,
		});
		// Assumption: the success body of the mobile calls is not published.
		return success('OTP sent successfully');
	}
}
