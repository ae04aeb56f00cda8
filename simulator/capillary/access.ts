import { createHash } from 'node:crypto';
import { SIMULATOR_ACCOUNTS } from '../accounts';
import { fieldsOf, json, type Answer, type ProviderRequest, type World } from '../shared/provider';
import { jwtLike, randomHex } from '../shared/text';
import { refusedCredentials, v2Failure } from './answers';

/** `ttlSeconds` of the sample on https://docs.capillarytech.com/reference/oauth */
const DEFAULT_TTL_SECONDS = 300;
const LOOKUP_TYPES = ['WECHAT', 'MOBILE_TRIGGER'];

/** Who may call: Basic or OAuth, https://docs.capillarytech.com/reference/apioverview */
export class Access {
	private readonly tokens = new Map<string, { expiresAt: number }>();
	private ttlSeconds = DEFAULT_TTL_SECONDS;

	constructor(private readonly world: World) {}

	revokeTokens(): void {
		this.tokens.clear();
	}

	setTokenTtl(seconds: number): void {
		this.ttlSeconds = seconds;
	}

	/** `POST /v3/oauth/token/generate`; every call gives another token. */
	generateToken = (request: ProviderRequest): Answer => {
		const { key, secret } = fieldsOf(request.body);
		const { clientKey, clientSecret } = SIMULATOR_ACCOUNTS.capillary;
		if (key !== clientKey || secret !== clientSecret) {
			// The text is printed. Assumption: status (an integration reads 401 so) and body.
			return json(401, {
				data: null,
				errors: [{ status: false, code: 401, message: 'Failed to generate OAuth token' }],
			});
		}
		const expiresAt = this.world.clock.now() + this.ttlSeconds * 1000;
		const accessToken = jwtLike({ jti: randomHex(8), exp: Math.floor(expiresAt / 1000) });
		this.tokens.set(accessToken, { expiresAt });
		return json(200, { data: { accessToken, ttlSeconds: this.ttlSeconds }, errors: null });
	};

	/** Why a call is refused; undefined for one that may pass. */
	problem(request: ProviderRequest): Answer | undefined {
		const token = request.header('X-CAP-API-OAUTH-TOKEN');
		if (token !== undefined) {
			const known = this.tokens.get(token);
			if (!known || known.expiresAt <= this.world.clock.now()) {
				// Assumption: the answer to an expired token is not published.
				return v2Failure(401, [{ code: 401, message: 'Invalid or expired access token' }]);
			}
		} else if (!basicIsRight(request.header('Authorization'))) {
			return refusedCredentials();
		}
		return lookupProblem(request);
	}
}

/** User name and the MD5 of the password, https://docs.capillarytech.com/reference/basic-authentication */
function basicIsRight(authorization: string | undefined): boolean {
	const { tillUsername, tillPassword } = SIMULATOR_ACCOUNTS.capillary;
	const digest = createHash('md5').update(tillPassword).digest('hex');
	const [scheme, credentials] = (authorization ?? '').split(' ');
	return (
		scheme?.toLowerCase() === 'basic' &&
		Buffer.from(credentials ?? '', 'base64').toString('utf8') === `${tillUsername}:${digest}`
	);
}

/** The two headers for acting on behalf of another till have to come together. */
function lookupProblem(request: ProviderRequest): Answer | undefined {
	const type = request.header('X-CAP-API-ATTRIBUTION-LOOKUP-TYPE');
	const value = request.header('X-CAP-API-ATTRIBUTION-LOOKUP');
	// Assumption: the codes are printed, the texts and the status of 1061 are not.
	if (!type !== !value) {
		return v2Failure(400, [{ code: 1061, message: 'Attribution lookup and its type have to be passed together' }]);
	}
	return type && !LOOKUP_TYPES.includes(type)
		? v2Failure(400, [{ code: 400, message: 'Invalid attribution lookup type' }])
		: undefined;
}
