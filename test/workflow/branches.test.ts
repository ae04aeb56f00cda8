import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { execute, type NodeUnderTest } from '../../tools/engine';
import { contractOf } from '../contracts';
import { JOURNEYS, verifyItem, type Journey } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator, wrong } from '../support/simulator';

const simulator = useSimulator();

/** The only output that an item left through, and the item. */
async function branchOf(node: NodeUnderTest, item: IDataObject, credential: string) {
	const { outputs } = await execute(node, [item], savedCredentials(credential));
	const taken = Object.entries(outputs).filter(([, items]) => items.length > 0);
	expect(taken).toHaveLength(1);
	const [[label, [{ json }]]] = taken;
	return { label, json };
}

/** What a node makes of an item, which has these parameters. */
const run = async (type: string, parameters: INodeParameters) =>
	await branchOf({ type, parameters }, {}, contractOf(type).credentials[0]);

const send = async ({ send: node, credential }: Journey, to: string) =>
	await branchOf(node, { to }, credential);

/** Sends a code; gives what the node says, the code, and how to verify one. */
async function sendTo(journey: Journey, to: string) {
	const sent = await send(journey, to);
	const { code } = lastMessageTo(to);
	const verify = async (given: string) =>
		await branchOf(journey.verify, verifyItem(to, given, sent.json), journey.credential);
	return { sent, code, verify };
}

describe.each(Object.entries(JOURNEYS))('%s', (_name, journey) => {
	it('lets a code that went out leave through Sent, and the right code through Verified', async () => {
		const to = journey.recipient(1);
		const { sent, code, verify } = await sendTo(journey, to);
		const { provider } = journey;
		expect(sent).toMatchObject({ label: 'Sent', json: { outcome: 'sent', reason: 'accepted', provider } });
		expect(simulator().inbox()).toHaveLength(1);
		const verified = await verify(code);
		expect(verified).toMatchObject({ label: 'Verified', json: { outcome: 'verified' } });
		expect(JSON.stringify(verified.json)).not.toContain(code);
		expect(JSON.stringify(verified.json)).not.toContain(to);
	});

	it('lets a wrong code leave through Wrong Code, and after many the right one through Blocked', async () => {
		const { code, verify } = await sendTo(journey, journey.recipient(1));
		expect((await verify(wrong(code))).label).toBe('Wrong Code');
		for (let time = 1; time < 5; time += 1) await verify(wrong(code));
		expect((await verify(code)).label).toBe('Blocked');
	});
});

it('follows a customer of iServeU from Not Found over Created to Verified', async () => {
	const to = JOURNEYS.iServeUProcessCustomer.recipient(1);
	const lookUp = async () =>
		await run('iServeUGetCustomer', { mobileNumber: to, latLong: '20.29,85.82', publicIP: '192.0.2.1' });
	expect(await lookUp()).toMatchObject({ label: 'Not Found', json: { reason: 'notOnboarded' } });
	const { code, verify } = await sendTo(JOURNEYS.iServeUProcessCustomer, to);
	expect(await lookUp()).toMatchObject({ label: 'Created', json: { reason: 'customerCreated' } });
	await verify(code);
	expect(await lookUp()).toMatchObject({ label: 'Verified', json: { reason: 'customerVerified' } });
});

it('sends the code of HyperVerge again by e-mail, and verifies it with the request ID of the send', async () => {
	const to = JOURNEYS.hyperVergeVerifyEmailOtp.recipient(1);
	const { sent, verify } = await sendTo(JOURNEYS.hyperVergeVerifyEmailOtp, to);
	const { requestId } = sent.json.reference as IDataObject;
	const retried = await run('hyperVergeRetryEmailOtp', { requestId: String(requestId) });
	expect(retried).toMatchObject({ label: 'Sent', json: { reference: { requestId } } });
	expect(simulator().inbox()).toHaveLength(2);
	expect((await verify(lastMessageTo(to).code)).label).toBe('Verified');
});

