import { indiaTime } from '../shared/clock';
import { fieldsOf, json, type Answer, type ProviderRequest, type World } from '../shared/provider';
import { RollingLimit } from '../shared/rollingLimit';
import { isStranger } from '../shared/text';
import { v2Failure, type V2Error } from './answers';
import { deliver, readChannels } from './channels';
import { ORG_ID, type Customers } from './customers';
import { ACTIONS, readEntity } from './entity';
import { key, type Entity, type Otps } from './otps';

const SCOPES = ['COUPON', 'POINTS', 'REGISTRATION', 'USERGROUP', 'SUBSCRIPTION', 'GENERIC'];
const IDENTIFIER_NAMES = ['mobile', 'email', 'external_id', 'wechat'];
const SOURCES_WITH_ACCOUNTS = ['WECHAT', 'MARTJACK', 'FACEBOOK'];
const RATE_LIMIT_TEXT = 'Rate limit exceeded';

/** Generate, validate and get, https://docs.capillarytech.com/reference/generate-otp and the two next to it. */
export class OtpCalls {
	private readonly validations: RollingLimit;

	constructor(
		private readonly world: World,
		private readonly otps: Otps,
		private readonly customers: Customers,
	) {
		// CONF_OTP_VALIDATE_RATE_LIMIT_COUNT and _MINUTE, https://docs.capillarytech.com/reference/validate-otp
		this.validations = new RollingLimit(world.clock, 5, 15 * 60);
	}

	generate = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const { entity, action, errors } = readEntity(fields, ACTIONS.generate);
		const channels = readChannels(fields);
		const all = [...errors, ...channels.errors].sort((one, other) => one.code - other.code);
		// Assumption: the HTTP status of a refusal is not published; a limit is 429, anything else 400.
		if (all.length > 0) return v2Failure(400, all);
		// Assumption: the text of 606 is only known in paraphrase.
		if (isStranger(entity.value))
			return v2Failure(400, [{ code: 606, message: 'Cannot generate OTP at this moment' }]);
		const issued = this.otps.issue(entity, action);
		if (!issued) return v2Failure(429, [{ code: 517, message: RATE_LIMIT_TEXT }]);
		deliver(this.world, fields, channels.targets, issued.code);
		// Assumption: 201, as recorded for another call that creates.
		return json(201, { createdId: issued.createdId, warnings: [] });
	};

	validate = (request: ProviderRequest): Answer => {
		const fields = fieldsOf(request.body);
		const { entity, action, errors } = readEntity(fields, ACTIONS.validate);
		if (typeof fields.code !== 'string' || fields.code === '') {
			errors.push({ code: 604, message: 'No OTP passed' });
		}
		if (errors.length > 0) return v2Failure(400, errors);
		if (this.validations.reached(key(entity))) {
			// Assumption: how this limit is signalled is not published.
			return v2Failure(429, [{ code: 429, message: RATE_LIMIT_TEXT }]);
		}
		this.validations.count(key(entity));
		const accepted = this.otps.use(entity, action, fields.code);
		return json(accepted ? 200 : 400, { entity: accepted, warnings: [] });
	};

	get = (request: ProviderRequest): Answer => {
		const { query } = request;
		const errors = queryErrors(query);
		if (errors.length > 0) return v2Failure(400, errors);
		const otp = this.find(query);
		if (!otp) return v2Failure(400, [{ code: 9001, message: 'No valid OTP found.' }]);
		return json(200, {
			orgId: ORG_ID,
			userId: this.customers.userId(query.identifierName ?? '', query.identifierValue ?? ''),
			code: otp.code,
			validUpto: `${indiaTime(otp.expiresAt)}+05:30`,
			warnings: [],
		});
	};

	private find(query: Record<string, string>): { code: string; expiresAt: number } | undefined {
		const entity = entityOf(query.identifierName, query.identifierValue ?? '');
		const otp = entity && this.otps.valid(entity, query.scope ?? '');
		if (!otp || !query.threshold) return otp;
		// Assumption: the threshold is the greatest age in seconds; the documentation leaves it open.
		return this.world.clock.now() - otp.issuedAt <= Number(query.threshold) * 1000 ? otp : undefined;
	}
}

function entityOf(identifierName: string | undefined, value: string): Entity | undefined {
	if (identifierName === 'mobile') return { type: 'MOBILE', value };
	return identifierName === 'email' ? { type: 'EMAIL', value } : undefined;
}

/** Assumption: codes and texts of missing and wrong query parameters are not published. */
function queryErrors(query: Record<string, string>): V2Error[] {
	const required = ['identifierName', 'identifierValue', 'source', 'scope'];
	if (SOURCES_WITH_ACCOUNTS.includes(query.source ?? '')) required.push('accountId');
	const errors = required
		.filter((name) => !query[name])
		.map((name) => ({ code: 400, message: `Mandatory parameter missing: ${name}` }));
	const wrong = (name: string) => errors.push({ code: 400, message: `Invalid value passed: ${name}` });
	if (query.identifierName && !IDENTIFIER_NAMES.includes(query.identifierName)) wrong('identifierName');
	if (query.scope && !SCOPES.includes(query.scope)) wrong('scope');
	if (query.threshold && !/^\d+$/.test(query.threshold)) wrong('threshold');
	return errors;
}
