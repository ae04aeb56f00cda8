import {
	isRecord,
	type Answer,
	type Handler,
	type Mount,
	type Provider,
	type ProviderRequest,
	type World,
} from '../shared/provider';
import { randomHex } from '../shared/text';
import { Access, lookupProblem, refusal } from './access';
import { v11BadRequest, v2Failure } from './answers';
import { Coupons } from './coupons';
import { Customers } from './customers';
import { OtpCalls } from './otpCalls';
import { Otps } from './otps';
import { PointsChecks } from './pointsChecks';
import { PointsRedeem } from './pointsRedeem';

export const capillaryMount: Mount = { name: 'capillary', prefixes: [''] };

const CALL_WITHOUT_LOGIN = 'POST /v3/oauth/token/generate';

/** Capillary, with the two switches that only tests need. */
export interface Capillary extends Provider {
	revokeTokens(): void;
	setTokenTtl(seconds: number): void;
}

/** Capillary's OTP calls and those that consume the OTP, https://docs.capillarytech.com/reference/apioverview */
export function createCapillary(world: World): Capillary {
	const access = new Access(world);
	const organizations = new Map<string, Map<string, Handler>>();
	const routesOf = (organization: string): Map<string, Handler> => {
		const routes = organizations.get(organization) ?? createRoutes(world);
		organizations.set(organization, routes);
		return routes;
	};

	const answer = (request: ProviderRequest): Answer => {
		const call = `${request.method} ${request.route}`;
		if (call === CALL_WITHOUT_LOGIN) return formProblem(request) ?? access.generateToken(request);
		const account = access.accountOf(request);
		if (!account) return refusal(request);
		const handle = routesOf(account.organization).get(call);
		if (!handle) return badRequest(request, 404, 'Resource not found');
		return lookupProblem(request) ?? formProblem(request) ?? handle(request);
	};

	return {
		answer(request) {
			const answered = answer(request);
			return { ...answered, headers: { ...answered.headers, 'X-CAP-REQUEST-ID': randomHex(16) } };
		},
		account: (request) => access.accountOf(request)?.name,
		revokeTokens: () => access.revokeTokens(),
		setTokenTtl: (seconds) => access.setTokenTtl(seconds),
	};
}

/** The calls of one organization, with its codes and customers. */
function createRoutes(world: World): Map<string, Handler> {
	const otps = new Otps(world);
	const customers = new Customers();
	const otpCalls = new OtpCalls(world, otps, customers);
	const checks = new PointsChecks(world, otps, customers);
	const points = new PointsRedeem(otps, customers);
	const coupons = new Coupons(otps, customers);
	return new Map<string, Handler>([
		['POST /v2/otp/generate', otpCalls.generate],
		['POST /v2/otp/validate', otpCalls.validate],
		['GET /v2/otp', otpCalls.get],
		['GET /v1.1/points/isredeemable', checks.isRedeemable],
		['POST /v1.1/points/redeem', points.redeem],
		['POST /v1.1/coupon/redeem', coupons.redeem],
	]);
}

/** What is wrong with the headers and the syntax of a request. */
function formProblem(request: ProviderRequest): Answer | undefined {
	// Assumption: a caller that names no type takes any, although the documentation asks for the header.
	if (!/application\/(json|\*)|\*\/\*/i.test(request.header('Accept') ?? '*/*')) {
		return badRequest(request, 406, 'Not acceptable');
	}
	if (request.method !== 'POST') return undefined;
	if (!/^application\/json\s*(;|$)/i.test(request.header('Content-Type') ?? '')) {
		return badRequest(request, 415, 'Unsupported media type');
	}
	return isRecord(request.body) ? undefined : badRequest(request, 400, 'Invalid input');
}

/** Assumption: the code of the body is the HTTP status; the status-code page mixes the two. */
function badRequest(request: ProviderRequest, code: number, message: string): Answer {
	return request.route.startsWith('/v1.1/')
		? v11BadRequest(code, message)
		: v2Failure(code, [{ code, message }]);
}
