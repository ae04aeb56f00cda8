import { startSimulator, SIMULATOR_ACCOUNTS, type Simulator } from '../../simulator';
import { call, codeFor, WIBMO_HEADERS, without, wrongFor, type Reply } from './support/client';

const KEY_ONLY = { 'x-api-key': SIMULATOR_ACCOUNTS.wibmo.apiKey };
const EMAIL = 'user@example.com';
const MOBILE = '919999900001';

describe('Wibmo in the simulator', () => {
	let simulator: Simulator;
	let transactions = 0;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.close());

	const crypto = (
		path: 'encrypt' | 'decrypt',
		body: unknown,
		headers: Record<string, string> = KEY_ONLY,
	): Promise<Reply> => call(simulator, 'POST', `/wibmo/api/v2/${path}`, { headers, body });
	const operate = (
		path: string,
		body: unknown,
		headers: Record<string, string> = WIBMO_HEADERS,
	): Promise<Reply> => call(simulator, 'POST', `/wibmo/uat/sbx/api/onboarding/v1/${path}`, { headers, body });

	/** Encrypts, operates and decrypts; the answer of the last call. */
	async function run(
		path: string,
		plaintext: unknown,
		headers = WIBMO_HEADERS as Record<string, string>,
	): Promise<Reply> {
		const encrypted = await crypto('encrypt', plaintext);
		const operated = await operate(path, encrypted.body, headers);
		expect([operated.status, Object.keys(operated.body)]).toEqual([200, ['token']]);
		return await crypto('decrypt', operated.body);
	}

	const common = (messageCode: unknown) => {
		transactions += 1;
		return { messageCode, clientTxnId: `TXN${transactions}`, requestDateTime: '20240814191400' };
	};
	const sendEmail = (more = {}) =>
		run('sentOtpEmail', { ...common(2080), email: EMAIL, productId: 1, ...more });
	const sendMobile = (more = {}) =>
		run('sentOtpMobile', { ...common(1940), cardHolderMobileNumber: MOBILE, productId: 1, ...more });
	const verifyEmail = (otp: unknown, more = {}) =>
		run('verifyEmailOtp', { ...common('2090'), emailId: EMAIL, otp, ...more });
	const verifyMobile = (otp: unknown, more = {}) =>
		run('verifyMobileOtp', { ...common('1960'), mobileNumber: MOBILE, otp, ...more });
	const codeOf = (reply: Reply) => reply.body.responseCode;

	describe('encrypt and decrypt', () => {
		it('gives back the plaintext of a token', async () => {
			const plaintext = '{"messageCode":2080,"email":"ünïcode@example.com","nested":{"a":[1,null]}}';
			const encrypted = await crypto('encrypt', plaintext);
			expect(encrypted.status).toBe(200);
			expect(encrypted.text).toMatch(/^\{"token":"[A-Za-z0-9+/]+=*"\}$/);
			const decrypted = await crypto('decrypt', encrypted.body);
			expect([decrypted.status, decrypted.type, decrypted.text]).toEqual([
				200,
				'application/json',
				plaintext,
			]);
		});

		it('never makes the same token twice, and pads to whole blocks', async () => {
			const bytes = await Promise.all(
				[1, 2].map(async () =>
					Buffer.from((await crypto('encrypt', { messageCode: 2080 })).body.token as string, 'base64'),
				),
			);
			expect(bytes.map(({ length }) => length)).toEqual([48, 48]);
			expect(bytes[0]?.subarray(0, 16)).not.toEqual(bytes[1]?.subarray(0, 16));
			expect(bytes[0]?.subarray(16)).not.toEqual(bytes[1]?.subarray(16));
		});

		it.each(['', 'no token', 'QUJD', 'A'.repeat(64), 7, undefined])(
			'refuses to decrypt %p',
			async (token) => {
				expect((await crypto('decrypt', { token })).status).toBe(400);
			},
		);

		it('refuses a body that is no object', async () => {
			expect((await crypto('encrypt', '{"messageCode":')).status).toBe(400);
			expect((await crypto('encrypt', [1])).status).toBe(400);
		});
	});

	describe('the gateway', () => {
		it('asks for an API key on all three calls', async () => {
			const headers = without(WIBMO_HEADERS, 'x-api-key');
			for (const reply of [
				await crypto('encrypt', {}, {}),
				await crypto('decrypt', {}, {}),
				await operate('sentOtpEmail', {}, headers),
			]) {
				expect([reply.status, reply.text]).toEqual([401, '{"message":"No API key found in request"}']);
			}
		});

		it('refuses a wrong API key', async () => {
			const reply = await crypto('encrypt', {}, { 'x-api-key': 'wrong' });
			expect([reply.status, reply.text]).toEqual([401, '{"message":"Invalid authentication credentials"}']);
		});

		it('knows operations only below the operation prefix, and encryption only without it', async () => {
			const headers = WIBMO_HEADERS;
			for (const path of [
				'/wibmo/api/onboarding/v1/sentOtpEmail',
				'/wibmo/uat/sbx/api/v2/encrypt',
				'/wibmo/uat/sbx/api/onboarding/v1/other',
			]) {
				expect((await call(simulator, 'POST', path, { headers, body: {} })).status).toBe(404);
			}
			expect((await call(simulator, 'GET', '/wibmo/api/v2/encrypt', { headers })).status).toBe(404);
		});
	});

	describe('client headers', () => {
		it.each([
			['bankId', 'wrong', '1031', 'INVALID BANK ID'],
			['bankId', '', '1264', 'BANK ID NOT PRESENT IN THE REQUEST'],
			['secureCode', 'wrong', '1049', 'INVALID SECURE CODE'],
			['secureCode', '', '1311', 'SECURE CODE NOT PRESENT IN REQUEST'],
			['clientId', 'wrong', '1032', 'INVALID_CLIENT_CHANNEL'],
			['clientId', '', '1262', 'CLIENT ID NOT PRESENT IN THE REQUEST'],
			['X-Consumer-Custom-ID', '', '1310', 'XCONSUMERKEY NOT PRESENT IN REQUEST'],
			['X-Consumer-Custom-ID', 'wrong', '1032', 'INVALID_CLIENT_CHANNEL'],
			['entityId', 'wrong', '1032', 'INVALID_CLIENT_CHANNEL'],
		])('answers %s "%s" with %s in an encrypted body', async (name, value, code, message) => {
			const headers: Record<string, string> = { ...WIBMO_HEADERS };
			if (value === '') delete headers[name];
			else headers[name] = value;
			const reply = await run('sentOtpEmail', { ...common(2080), email: EMAIL, productId: 1 }, headers);
			expect(reply.body).toMatchObject({ responseCode: code, responseMessage: message, messageCode: 2081 });
			expect(simulator.inbox()).toEqual([]);
		});
	});

	describe('send', () => {
		it('answers with the fields, order and types of the documented sample', async () => {
			const reply = await run('sentOtpMobile', {
				messageCode: 1940,
				clientTxnId: 'MobileOTsVdz65wadKe3RG124',
				requestDateTime: '20240814191400',
				cardHolderMobileNumber: MOBILE,
				productId: 1,
			});
			const time = String(reply.body.responseDateTime);
			expect(time).toMatch(/^\d{14}$/);
			expect(reply.text).toBe(
				`{"responseCode":"00","messageCode":1941,"clientTxnId":"MobileOTsVdz65wadKe3RG124","clientId":"7001","responseDateTime":"${time}","responseMessage":"SUCCESS","bankId":7002}`,
			);
			expect(simulator.inbox()).toMatchObject([
				{ provider: 'wibmo', channel: 'sms', to: MOBILE, code: expect.stringMatching(/^\d{6}$/) },
			]);
		});

		it('sends an e-mail and answers with the next message code', async () => {
			expect((await sendEmail()).body).toMatchObject({ responseCode: '00', messageCode: 2081 });
			expect(simulator.inbox()).toMatchObject([{ channel: 'email', to: EMAIL, subject: expect.any(String) }]);
		});

		it.each(['sendOtpEmail', 'sentOtpEmail'])('listens under %s', async (path) => {
			expect(codeOf(await run(path, { ...common('2080'), email: EMAIL, productId: '1' }))).toBe('00');
		});

		it.each([
			['another message code', { messageCode: 1940 }],
			['no transaction id', { clientTxnId: undefined }],
			['a transaction id of 101 characters', { clientTxnId: 'x'.repeat(101) }],
			['a numeric transaction id', { clientTxnId: 12 }],
			['a time with 62 seconds', { requestDateTime: '20220909112862' }],
			['a time that does not exist', { requestDateTime: '20230230112800' }],
			['no time', { requestDateTime: undefined }],
			['no address', { email: undefined }],
			['a telephone number as address', { email: '99999900000' }],
			['no product', { productId: undefined }],
			['an unknown generation type', { otp_generation_type: '2' }],
			['a numeric generation type', { otp_generation_type: 0 }],
			['a skip flag that is a text', { emailVerifySkipFlag: 'true' }],
		])('answers %s with 1030', async (_what, more) => {
			expect((await sendEmail(more)).body).toMatchObject({
				responseCode: '1030',
				responseMessage: 'INVALID MESSAGE',
			});
			expect(simulator.inbox()).toEqual([]);
		});

		it('answers a mobile number with a plus sign with 1030', async () => {
			expect(codeOf(await sendMobile({ cardHolderMobileNumber: '+919999900001' }))).toBe('1030');
		});

		it.each(['garbage', '', 'QUJD', undefined])('answers the token %p with 1055', async (token) => {
			const operated = await operate('sentOtpEmail', { token });
			expect(operated.status).toBe(200);
			const reply = await crypto('decrypt', operated.body);
			expect(reply.body).toMatchObject({
				responseCode: '1055',
				responseMessage: 'MALFORMED_REQUEST',
				clientTxnId: '',
			});
		});

		it('answers 1001 for a person who is not registered, unless the check is skipped', async () => {
			const stranger = { email: 'Stranger.7@example.com' };
			expect((await sendEmail(stranger)).body).toMatchObject({
				responseCode: '1001',
				responseMessage: 'CARD_NOT_FOUND',
			});
			expect(codeOf(await sendEmail({ ...stranger, emailVerifySkipFlag: false }))).toBe('1001');
			expect(simulator.inbox()).toEqual([]);
			expect(codeOf(await sendEmail({ ...stranger, emailVerifySkipFlag: true }))).toBe('00');
			expect(codeOf(await sendMobile({ cardHolderMobileNumber: '919999900000' }))).toBe('1001');
			expect(
				codeOf(await sendMobile({ cardHolderMobileNumber: '919999900000', smsVerifySkipFlag: true })),
			).toBe('00');
		});

		it('refuses a transaction id that was used before', async () => {
			expect(codeOf(await sendEmail({ clientTxnId: 'ONCE' }))).toBe('00');
			expect(codeOf(await sendEmail({ clientTxnId: 'ONCE' }))).toBe('1030');
			expect(codeOf(await verifyEmail('1', { clientTxnId: 'ONCE' }))).toBe('1030');
		});

		it('repeats the code for generation type 1 and makes a new one for 0', async () => {
			await sendEmail();
			await sendEmail({ otp_generation_type: '1' });
			const [first, second] = simulator.inbox();
			expect(second?.code).toBe(first?.code);
			await sendEmail({ otp_generation_type: '0' });
			const newest = codeFor(simulator, EMAIL);
			if (newest !== first?.code) expect(codeOf(await verifyEmail(first?.code))).toBe('1017');
			expect(codeOf(await verifyEmail(newest))).toBe('00');
		});

		it('lets three messages a minute through to one person, and answers the fourth without a token', async () => {
			for (let count = 0; count < 3; count += 1) expect(codeOf(await sendEmail())).toBe('00');
			const encrypted = await crypto('encrypt', { ...common(2080), email: EMAIL, productId: 1 });
			const limited = await operate('sentOtpEmail', encrypted.body);
			expect([limited.status, limited.text]).toEqual([429, '{"message":"API rate limit exceeded"}']);
			expect(codeOf(await sendEmail({ email: 'other@example.com' }))).toBe('00');
			simulator.advance(61);
			expect((await operate('sentOtpEmail', encrypted.body)).status).toBe(200);
		});
	});

	describe('verify', () => {
		it('accepts the right code once, on both channels', async () => {
			await sendEmail();
			await sendMobile();
			const [email, mobile] = simulator.inbox();
			expect((await verifyEmail(email?.code)).body).toMatchObject({ responseCode: '00', messageCode: 2091 });
			expect((await verifyMobile(mobile?.code)).body).toMatchObject({
				responseCode: '00',
				messageCode: 1961,
			});
			expect(codeOf(await verifyEmail(email?.code))).toBe('1017');
		});

		it('answers a wrong code as documented', async () => {
			await sendMobile();
			const reply = await verifyMobile(wrongFor(codeFor(simulator, MOBILE)), {
				clientTxnId: 'todayvra4ramo22221125',
			});
			expect(reply.text).toBe(
				`{"responseCode":"1017","messageCode":1961,"clientTxnId":"todayvra4ramo22221125","clientId":"7001","responseDateTime":"${String(reply.body.responseDateTime)}","responseMessage":"INVALID OTP","bankId":7002}`,
			);
		});

		it('takes the mobile number under the name of the send, too, and the code as a number', async () => {
			await sendMobile();
			const code = codeFor(simulator, MOBILE);
			const otp = code.startsWith('0') ? code : Number(code);
			const reply = await verifyMobile(otp, { mobileNumber: undefined, cardHolderMobileNumber: MOBILE });
			expect(codeOf(reply)).toBe('00');
		});

		it('answers 1017 where no code was sent, and where it has expired', async () => {
			expect(codeOf(await verifyEmail('123456'))).toBe('1017');
			await sendEmail();
			simulator.advance(601);
			expect(codeOf(await verifyEmail(codeFor(simulator, EMAIL)))).toBe('1017');
		});

		it('answers 1081 after five wrong codes until a new one is sent', async () => {
			await sendEmail();
			const code = codeFor(simulator, EMAIL);
			for (let count = 0; count < 5; count += 1)
				expect(codeOf(await verifyEmail(wrongFor(code)))).toBe('1017');
			expect((await verifyEmail(code)).body).toMatchObject({
				responseCode: '1081',
				responseMessage: 'OPERATION NOT ALLOWED',
			});
			await sendEmail({ otp_generation_type: '1' });
			expect(codeOf(await verifyEmail(codeFor(simulator, EMAIL)))).toBe('00');
		});

		it('answers 1030 without an address or a code, and 1001 for a stranger', async () => {
			expect(codeOf(await verifyEmail(undefined))).toBe('1030');
			expect(codeOf(await verifyEmail('1', { emailId: undefined, email: EMAIL }))).toBe('1030');
			expect(codeOf(await verifyMobile('1', { mobileNumber: '919999900000' }))).toBe('1001');
			expect(codeOf(await verifyMobile('1', { mobileNumber: '919999900000', smsVerifySkipFlag: true }))).toBe(
				'1017',
			);
		});
	});
});
