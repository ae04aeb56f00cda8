import { fieldsOf, type Answer, type ProviderRequest, type World } from '../shared/provider';
import { RollingLimit } from '../shared/rollingLimit';
import { isEmailAddress, randomDigits, randomHex } from '../shared/text';
import { inputError, failure, notMatched, rateLimited, success, verified } from './answers';
import { optionalTextProblem, textProblem, wholeNumber } from './fields';

/** Assumption: the validity of an email code is not published. */
const VALIDITY_SECONDS = 600;

interface EmailJourney {
	email: string;
	widgetId?: unknown;
	code: string;
	expiresAt: number;
}

/**
 * Send, verify and retry an email OTP; request and success of send after
 * https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 * and the pages verify_email_OTP_api and retry_email_OTP_apinext to it.
 */
export class EmailOtp {
	private readonly journeys = new Map<string, EmailJourney>();
	private readonly sends: RollingLimit;
	private readonly verifies: RollingLimit;

	constructor(private readonly world: World) {
		// Assumption: the documented limit is per account and undisclosed; it is counted per recipient
		// and per request here, so that bulk runs are not limited.
		this.sends = new RollingLimit(world.clock, 3, 60);
		this.verifies = new RollingLimit(world.clock, 5, 60);
	}

	send = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		// The page prints `email` in its table and `emailId` in its sample.
		const name = fields.email === undefined && fields.emailId !== undefined ? 'emailId' : 'email';
		const problem =
			textProblem(fields, name) ??
			addressProblem(String(fields[name])) ??
			lengthProblem(fields) ??
			optionalTextProblem(fields, 'widgetId');
		if (problem) return problem;

		const requestId = `req-${randomHex(8)}`;
		const length = wholeNumber(fields.otpLength) ?? 0;
		const journey = {
			email: String(fields[name]),
			widgetId: fields.widgetId,
			code: randomDigits(length),
			expiresAt: this.world.clock.now() + VALIDITY_SECONDS * 1000,
		};
		return this.deliver(requestId, journey);
	};

	verify = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem =
			textProblem(fields, 'reqId') ??
			textProblem(fields, 'otp') ??
			optionalTextProblem(fields, 'email') ??
			optionalTextProblem(fields, 'widgetId');
		if (problem) return problem;

		const requestId = String(fields.reqId);
		if (this.verifies.reached(requestId)) return rateLimited();
		this.verifies.count(requestId);

		const journey = this.journeys.get(requestId);
		if (!journey || journey.expiresAt <= this.world.clock.now()) return notMatched();
		// Assumption: the optional fields have to agree with those of the send when they are given.
		if (fields.email !== undefined && !sameAddress(String(fields.email), journey.email)) return notMatched();
		if (fields.widgetId !== undefined && fields.widgetId !== journey.widgetId) return notMatched();
		if (fields.otp !== journey.code) return notMatched();
		this.journeys.delete(requestId);
		return verified({ requestId, email: journey.email });
	};

	retry = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const problem =
			textProblem(fields, 'reqId') ?? lengthProblem(fields) ?? optionalTextProblem(fields, 'widgetId');
		if (problem) return problem;

		const requestId = String(fields.reqId);
		const journey = this.journeys.get(requestId);
		// Assumption: the answer to an unknown or finished request is not published.
		if (!journey) return failure(400, 'Invalid request ID');

		const length = wholeNumber(fields.otpLength) ?? 0;
		const stillGood = journey.expiresAt > this.world.clock.now() && journey.code.length === length;
		// Assumption: a retry repeats the code while it is good, and keeps the request ID.
		return this.deliver(
			requestId,
			stillGood
				? journey
				: {
						...journey,
						code: randomDigits(length),
						expiresAt: this.world.clock.now() + VALIDITY_SECONDS * 1000,
					},
		);
	};

	private deliver(requestId: string, journey: EmailJourney): Answer {
		const recipient = journey.email.toLowerCase();
		if (this.sends.reached(recipient)) return rateLimited();
		this.sends.count(recipient);
		this.journeys.set(requestId, journey);
		this.world.deliver({
			provider: 'hyperverge',
			channel: 'email',
			to: journey.email,
			subject:
				journey.widgetId === undefined
					? 'HyperVerge: verify your email address'
					: 'Verify your email address',
			text: `${journey.code} is your one-time password. It is valid for ${VALIDITY_SECONDS / 60} minutes. Do not share it with anyone.`,
			code: journey.code,
		});
		return success(requestId);
	}
}

function lengthProblem(fields: Record<string, unknown>): Answer | undefined {
	if (fields.otpLength === undefined) return inputError('requires property "otpLength"');
	const length = wholeNumber(fields.otpLength);
	return length === 4 || length === 6 ? undefined : inputError('is not one of enum values: 4,6');
}

function addressProblem(address: string): Answer | undefined {
	// Assumption: how a bad address is refused is not published; `.invalid` can exist nowhere (RFC 2606).
	return isEmailAddress(address) && !address.toLowerCase().endsWith('.invalid')
		? undefined
		: inputError('does not conform to the "email" format');
}

function sameAddress(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
