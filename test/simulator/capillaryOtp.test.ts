import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { valueAt } from '../contracts/paths';
import { CAPILLARY_HEADERS, type HeaderTexts, type Reply, useClient, codeFor } from './support/client';

const MOBILE = '919986000581';
const OTHER_MOBILE = '919986000582';
const EMAIL = 'tom.sawyer@example.com';
const ENTITY = { entityType: 'MOBILE', entityValue: MOBILE, action: 'POINTS' };
const SMS = [{ type: 'SMS', value: MOBILE }];
const QUERY = { source: 'INSTORE', identifierName: 'mobile', identifierValue: MOBILE, scope: 'POINTS' };
const { clientKey, clientSecret, otherClientKey, otherClientSecret, tillUsername, tillPassword } =
	SIMULATOR_ACCOUNTS.capillary;

const { advance, call, inbox, post: postTo, simulator } = useClient();
const post = (path: string, body: unknown, headers: HeaderTexts = CAPILLARY_HEADERS) =>
	postTo(`/capillary${path}`, body, headers);
const generate = (more = {}, headers?: HeaderTexts) =>
	post('/v2/otp/generate', { ...ENTITY, channels: SMS, ...more }, headers);
const validate = (code: unknown, more = {}) => post('/v2/otp/validate', { ...ENTITY, code, ...more });
const get = (more: Record<string, string> = {}) =>
	call('GET', `/capillary/v2/otp?${new URLSearchParams({ ...QUERY, ...more }).toString()}`, {
		headers: CAPILLARY_HEADERS,
	});
const token = (key = clientKey, secret = clientSecret) =>
	post('/v3/oauth/token/generate', { key, secret }, {});
const withToken = (reply: Reply) => ({
	'X-CAP-API-OAUTH-TOKEN': String(valueAt(reply.body, 'data.accessToken')),
});
const idOf = (reply: Reply) => reply.body.createdId;
const sent = async () => {
	await generate();
	return codeFor(MOBILE);
};

/** A refusal with such codes, whatever their messages. */
const failure = (...codes: number[]) => ({
	status: 400,
	body: { errors: codes.map((code) => ({ status: false, code })) },
});
const refusal = (status: number, code: number, message: string) => ({
	status,
	text: JSON.stringify({ warnings: [], errors: [{ status: false, code, message }] }),
});

describe('access', () => {
	it('refuses a password in plain text with an XML body', async () => {
		const Authorization = `Basic ${btoa(`${tillUsername}:${tillPassword}`)}`;
		const reply = await generate({}, { Authorization });
		expect(reply).toMatchObject({ status: 401, type: 'application/xml' });
		expect(reply.text).toMatch(
			/^<response><status><success>false<\/success><code>401<\/code><message>[^<]+</,
		);
	});

	it('accepts an access token for 300 seconds, without "Bearer"', async () => {
		const headers = withToken(await token());
		const prefixed = { 'X-CAP-API-OAUTH-TOKEN': `Bearer ${headers['X-CAP-API-OAUTH-TOKEN']}` };
		expect((await generate({}, prefixed)).status).toBe(401);
		advance(295);
		expect((await generate({}, headers)).status).toBe(201);
		advance(6);
		expect(await generate({}, headers)).toMatchObject({ status: 401, type: 'application/json' });
	});

	it('keeps the codes of organizations apart and records who called', async () => {
		const other = withToken(await token(otherClientKey, otherClientSecret));
		const replies = [
			await generate({}, withToken(await token())),
			await generate(),
			await generate({}, other),
			await generate({}, {}),
		];
		expect(replies.map(idOf)).toEqual([10, 1, 10, undefined]);
		const requests = simulator().requests().slice(-4);
		expect(requests.map(({ account }) => account)).toEqual([
			...[clientKey, tillUsername, otherClientKey, undefined],
		]);
	});

	const TILL = { ...CAPILLARY_HEADERS, 'X-CAP-API-ATTRIBUTION-LOOKUP': 'till' };
	it.each([
		[TILL, failure(1061)],
		[{ ...TILL, 'X-CAP-API-ATTRIBUTION-LOOKUP-TYPE': 'OTHER' }, { status: 400 }],
		[{ ...TILL, 'X-CAP-API-ATTRIBUTION-LOOKUP-TYPE': 'WECHAT' }, { status: 201 }],
		[{ ...CAPILLARY_HEADERS, Accept: 'text/html' }, { status: 406 }],
	])('answers a request with the headers %j with %j', async (headers, expected) => {
		expect(await generate({}, headers)).toMatchObject(expected);
	});
});

