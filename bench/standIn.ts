/**
 * A minimal provider, in a process of its own: it checks that a request has its key, and says yes after a
 * set time. `standInProcess.ts` starts it and talks to it.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Latency, Order, Report } from './standInProcess';

interface Endpoint {
	/** The header that carries the caller's key. */
	key: string;
	answer(body: Body, headers: IncomingHttpHeaders): object;
}

/** The members of the requests that the answers repeat. */
interface Body {
	token?: string;
	clientTxnId?: string;
	root?: { coupon: Array<{ code: string; customer: object; transaction?: object[] }> };
}

const seal = (plaintext: unknown) => Buffer.from(JSON.stringify(plaintext)).toString('base64');
const open = (token = '') => JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as Body;

/** By path; the answers are those of the providers' documentation. */
const ENDPOINTS: Record<string, Endpoint> = {
	// https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/send_mobile_otp
	'/hyperverge/v1/verifyMobileSendOtp': {
		key: 'appkey',
		answer: () => ({
			status: 'success',
			statusCode: '200',
			result: { message: `req-${requests.toString(16).padStart(16, '0')}` },
		}),
	},
	// https://developer.wibmo.com/reference/prepaid-apis-introduction
	'/wibmo/api/v2/encrypt': { key: 'x-api-key', answer: (body) => ({ token: seal(body) }) },
	'/wibmo/api/v2/decrypt': { key: 'x-api-key', answer: ({ token }) => open(token) },
	// https://developer.wibmo.com/reference/send-otp-to-mobile-api
	'/wibmo/uat/sbx/api/onboarding/v1/sentOtpMobile': {
		key: 'securecode',
		answer: ({ token }, { clientid, bankid }) => ({
			token: seal({
				responseCode: '00',
				messageCode: 1941,
				clientTxnId: open(token).clientTxnId,
				clientId: clientid,
				responseDateTime: '20260101120000',
				responseMessage: 'SUCCESS',
				bankId: Number(bankid),
			}),
		}),
	},
	// https://docs.capillarytech.com/reference/redeem-coupon
	'/capillary/v1.1/coupon/redeem': {
		key: 'authorization',
		answer: ({ root }) => {
			const { code, customer } = root?.coupon[0] ?? {};
			const coupon = {
				...{ customer, redemption_id: String(requests), code, discount_code: code, series_code: '1001' },
				...{ is_absolute: 'true', coupon_value: '50', transaction: {}, side_effects: [] },
				item_status: { success: 'true', code: 700, message: 'Coupon processing successful' },
			};
			const status = { success: 'true', code: 200, message: 'Success' };
			return { response: { status, coupons: { coupon } } };
		},
	},
};

let latency: Latency = { ms: 0 };
let requests = 0;
let inFlight = 0;
let mostInFlight = 0;

const server = createServer((request, response) => {
	requests += 1;
	inFlight += 1;
	mostInFlight = Math.max(mostInFlight, inFlight);
	response.once('close', () => (inFlight -= 1));
	const { ms, slowEvery = Infinity } = latency;
	const waitMs = requests % slowEvery === 0 ? ms * 10 : ms;
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		const respond = () => {
			const endpoint = ENDPOINTS[(request.url ?? '').split('?')[0]];
			const isKnown = endpoint !== undefined && request.headers[endpoint.key] !== undefined;
			const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body;
			response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
			response.end(JSON.stringify(isKnown ? endpoint.answer(body, request.headers) : {}));
		};
		if (waitMs === 0) respond();
		else setTimeout(respond, waitMs);
	});
});

const report = (message: Report) => process.send?.(message);

process.on('message', (order: Order) => {
	latency = order.latency;
	report({ requests, mostInFlight });
	[requests, mostInFlight] = [0, 0];
});
process.once('disconnect', () => process.exit());

server.listen(0, '127.0.0.1', () => {
	report({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