it.each([
	['text', 'sms'],
	['voice', 'voice'],
])('sends the code of HyperVerge again to a mobile by %s', async (retryType, channel) => {
	const journey = JOURNEYS.hyperVergeVerifyMobileOtp;
	const to = journey.recipient(1);
	const { verify } = await sendTo(journey, to);
	const resent = await run('hyperVergeResendMobileOtp', { mobileNumber: to, retryType });
	expect(resent.label).toBe('Sent');
	expect(lastMessageTo(to).channel).toBe(channel);
	expect((await verify(lastMessageTo(to).code)).label).toBe('Verified');
});

it('encrypts with Wibmo, sends the token, and decrypts an answer', async () => {
	const { token } = (await run('wibmoEncryptPayload', { email: 'asha@example.com' })).json;
	const sent = await run('wibmoSendEmailOtp', { payload: 'encrypted', token: String(token) });
	expect(sent.label).toBe('Sent');
	const answer = simulator()
		.requests()
		.filter(({ path }) => path === '/api/v2/decrypt')
		.at(-1)?.body as IDataObject;
	const decrypted = await run('wibmoDecryptPayload', { token: String(answer.token) });
	expect(decrypted.json).toMatchObject({
		outcome: 'decrypted',
		statusCode: '00',
		content: { responseCode: '00', messageCode: 2081 },
	});
});

describe('Capillary redemptions', () => {
	const identifierValue = '919876543210';
	const check = async () =>
		await run('capillaryCheckPointsRedeemable', { identifierValue, points: 100, issueOtp: true });
	const redeemPoints = async (validationCode: string, customer: INodeParameters = { identifierValue }) =>
		await run('capillaryRedeemPoints', { ...customer, points: 100, validationCode });

	it('checks the points, sends the code, and redeems with it once', async () => {
		expect(await check()).toMatchObject({ label: 'Redeemable', json: { statusCode: '800' } });
		const { code } = lastMessageTo(identifierValue);
		expect((await redeemPoints(wrong(code))).label).toBe('Wrong Code');
		const redeemed = await redeemPoints(code);
		const reference = { redemptionId: expect.any(String) as string };
		expect(redeemed).toMatchObject({ label: 'Redeemed', json: { reference } });
		expect(JSON.stringify(redeemed)).not.toContain(code);
		expect((await redeemPoints(code)).label).toBe('Wrong Code');
	});

	it('redeems for the customer ID that Get OTP hands out', async () => {
		await check();
		const found = await run('capillaryGetOtp', { identifierValue, scope: 'POINTS' });
		const { userId } = found.json.reference as IDataObject;
		const byId = { identifierName: 'id', identifierValue: String(userId) };
		expect((await redeemPoints(lastMessageTo(identifierValue).code, byId)).label).toBe('Redeemed');
	});

	it('redeems a coupon once, with the code that was generated for it', async () => {
		const coupon = async (validationCode: string) =>
			await run('capillaryRedeemCoupon', { identifierValue, couponCode: 'OTP50', validationCode });
		await run('capillaryGenerateOtp', { entityValue: identifierValue, action: 'COUPON' });
		const { code } = lastMessageTo(identifierValue);
		const reasons: unknown[] = [];
		for (const given of ['', wrong(code), code, code]) reasons.push((await coupon(given)).json.reason);
		expect(reasons).toEqual(['codeRequired', 'incorrectCouponOrCode', 'accepted', 'notRedeemable']);
	});
});

it('gives one output for each rule in the order of the rules, after Other for a code that is in none', async () => {
	const { send: node, recipient, credential } = JOURNEYS.wibmoVerifyEmailOtp;
	const countsWith = async (...rows: Array<[branch: string, otherCodes: string]>) => {
		const rules = rows.map(([branch, otherCodes]) => ({ branch, codes: [], otherCodes }));
		const parameters = { ...node.parameters, branchOn: 'statusCode', statusCodeRules: { rules } };
		const items = [{ to: recipient(1) }];
		const { outputs } = await execute({ ...node, parameters }, items, savedCredentials(credential));
		return Object.entries(outputs).map(([label, { length }]) => [label, length]);
	};
	expect(await countsWith(['Ask Again', '1017'], ['Went Out', '1056, 00'])).toEqual([
		['Other', 0],
		['Ask Again', 0],
		['Went Out', 1],
	]);
	expect(await countsWith(['Ask Again', '1017'])).toEqual([
		['Other', 1],
		['Ask Again', 0],
	]);
});
