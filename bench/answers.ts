interface Endpoint {
	/** The header that carries the caller's key. */
	key: string;
	/**
	 * Says yes.
	 *
	 * @param headers those of the request, or the fields of the credential that they are made of; names in lower case
	 * @param count how many requests there have been, this one included
	 */
	answer(body: Body, headers: Readonly<Record<string, unknown>>, count: number): object;
}

/** The members of the requests that the answers repeat. */
export interface Body {
	token?: string;
	clientTxnId?: string;
	root?: { coupon: Array<{ code: string; customer: object; transaction?: object[] }> };
}

const seal = (plaintext: unknown) => Buffer.from(JSON.stringify(plaintext)).toString('base64');
const open = (token = '') => JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as Body;

/** By path; the answers are those of the providers' documentation. */
export const ENDPOINTS: Readonly<Record<string, Endpoint | undefined>> = {
	// https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/send_mobile_otp
	'/hyperverge/v1/verifyMobileSendOtp': {
		key: 'appkey',
		answer: (_body, _headers, count) => ({
			status: 'success',
			statusCode: '200',
			result: { message: `req-${count.toString(16).padStart(16, '0')}` },
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
		answer: ({ root }, _headers, count) => {
			const { code, customer } = root?.coupon[0] ?? {};
			const coupon = {
				...{ customer, redemption_id: String(count), code, discount_code: code, series_code: '1001' },
				...{ is_absolute: 'true', coupon_value: '50', transaction: {}, side_effects: [] },
				item_status: { success: 'true', code: 700, message: 'Coupon processing successful' },
			};
			const status = { success: 'true', code: 200, message: 'Success' };
			return { response: { status, coupons: { coupon } } };
		},
	},
};
