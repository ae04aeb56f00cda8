/** The answer of a provider that carries a code, as the provider's pages show it. */
export interface ScriptedAnswer {
	status: number;
	body: string;
	/** The end of the path that gives it. */
	path: string;
}

type Script = (code: string) => { status: number; body: unknown };

const hyperVerge: Script = (code) =>
	code === '200'
		? { status: 200, body: { status: 'success', statusCode: '200', result: { message: 'req-1' } } }
		: code === '500'
			? { status: 500, body: { statusCode: 500, status: 'failure', error: 'Internal Server Error' } }
			: { status: Number(code), body: { message: 'refused', statusCode: Number(code), status: 'failure' } };

const wibmo =
	(messageCode?: number): Script =>
	(code) => ({ status: 200, body: { responseCode: code, messageCode, responseMessage: 'text' } });

const tooManyCalls = { status: 429, body: { message: 'API rate limit exceeded' } };

const iServeU =
	(successes: string[], more: object = {}): Script =>
	(code) =>
		code === '429'
			? tooManyCalls
			: {
					status: 200,
					body: {
						status: successes.includes(code) ? 'SUCCESS' : 'FAILED',
						statusCode: code,
						statusDesc: 'text',
						...more,
					},
				};

const capillary: Script = (code) => {
	if (code === 'createdId') return { status: 201, body: { createdId: 10, warnings: [] } };
	if (code === 'createdId:1') return { status: 200, body: { createdId: 1, warnings: [] } };
	if (code === 'entity:true') return { status: 200, body: { entity: true, warnings: [] } };
	if (code === 'entity:false') return { status: 400, body: { entity: false, warnings: [] } };
	if (code === 'code')
		return {
			status: 200,
			body: { orgId: 1, userId: 2, code: 'A2WX11I', validUpto: '2030-01-01T00:00:00+05:30' },
		};
	return {
		status: 400,
		body: { warnings: [], errors: [{ status: false, code: Number(code), message: 'text' }] },
	};
};

/** What Capillary lists as warnings: codes next to a yes. */
const WARNINGS = ['872', '873', '876', '877', '900', '905'];

const redemption =
	(successes: string[], wrap: (item: object) => object): Script =>
	(code) => {
		const isYes = successes.includes(code);
		const item = {
			is_redeemable: String(isYes),
			item_status: { success: String(isYes), code: Number(code), message: 'text' },
		};
		return {
			status: 200,
			body: {
				response: {
					status: { success: String(isYes), code: isYes ? 200 : 500, message: 'text' },
					...wrap(item),
				},
			},
		};
	};

const SCRIPTS: Record<string, [path: string, script: Script]> = {
	hyperVergeSendEmailOtp: ['/sendOTPEmail', hyperVerge],
	hyperVergeRetryEmailOtp: ['/retryOTPEmail', hyperVerge],
	hyperVergeSendMobileOtp: ['/verifyMobileSendOtp', hyperVerge],
	hyperVergeResendMobileOtp: ['/resendOtp', hyperVerge],
	hyperVergeVerifyEmailOtp: ['/verifyOTPEmail', hyperVerge],
	hyperVergeVerifyMobileOtp: ['/verifyMobileOtp', hyperVerge],
	wibmoSendEmailOtp: ['/api/v2/decrypt', wibmo(2081)],
	wibmoSendMobileOtp: ['/api/v2/decrypt', wibmo(1941)],
	wibmoVerifyEmailOtp: ['/api/v2/decrypt', wibmo(2091)],
	wibmoVerifyMobileOtp: ['/api/v2/decrypt', wibmo(1961)],
	wibmoEncryptPayload: ['/api/v2/encrypt', wibmo()],
	wibmoDecryptPayload: ['/api/v2/decrypt', wibmo()],
	iServeUSendOtp: ['/otp/send', iServeU(['0'])],
	iServeUProcessCustomer: ['/process-customer-registration', iServeU(['0', '1', '2', '3'])],
	iServeUVerifyBeneficiary: [
		'/verify-bene',
		iServeU(['0'], { 'gateway-transaction-details': [{ txnStausCode: '4' }] }),
	],
	iServeUGetCustomer: ['/get-customer', iServeU(['0', '1', '2', '3'])],
	capillaryGenerateOtp: ['/v2/otp/generate', capillary],
	capillaryValidateOtp: ['/v2/otp/validate', capillary],
	capillaryGetOtp: ['/v2/otp', capillary],
	capillaryCheckPointsRedeemable: [
		'/points/isredeemable',
		redemption(['800', ...WARNINGS], (item) => ({ points: { redeemable: item } })),
	],
	capillaryRedeemPoints: ['/points/redeem', redemption(['800'], (item) => ({ responses: { points: item } }))],
	capillaryRedeemCoupon: ['/coupon/redeem', redemption(['700'], (item) => ({ coupons: { coupon: item } }))],
};

const WIBMO_OPERATION = '/api/onboarding/v1/';
const WIBMO_PATHS: Record<string, string> = {
	wibmoSendEmailOtp: 'sentOtpEmail',
	wibmoSendMobileOtp: 'sentOtpMobile',
	wibmoVerifyEmailOtp: 'verifyEmailOtp',
	wibmoVerifyMobileOtp: 'verifyMobileOtp',
};

/**
 * @param node the node's type name
 * @param code a code of the provider
 * @returns the answer that carries the code
 */
export function answerWith(node: string, code: string): ScriptedAnswer {
	const [path, script] = SCRIPTS[node];
	// Wibmo hides its codes in a ciphertext, but its gateway answers in the open.
	if (code === '429' && node in WIBMO_PATHS) {
		return {
			status: 429,
			body: JSON.stringify(tooManyCalls.body),
			path: WIBMO_OPERATION + WIBMO_PATHS[node],
		};
	}
	const { status, body } = script(code);
	return { status, body: JSON.stringify(body), path };
}
