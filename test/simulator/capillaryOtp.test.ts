import { startSimulator, SIMULATOR_ACCOUNTS, type Simulator } from '../../simulator';
import { basic, call, CAPILLARY_HEADERS, codeFor, valueAt, wrongFor, type Reply } from './support/client';

const MOBILE = '919986000581';
const EMAIL = 'tom.sawyer@example.com';
const SMS = [{ type: 'SMS', value: MOBILE }];
const GENERATE = { entityType: 'MOBILE', entityValue: MOBILE, action: 'POINTS', channels: SMS };
const { clientKey, clientSecret, tillUsername, tillPassword } = SIMULATOR_ACCOUNTS.capillary;

describe('Capillary in the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.close());

	const post = (
		path: string,
		body: unknown,
		headers: Record<string, string> = CAPILLARY_HEADERS,
	): Promise<Reply> => call(simulator, 'POST', `/capillary${path}`, { headers, body });
	const generate = (more = {}, headers = CAPILLARY_HEADERS) =>
		post('/v2/otp/generate', { ...GENERATE, ...more }, headers);
	const validate = (code: unknown, more = {}) =>
		post('/v2/otp/validate', { entityType: 'MOBILE', entityValue: MOBILE, action: 'POINTS', code, ...more });
	const get = (query: Record<string, string>) =>
		call(simulator, 'GET', `/capillary/v2/otp?${new URLSearchParams(query).toString()}`, {
			headers: CAPILLARY_HEADERS,
		});
	const token = (body: unknown = { key: clientKey, secret: clientSecret }) =>
		post('/v3/oauth/token/generate', body, {});
	const accessToken = async () => String(valueAt(await token(), 'data', 'accessToken'));
	const errorsOf = (reply: Reply) =>
		reply.body.errors as Array<{ status: boolean; code: number; message: string }>;
	const codesOf = (reply: Reply) => errorsOf(reply).map(({ code }) => code);

	describe('access', () => {
		it.each([
			['no credentials', {}],
			['a wrong password', basic(tillUsername, 'wrong')],
			['a wrong user', basic('wrong', tillPassword)],
			[
				'a password that is not hashed',
				{ Authorization: `Basic ${btoa(`${tillUsername}:${tillPassword}`)}` },
			],
		])('refuses %s with an XML body', async (_what, headers: Record<string, string>) => {
			const reply = await generate({}, headers);
			expect([reply.status, reply.type]).toEqual([401, 'application/xml']);
			expect(reply.text).toMatch(
				/^<response><status><success>false<\/success><code>401<\/code><message>[^<]+<\/message><\/status><\/response>$/,
			);
		});

		it('gives every answer a request id of its own', async () => {
			const ids = [await generate(), await generate({}, {})].map(({ headers }) =>
				headers.get('X-CAP-REQUEST-ID'),
			);
			expect(ids[0]).toMatch(/\w{16,}/);
			expect(ids[1]).toMatch(/\w{16,}/);
			expect(ids[0]).not.toBe(ids[1]);
		});

		it('issues access tokens with the documented body, another one on every call', async () => {
			const reply = await token();
			const first = valueAt(reply, 'data', 'accessToken');
			expect([reply.status, reply.text]).toEqual([
				200,
				`{"data":{"accessToken":"${String(first)}","ttlSeconds":300},"errors":null}`,
			]);
			expect(await accessToken()).not.toBe(first);
		});

		it('refuses a wrong client secret', async () => {
			const reply = await token({ key: clientKey, secret: 'wrong' });
			expect([reply.status, errorsOf(reply)[0]?.message]).toEqual([401, 'Failed to generate OAuth token']);
		});

		it('accepts an access token until it expires', async () => {
			const headers = { 'X-CAP-API-OAUTH-TOKEN': await accessToken() };
			expect((await generate({}, headers)).status).toBe(201);
			simulator.advance(301);
			expect(await generate({}, headers)).toMatchObject({ status: 401, type: 'application/json' });
		});

		it('issues tokens with the validity that was set, and forgets revoked ones', async () => {
			simulator.setTokenTtl(3600);
			const reply = await token();
			expect(valueAt(reply, 'data', 'ttlSeconds')).toBe(3600);
			const headers = { 'X-CAP-API-OAUTH-TOKEN': String(valueAt(reply, 'data', 'accessToken')) };
			simulator.advance(3000);
			expect((await generate({}, headers)).status).toBe(201);
			simulator.revokeTokens();
			expect((await generate({}, headers)).status).toBe(401);
		});

		it('tells API clients and tills apart, and the codes of their organisations', async () => {
			const { otherClientKey: key, otherClientSecret } = SIMULATOR_ACCOUNTS.capillary;
			const reply = await token({ key, secret: otherClientSecret });
			const other = { 'X-CAP-API-OAUTH-TOKEN': String(valueAt(reply, 'data', 'accessToken')) };
			const first = { 'X-CAP-API-OAUTH-TOKEN': await accessToken() };
			const ids = [];
			for (const headers of [first, CAPILLARY_HEADERS, other, {}]) {
				ids.push(valueAt(await generate({}, headers), 'createdId'));
			}
			expect(ids).toEqual([10, 1, 10, undefined]);
			const accounts = simulator.requests().map(({ account }) => account);
			expect(accounts.slice(-4)).toEqual([clientKey, tillUsername, key, undefined]);
			expect((await token({ key, secret: clientSecret })).status).toBe(401);
		});

		it('does not accept a token with "Bearer" in front of it', async () => {
			expect((await generate({}, { 'X-CAP-API-OAUTH-TOKEN': `Bearer ${await accessToken()}` })).status).toBe(
				401,
			);
		});

		it('wants both headers for acting on behalf of another till', async () => {
			const headers = { ...CAPILLARY_HEADERS, 'X-CAP-API-ATTRIBUTION-LOOKUP': 'till' };
			expect(codesOf(await generate({}, headers))).toEqual([1061]);
			expect((await generate({}, { ...headers, 'X-CAP-API-ATTRIBUTION-LOOKUP-TYPE': 'OTHER' })).status).toBe(
				400,
			);
			expect((await generate({}, { ...headers, 'X-CAP-API-ATTRIBUTION-LOOKUP-TYPE': 'WECHAT' })).status).toBe(
				201,
			);
		});

		it('answers 415 to a body that is not declared as JSON, 406 to a caller that takes none, 400 to a broken one', async () => {
			const options = { headers: CAPILLARY_HEADERS, body: GENERATE, contentType: 'text/plain' };
			expect((await call(simulator, 'POST', '/capillary/v2/otp/generate', options)).status).toBe(415);
			expect((await generate({}, { ...CAPILLARY_HEADERS, Accept: 'text/html' })).status).toBe(406);
			expect((await post('/v2/otp/generate', '{"entityType":')).status).toBe(400);
			expect((await post('/v2/other', {})).status).toBe(404);
		});
	});

	describe('generate', () => {
		it('answers with the documented body and counts the ids up', async () => {
			const reply = await generate();
			expect([reply.status, reply.type, reply.text]).toEqual([
				201,
				'application/json',
				'{"createdId":10,"warnings":[]}',
			]);
			expect((await generate({ entityValue: '919986000582' })).text).toBe('{"createdId":11,"warnings":[]}');
		});

		it('sends the same code again inside its validity, with the id 1', async () => {
			await generate();
			expect((await generate()).text).toBe('{"createdId":1,"warnings":[]}');
			const [first, second] = simulator.inbox();
			expect(second?.code).toBe(first?.code);
			expect(first?.code).toMatch(/^[A-Z0-9]{6}$/);
			simulator.advance(601);
			expect((await generate()).text).toBe('{"createdId":11,"warnings":[]}');
		});

		it('keeps the codes of different actions apart', async () => {
			await generate();
			expect((await generate({ action: 'COUPON' })).text).toBe('{"createdId":11,"warnings":[]}');
		});

		it.each([
			'COUPON',
			'POINTS',
			'REGISTRATION',
			'USERGROUP',
			'SUBSCRIPTION',
			'GENERIC',
			'POINTSTRANSFER',
			'CUSTOMER_STATUS_UPDATE',
			'CUSTOMER_IDENTIFIER_CHANGE',
			'CUSTOMER_ISSUE_LINK_CARD',
		])('knows the action %s', async (action) => {
			expect((await generate({ action })).status).toBe(201);
		});

		it('answers several errors at once, byte for byte as documented', async () => {
			const reply = await generate({ action: undefined, entityValue: undefined });
			expect([reply.status, reply.text]).toEqual([
				400,
				'{"errors":[{"status":false,"code":600,"message":"\\"Invalid or Null action passed\\""},{"status":false,"code":602,"message":"\\"Invalid or Null entity value passed\\""}]}',
			]);
		});

		it.each([
			[{ action: 'points' }, [600]],
			[{ entityType: 'PHONE' }, [601]],
			[{ entityType: undefined }, [601]],
			[{ entityType: 'EMAIL' }, [602]],
			[{ entityValue: EMAIL }, [602]],
			[{ entityValue: '12345' }, [8056]],
			[{ entityValue: '+919986000581' }, [8056]],
			[{ channels: undefined }, [603]],
			[{ channels: [] }, [603]],
			[{ channels: [{ type: 'BOTH', value: MOBILE }] }, [603]],
			[{ channels: [{ type: 'EMAIL', value: MOBILE }] }, [603]],
			[{ channels: [...SMS, { type: 'SMS' }] }, [603]],
			[{ channels: [{ type: 'ZALO', value: MOBILE }] }, [621]],
			[{ emailTemplate: 'text' }, [608]],
			[{ entityType: 'x', channels: [], action: '', entityValue: '' }, [600, 601, 602, 603]],
		])('answers %j with %j', async (more, codes) => {
			const reply = await generate(more);
			expect([reply.status, codesOf(reply)]).toEqual([400, codes]);
			expect(simulator.inbox()).toEqual([]);
		});

		it('wants a template for WhatsApp, byte for byte as documented', async () => {
			const channels = [{ type: 'whatsapp', value: '919986000586' }];
			expect((await generate({ entityType: 'mobile', channels })).text).toBe(
				'{"warnings":[],"errors":[{"status":false,"code":607,"message":"Mandatory template name not passed for WhatsApp type channel"}]}',
			);
			expect(
				(await generate({ entityType: 'mobile', channels, whatsappTemplateName: 'test_temp2' })).status,
			).toBe(201);
			expect(simulator.inbox()).toMatchObject([
				{ channel: 'whatsapp', to: '919986000586', text: expect.stringContaining('test_temp2') },
			]);
		});

		it('sends to every channel at once, in the words of the templates', async () => {
			const reply = await post('/v2/otp/generate', {
				entityType: 'email',
				entityValue: EMAIL,
				action: 'REGISTRATION',
				template: 'Hi user.Your OTP for validation is {{ validation_code }}.Enjoy',
				emailTemplate: {
					subject: 'Code {{ validation_code }}',
					body: '{{validation_code}} and {{ validation_code }}',
				},
				channels: [
					{ type: 'SMS', value: '9955882233' },
					{ type: 'EMAIL', value: EMAIL },
					{ type: 'PHONE', value: '9955882233' },
					{ type: 'ZALO', value: '9955882233' },
				],
				zaloTemplateIdentifier: 'z1',
			});
			expect(reply.status).toBe(201);
			const code = codeFor(simulator, EMAIL);
			expect(simulator.inbox()).toMatchObject([
				{ channel: 'sms', text: `Hi user.Your OTP for validation is ${code}.Enjoy` },
				{ channel: 'email', subject: `Code ${code}`, text: `${code} and ${code}` },
				{ channel: 'voice', text: expect.stringContaining(code) },
				{ channel: 'zalo', text: expect.stringContaining(code) },
			]);
		});

		it('uses the inbuilt texts where no template is given', async () => {
			await generate({ channels: [...SMS, { type: 'EMAIL', value: EMAIL }] });
			const code = codeFor(simulator, EMAIL);
			expect(simulator.inbox()).toMatchObject([
				{ text: `Hi user.Your otp for validation is ${code}.` },
				{
					subject: 'Validation Code',
					text: `Dear Customer, The validation code for your request is: ${code}. You will also receive the validation code by SMS on your registered mobile number shortly.`,
				},
			]);
		});

		it('sends a template without a placeholder as it is', async () => {
			await generate({ template: 'Hello {{otp_code}} $&' });
			expect(simulator.inbox()[0]?.text).toBe('Hello {{otp_code}} $&');
		});

		it('cannot generate a code for a stranger', async () => {
			expect(codesOf(await generate({ entityValue: '919986000000' }))).toEqual([606]);
			expect(codesOf(await generate({ entityType: 'EMAIL', entityValue: 'stranger@example.com' }))).toEqual([
				606,
			]);
			expect(simulator.inbox()).toEqual([]);
		});

		it('limits the codes of one person to five an hour', async () => {
			for (let count = 0; count < 5; count += 1) expect((await generate()).status).toBe(201);
			const limited = await generate({ action: 'COUPON' });
			expect([limited.status, limited.text]).toEqual([
				429,
				'{"warnings":[],"errors":[{"status":false,"code":517,"message":"Rate limit exceeded"}]}',
			]);
			expect((await generate({ entityValue: '919986000582' })).status).toBe(201);
			simulator.advance(3601);
			expect((await generate()).status).toBe(201);
		});
	});

	describe('validate', () => {
		it('accepts the right code once, with the documented bytes', async () => {
			await generate();
			const code = codeFor(simulator, MOBILE);
			const accepted = await validate(code);
			expect([accepted.status, accepted.text]).toEqual([200, '{"entity":true,"warnings":[]}']);
			const again = await validate(code);
			expect([again.status, again.text]).toEqual([400, '{"entity":false,"warnings":[]}']);
		});

		it('rejects a wrong code, another action, an expired code and one that was never sent alike', async () => {
			const rejected = { status: 400, text: '{"entity":false,"warnings":[]}' };
			expect(await validate('ABC123')).toMatchObject(rejected);
			await generate();
			const code = codeFor(simulator, MOBILE);
			expect(await validate(wrongFor(code))).toMatchObject(rejected);
			expect(await validate(code, { action: 'COUPON' })).toMatchObject(rejected);
			simulator.advance(601);
			expect(await validate(code)).toMatchObject(rejected);
		});

		it.each([
			[{ action: undefined }, [600]],
			[{ action: 'POINTSTRANSFER' }, [600]],
			[{ entityType: '' }, [601]],
			[{ entityValue: '' }, [602]],
			[{ code: '' }, [604]],
			[{ code: 123456 }, [604]],
			[{ action: 'x', code: undefined }, [600, 604]],
		])('answers %j with %j', async (more, codes) => {
			const reply = await validate('ABC123', more);
			expect([reply.status, codesOf(reply)]).toEqual([400, codes]);
		});

		it('takes five calls in fifteen minutes for one person', async () => {
			await generate();
			const code = codeFor(simulator, MOBILE);
			for (let count = 0; count < 5; count += 1) expect((await validate(wrongFor(code))).status).toBe(400);
			const limited = await validate(code);
			expect([limited.status, limited.text]).toEqual([
				429,
				'{"warnings":[],"errors":[{"status":false,"code":429,"message":"Rate limit exceeded"}]}',
			]);
			simulator.advance(15 * 60 + 1);
			await generate();
			expect((await validate(codeFor(simulator, MOBILE))).status).toBe(200);
		});
	});

	describe('get', () => {
		const query = { source: 'INSTORE', identifierName: 'mobile', identifierValue: MOBILE, scope: 'POINTS' };

		it('answers with the fields and forms of the documented sample', async () => {
			await generate();
			const reply = await get(query);
			const { orgId, userId, validUpto } = reply.body;
			expect(reply.status).toBe(200);
			expect(reply.text).toBe(
				`{"orgId":${String(orgId)},"userId":${String(userId)},"code":"${codeFor(simulator, MOBILE)}","validUpto":"${String(validUpto)}","warnings":[]}`,
			);
			expect(validUpto).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/);
			expect(Math.abs(Date.parse(String(validUpto)) - Date.now() - 600_000)).toBeLessThan(30_000);
			expect((await get(query)).body.userId).toBe(userId);
		});

		it('answers 9001 for another scope, another person and an expired code', async () => {
			await generate();
			const none = {
				status: 400,
				text: '{"warnings":[],"errors":[{"status":false,"code":9001,"message":"No valid OTP found."}]}',
			};
			expect(await get({ ...query, scope: 'COUPON' })).toMatchObject(none);
			expect(await get({ ...query, identifierValue: '919986000582' })).toMatchObject(none);
			expect(await get({ ...query, identifierName: 'external_id' })).toMatchObject(none);
			simulator.advance(601);
			expect(await get(query)).toMatchObject(none);
		});

		it('finds only a code that is not older than the threshold', async () => {
			await generate();
			simulator.advance(30);
			expect((await get({ ...query, threshold: '60' })).status).toBe(200);
			expect(codesOf(await get({ ...query, threshold: '20' }))).toEqual([9001]);
		});

		it.each(['source', 'identifierName', 'identifierValue', 'scope'])('asks for %s', async (name) => {
			const reply = await get({ ...query, [name]: '' });
			expect(reply.status).toBe(400);
			expect(errorsOf(reply)).toEqual([
				{ status: false, code: 400, message: `Mandatory parameter missing: ${name}` },
			]);
		});

		it('asks for the account of a source that has several, and refuses unknown values', async () => {
			await generate();
			expect((await get({ ...query, source: 'WECHAT' })).status).toBe(400);
			expect((await get({ ...query, source: 'WECHAT', accountId: 'WECHAT-API1' })).status).toBe(200);
			expect((await get({ ...query, scope: 'COUPONS' })).status).toBe(400);
			expect((await get({ ...query, identifierName: 'phone' })).status).toBe(400);
			expect((await get({ ...query, threshold: 'soon' })).status).toBe(400);
		});
	});
});
