import { isRecord, type Answer, type Handler, type Mount, type Provider, type ProviderRequest, type World } from '../shared/provider';
import { randomHex } from '../shared/text';
import { Access } from './access';
import { v11BadRequest, v2Failure } from './answers';
import { Coupons } from './coupons';
import { Customers } from './customers';
import { OtpCalls } from './otpCalls';
import { Otps } from './otps';
import { PointsChecks } from './pointsChecks';
import { PointsRedeem } from './pointsRedeem';

export const capillaryMount: Mount = { name: 'capillary', prefixes: [''] };

const PATH_WITHOUT_LOGIN = '/v3/oauth/token/generate';

/** Capillary, with the two switches that only tests need. */
export interface Capillary extends Provider {
	revokeTokens(): void;
	setTokenTtl(seconds: number): void;
}

/** Capillary's OTP calls and those that consume the OTP, https://docs.capillarytech.com/reference/apioverview */
export function createCapillary(world: World): Capillary {
	const access = new Access(world);
	const otps = new Otps(world);
	const customers = new Customers();
	const otpCalls = new OtpCalls(world, otps, customers);
	const checks = new PointsChecks(world, otps, customers);
	const points = new PointsRedeem(otps, customers);
	const coupons = new Coupons(otps, customers);
	const routes = new Map<string, Handler>([
		[`POST ${PATH_WITHOUT_LOGIN}`, access.generateToken],
		['POST /v2/otp/generate', otpCalls.generate],
		['POST /v2/otp/validate', otpCalls.validate],
		['GET /v2/otp', otpCalls.get],
		['GET /v1.1/points/isredeemable', checks.isRedeemable],
		['GET /v1.1/points/validationcode', checks.issueCode],
		['POST /v1.1/points/redeem', points.redeem],
		['GET /v1.1/coupon/isredeemable', coupons.isRedeemable],
		['POST /v1.1/coupon/redeem', coupons.redeem],
	]);

	const answer = (request: ProviderRequest): Answer => {
		const handle = routes.get(`${request.method} ${request.route}`);
		const refused = request.route === PATH_WITHOUT_LOGIN ? undefined : access.problem(request);
		if (refused) return refused;
		if (!handle) return badRequest(request, 404, 'Resource not found');
		return formProblem(request) ?? handle(request);
	};

	return {
		answer(request) {
			const answered = answer(request);
			return { ...answered, headers: { ...answered.headers, 'X-CAP-REQUEST-ID': randomHex(16) } };
		},
		revokeTokens: () => access.revokeTokens(),
		setTokenTtl: (seconds) => access.setTokenTtl(seconds),
	};
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
	return request.route.startsWith('/v1.1/') ? v11BadRequest(code, message) : v2Failure(code, [{ code, message }]);
}