describe('generate', () => {
	it('counts the IDs of new codes up and repeats a valid code with the ID 1', async () => {
		expect(await generate()).toMatchObject({ status: 201, text: '{"createdId":10,"warnings":[]}' });
		expect(idOf(await generate({ entityValue: OTHER_MOBILE }))).toBe(11);
		expect(idOf(await generate({ action: 'COUPON' }))).toBe(12);
		expect(idOf(await generate())).toBe(1);
		const codes = inbox().map(({ code }) => code);
		expect(codes[0]).toMatch(/^[A-Z0-9]{6}$/);
		expect(codes[3]).toBe(codes[0]);
		advance(601);
		expect(idOf(await generate())).toBe(13);
	});

	it.each<[object, number[]]>([
		[{ action: 'points' }, [600]],
		[{ channels: [] }, [603]],
		[{ channels: [{ type: 'EMAIL', value: MOBILE }] }, [603]],
		[{ channels: [{ type: 'ZALO', value: MOBILE }] }, [621]],
		[{ emailTemplate: 'text' }, [608]],
		[{ entityType: 'x', channels: [], action: '', entityValue: '' }, [600, 601, 602, 603]],
		[{ entityValue: '919986000000' }, [606]],
	])('refuses %j with %j and sends nothing', async (more, codes) => {
		expect(await generate(more)).toMatchObject(failure(...codes));
		expect(inbox()).toEqual([]);
	});

	it('refuses WhatsApp without a template', async () => {
		const toWhatsApp = { entityType: 'mobile', channels: [{ type: 'whatsapp', value: OTHER_MOBILE }] };
		const noTemplate = 'Mandatory template name not passed for WhatsApp type channel';
		expect(await generate(toWhatsApp)).toMatchObject(refusal(400, 607, noTemplate));
		expect((await generate({ ...toWhatsApp, whatsappTemplateName: 'test_temp2' })).status).toBe(201);
		const text = expect.stringContaining('test_temp2');
		expect(inbox()).toMatchObject([{ channel: 'whatsapp', to: OTHER_MOBILE, text }]);
	});

	it('sends to each channel at once, in the words of the templates', async () => {
		const voice = ['PHONE', 'ZALO'].map((type) => ({ type, value: MOBILE }));
		const reply = await generate({
			entityType: 'email',
			entityValue: EMAIL,
			action: 'REGISTRATION',
			template: 'Hi user.Your OTP for validation is {{ validation_code }}.Enjoy',
			emailTemplate: {
				subject: 'Code {{ validation_code }}',
				body: '{{validation_code}}, {{ validation_code }}',
			},
			channels: [...SMS, { type: 'EMAIL', value: EMAIL }, ...voice],
			zaloTemplateIdentifier: 'z1',
		});
		expect(reply.status).toBe(201);
		const code = codeFor(EMAIL);
		expect(inbox()).toMatchObject([
			{ channel: 'sms', text: `Hi user.Your OTP for validation is ${code}.Enjoy` },
			{ channel: 'email', subject: `Code ${code}`, text: `${code}, ${code}` },
			{ channel: 'voice', text: expect.stringContaining(code) },
			{ channel: 'zalo', text: expect.stringContaining(code) },
		]);
	});

	it('uses the inbuilt text without a template, and leaves one without a placeholder unchanged', async () => {
		await generate();
		await generate({ template: 'Hello {{otp_code}} $&' });
		const text = `Hi user.Your otp for validation is ${codeFor(MOBILE)}.`;
		expect(inbox()).toMatchObject([{ text }, { text: 'Hello {{otp_code}} $&' }]);
	});
});

describe('validate', () => {
	it('accepts a code for its own action only', async () => {
		const code = await sent();
		const rejected = { status: 400, text: '{"entity":false,"warnings":[]}' };
		expect(await validate(code, { action: 'COUPON' })).toMatchObject(rejected);
		expect(await validate(code)).toMatchObject({ status: 200, text: '{"entity":true,"warnings":[]}' });
	});

	it.each<[object, number[]]>([
		[{ action: 'POINTSTRANSFER' }, [600]],
		[{ action: 'x', code: undefined }, [600, 604]],
	])('refuses %j with %j', async (more, codes) => {
		expect(await validate('ABC123', more)).toMatchObject(failure(...codes));
	});
});

describe('get', () => {
	const NONE = refusal(400, 9001, 'No valid OTP found.');

	it('answers with the fields and forms of the documented sample', async () => {
		const code = await sent();
		const { status, text, body } = await get();
		const { orgId, userId, validUpto } = body;
		expect([status, text]).toEqual([
			200,
			`{"orgId":${String(orgId)},"userId":${String(userId)},"code":"${code}","validUpto":"${String(validUpto)}","warnings":[]}`,
		]);
		expect(validUpto).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/);
		expect(Math.abs(Date.parse(String(validUpto)) - Date.now() - 600_000)).toBeLessThan(30_000);
		expect((await get()).body.userId).toBe(userId);
	});

	it('answers 9001 for another scope, another identifier, and a code that is too old or expired', async () => {
		await sent();
		expect(await get({ scope: 'COUPON' })).toMatchObject(NONE);
		expect(await get({ identifierValue: OTHER_MOBILE })).toMatchObject(NONE);
		expect(await get({ identifierName: 'external_id' })).toMatchObject(NONE);
		advance(30);
		expect((await get({ threshold: '60' })).status).toBe(200);
		expect(await get({ threshold: '20' })).toMatchObject(NONE);
		advance(571);
		expect(await get()).toMatchObject(NONE);
	});

	it.each([
		...Object.keys(QUERY).map((name): [Record<string, string>, string] => [
			{ [name]: '' },
			`Mandatory parameter missing: ${name}`,
		]),
		[{ source: 'WECHAT' }, 'Mandatory parameter missing: accountId'],
		[{ scope: 'COUPONS' }, 'Invalid value passed: scope'],
		[{ identifierName: 'phone' }, 'Invalid value passed: identifierName'],
		[{ threshold: 'soon' }, 'Invalid value passed: threshold'],
	] as Array<[Record<string, string>, string]>)('refuses %j: %s', async (more, message) => {
		expect(await get(more)).toMatchObject(refusal(400, 400, message));
	});
});
