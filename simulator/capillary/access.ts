import { createHash } from 'node:crypto';

import { SIMULATOR_ACCOUNTS } from '../accounts';
import { fieldsOf, json, type Answer, type ProviderRequest, type World } from '../shared/provider';
import { jwtLike, randomHex } from '../shared/text';
import { refusedCredentials, v2Failure } from './answers';

/** `ttlSeconds` of the sample on https://docs.capillarytech.com/reference/oauth */
const DEFAULT_TTL_SECONDS = 300;
const LOOKUP_TYPES = ['WECHAT', 'MOBILE_TRIGGER'];

/** An authorized caller, and the organization whose codes and customers the calls are about. */
interface Account {
	name: string;
	organization: string;
}

interface Client extends Account {
	secret: string;
}

const { capillary } = SIMULATOR_ACCOUNTS;
const TILL: Account = { name: capillary.tillUsername, organization: 'first' };
const CLIENTS: readonly Client[] = [
	{ name: capillary.clientKey, secret: capillary.clientSecret, organization: 'first' },
	{ name: capillary.otherClientKey, secret: capillary.otherClientSecret, organization: 'other' },
];

/** Who may call: Basic or OAuth, https://docs.capillarytech.com/reference/apioverview */
export class Access {
	private readonly tokens = new Map<string, { client: Client; expiresAt: number }>();
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
		const client = CLIENTS.find((candidate) => candidate.name === key && candidate.secret === secret);
		if (!client) {
			// The text is printed. Assumption: status (an integration reads 401 so) and body.
			return json(401, {
				data: null,
				errors: [{ status: false, code: 401, message: 'Failed to generate OAuth token' }],
			});
		}
		const expiresAt = this.world.clock.now() + this.ttlSeconds * 1000;
		const accessToken = jwtLike({ jti: randomHex(8), exp: Math.floor(expiresAt / 1000) });
		this.tokens.set(accessToken, { client, expiresAt });
		return json(200, { data: { accessToken, ttlSeconds: this.ttlSeconds }, errors: null });
	};

	/** Whom a request is authenticated as; undefined for one that may not pass. */
	accountOf(request: ProviderRequest): Account | undefined {
		const token = request.header('X-CAP-API-OAUTH-TOKEN');
		if (token === undefined) return basicIsRight(request.header('Authorization')) ? TILL : undefined;
		const known = this.tokens.get(token);
		return known && known.expiresAt > this.world.clock.now() ? known.client : undefined;
	}
}

/** The answer to a request that may not pass. */
export function refusal(request: ProviderRequest): Answer {
	if (request.header('X-CAP-API-OAUTH-TOKEN') === undefined) return refusedCredentials();
	// Assumption: the answer to an expired token is not published.
	return v2Failure(401, [{ code: 401, message: 'Invalid or expired access token' }]);
}

/** User name and the MD5 of the password, https://docs.capillarytech.com/reference/basic-authentication */
function basicIsRight(authorization: string | undefined): boolean {
	const digest = createHash('md5').update(capillary.tillPassword).digest('hex');
	const [scheme, credentials] = (authorization ?? '').split(' ');
	return (
		scheme?.toLowerCase() === 'basic' &&
		Buffer.from(credentials ?? '', 'base64').toString('utf8') === `${capillary.tillUsername}:${digest}`
	);
}

/** The two headers for acting on behalf of another till have to come together. */
export function lookupProblem(request: ProviderRequest): Answer | undefined {
	const type = request.header('X-CAP-API-ATTRIBUTION-LOOKUP-TYPE');
	const value = request.header('X-CAP-API-ATTRIBUTION-LOOKUP');
	// Assumption: the codes are printed, the texts and the status of 1061 are not.
	if (!type !== !value) {
		return v2Failure(400, [
			{ code: 1061, message: 'Attribution lookup and its type have to be passed together' },
		]);
	}
	return type && !LOOKUP_TYPES.includes(type)
		? v2Failure(400, [{ code: 400, message: 'Invalid attribution lookup type' }])
		: undefined;
}
