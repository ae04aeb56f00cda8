import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { contractOf } from '../contracts';
import { JOURNEYS, verifyItem, type Journey } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator, wrong } from '../support/simulator';

const simulator = useSimulator();

async function send(journey: Journey, to: string) {
	return await execute(journey.send, [{ to }], savedCredentials(journey.credential));
}

async function verify(journey: Journey, item: IDataObject) {
	return await execute(journey.verify, [item], savedCredentials(journey.credential));
}

/** What a node makes of an item, which has these parameters. */
async function run(type: string, parameters: INodeParameters) {
	return theBranch(
		await execute({ type, parameters }, [{}], savedCredentials(contractOf(type).credentials[0])),
	);
}

/** The only output that an item left through, and the item. */
function theBranch({ outputs }: Awaited<ReturnType<typeof execute>>) {
	const taken = Object.entries(outputs).filter(([, items]) => items.length > 0);
	expect(taken).toHaveLength(1);
	const [[label, [item]]] = taken;
	return { label, json: item.json };
}

describe.each(Object.entries(JOURNEYS))('%s', (_name, journey) => {
	it('lets a code that went out leave through Sent, and the right code through Verified', async () => {
		const to = journey.recipient('asha');
		const sent = theBranch(await send(journey, to));
		expect(sent).toMatchObject({
			label: 'Sent',
			json: { outcome: 'sent', reason: 'accepted', provider: journey.provider },
		});
		expect(simulator().inbox()).toHaveLength(1);

		const { code } = lastMessageTo(to);
		const verified = theBranch(await verify(journey, verifyItem(to, code, sent.json)));
		expect(verified).toMatchObject({ label: 'Verified', json: { outcome: 'verified' } });
		expect(JSON.stringify(verified.json)).not.toContain(code);
		expect(JSON.stringify(verified.json)).not.toContain(to);
	});

	it('lets a wrong code leave through Wrong Code', async () => {
		const to = journey.recipient('wrong');
		const sent = theBranch(await send(journey, to));
		const answer = theBranch(await verify(journey, verifyItem(to, wrong(lastMessageTo(to).code), sent.json)));
		expect(answer).toMatchObject({ label: 'Wrong Code', json: { outcome: 'wrongCode' } });
	});

	it('lets somebody who guesses on and on leave through Blocked, also with the right code', async () => {
		const to = journey.recipient('guess');
		const sent = theBranch(await send(journey, to));
		const { code } = lastMessageTo(to);
		for (let time = 0; time < 5; time += 1) await verify(journey, verifyItem(to, wrong(code), sent.json));
		const answer = theBranch(await verify(journey, verifyItem(to, code, sent.json)));
		expect(answer).toMatchObject({ label: 'Blocked', json: { outcome: 'blocked' } });
	});

	it('lets nobody through with a code that is no longer valid', async () => {
		const to = journey.recipient('late');
		const sent = theBranch(await send(journey, to));
		simulator().advance(24 * 3600);
		const answer = theBranch(await verify(journey, verifyItem(to, lastMessageTo(to).code, sent.json)));
		const saysExpired = journey.provider === 'iserveu';
		expect(answer.label).toBe(saysExpired ? 'Expired' : 'Wrong Code');
	});

	it('keeps order and pairing over several items', async () => {
		const people = ['one', 'two', 'three', 'four'].map(journey.recipient);
		const items = [people[0], 'nobody', people[1], people[2]].map((to) => ({ to }));
		const { outputs } = await execute(
			{ ...journey.send, settings: { onError: 'continueErrorOutput' } },
			items,
			savedCredentials(journey.credential),
		);
		expect(outputs.Sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }, { item: 3 }]);
		expect(outputs.Error.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(
			simulator()
				.inbox()
				.map(({ to }) => to)
				.sort(),
		).toEqual([...people.slice(0, 3)].sort());
	});
});

const refusing = Object.entries(JOURNEYS).filter(([, { refused }]) => refused !== undefined);

describe.each(refusing)('%s', (_name, journey) => {
	it('lets a refused recipient leave through Not Sent', async () => {
		const sent = theBranch(await send(journey, journey.refused ?? ''));
		expect(sent).toMatchObject({ label: 'Not Sent', json: { outcome: 'notSent' } });
		expect(simulator().inbox()).toHaveLength(0);
	});
});

const throttling = Object.entries(JOURNEYS).filter(([, { throttles }]) => throttles);

describe.each(throttling)('%s', (_name, journey) => {
	it('lets a recipient who asks too often leave through Throttled', async () => {
		const to = journey.recipient('eager');
		const labels: string[] = [];
		for (let time = 0; time < 6; time += 1) labels.push(theBranch(await send(journey, to)).label);
		expect(labels[0]).toBe('Sent');
		expect(labels[5]).toBe('Throttled');
		expect(simulator().inbox()).toHaveLength(labels.filter((label) => label === 'Sent').length);
	});
});

describe('iServeU Get Customer', () => {
	const lookUp = async (mobileNumber: string) =>
		await run('iServeUGetCustomer', { mobileNumber, latLong: '20.29,85.82', publicIP: '192.0.2.1' });

	it('follows a customer from Not Found over Created to Verified', async () => {
		const journey = JOURNEYS.iServeU;
		const to = journey.recipient('grows');
		expect(await lookUp(to)).toMatchObject({
			label: 'Not Found',
			json: { outcome: 'notFound', reason: 'notOnboarded' },
		});
		const sent = theBranch(await send(journey, to));
		expect(await lookUp(to)).toMatchObject({
			label: 'Created',
			json: { outcome: 'found', reason: 'customerCreated' },
		});
		await verify(journey, verifyItem(to, lastMessageTo(to).code, sent.json));
		expect(await lookUp(to)).toMatchObject({
			label: 'Verified',
			json: { outcome: 'found', reason: 'customerVerified' },
		});
	});
});

describe('HyperVerge', () => {
	it('sends the code again by e-mail, and verifies it with the request ID of the send', async () => {
		const journey = JOURNEYS.HyperVerge;
		const to = journey.recipient('again');
		const sent = theBranch(await send(journey, to));
		const { requestId } = sent.json.reference as IDataObject;
		const retried = await run('hyperVergeRetryEmailOtp', { requestId: String(requestId) });
		expect(retried).toMatchObject({ label: 'Sent', json: { reference: { requestId } } });
		expect(simulator().inbox()).toHaveLength(2);
		const verified = theBranch(await verify(journey, verifyItem(to, lastMessageTo(to).code, retried.json)));
		expect(verified.label).toBe('Verified');
	});

	it.each([
		['text', 'sms'],
		['voice', 'voice'],
	])('sends the code again to a mobile by %s', async (retryType, channel) => {
		const journey = JOURNEYS['HyperVerge by mobile'];
		const to = journey.recipient('again');
		await send(journey, to);
		const resent = await run('hyperVergeResendMobileOtp', { mobileNumber: to, retryType });
		expect(resent.label).toBe('Sent');
		expect(lastMessageTo(to).channel).toBe(channel);
		expect(theBranch(await verify(journey, { to, code: lastMessageTo(to).code })).label).toBe('Verified');
	});
});

it('encrypts with Wibmo, sends the token, and decrypts an answer', async () => {
	const encrypted = await run('wibmoEncryptPayload', { email: 'asha@example.com' });
	const { token } = encrypted.json;
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
	const redeemPoints = async (validationCode: string, points = 100) =>
		await run('capillaryRedeemPoints', { identifierValue, points, validationCode });
	const check = async (points: number) =>
		await run('capillaryCheckPointsRedeemable', { identifierValue, points, issueOtp: true });

	it('checks the points, sends the code, and redeems with it once', async () => {
		expect(await check(100)).toMatchObject({ label: 'Redeemable', json: { statusCode: '800' } });
		const { code } = lastMessageTo(identifierValue);
		expect((await redeemPoints(wrong(code))).label).toBe('Wrong Code');
		const redeemed = await redeemPoints(code);
		expect(redeemed).toMatchObject({
			label: 'Redeemed',
			json: { reference: { redemptionId: expect.any(String) as string } },
		});
		expect(JSON.stringify(redeemed)).not.toContain(code);
		expect((await redeemPoints(code)).label).toBe('Wrong Code');
	});

	it('redeems for the customer ID that Get OTP hands out', async () => {
		await check(100);
		const { code } = lastMessageTo(identifierValue);
		const found = await run('capillaryGetOtp', { identifierValue, scope: 'POINTS' });
		const { userId } = found.json.reference as IDataObject;
		const byId = { identifierName: 'id', identifierValue: String(userId) };
		const redeemed = await run('capillaryRedeemPoints', { ...byId, points: 100, validationCode: code });
		expect(redeemed.label).toBe('Redeemed');
		const checked = await run('capillaryCheckPointsRedeemable', { ...byId, points: 901 });
		expect(checked).toMatchObject({ label: 'Not Redeemable', json: { statusCode: '818' } });
	});

	it('refuses more points than there are, and sends no code then', async () => {
		expect(await check(5000)).toMatchObject({
			label: 'Not Redeemable',
			json: { reason: 'insufficientBalance' },
		});
		expect(simulator().inbox()).toHaveLength(0);
		expect(await redeemPoints('ABC123', 5000)).toMatchObject({
			label: 'Refused',
			json: { reason: 'insufficientBalance' },
		});
	});

	it('redeems a coupon with the code that was generated for it', async () => {
		const coupon = async (couponCode: string, validationCode = '') =>
			await run('capillaryRedeemCoupon', { identifierValue, couponCode, validationCode });
		await run('capillaryGenerateOtp', { entityValue: identifierValue, action: 'COUPON' });
		const { code } = lastMessageTo(identifierValue);
		expect(await coupon('OTP50')).toMatchObject({ label: 'Refused', json: { reason: 'codeRequired' } });
		expect(await coupon('OTP50', wrong(code))).toMatchObject({
			label: 'Wrong Code',
			json: { reason: 'incorrectCouponOrCode' },
		});
		expect(await coupon('OTP50', code)).toMatchObject({ label: 'Redeemed' });
		expect(await coupon('OTP50', code)).toMatchObject({
			label: 'Refused',
			json: { reason: 'notRedeemable' },
		});
		expect(await coupon('SAVE10')).toMatchObject({ label: 'Redeemed' });
	});
});

it('gives one output for each rule in the order of the rules, after Other for a code that is in none', async () => {
	const byCode = (...list: Array<[branch: string, otherCodes: string]>) => ({
		branchOn: 'statusCode',
		statusCodeRules: { rules: list.map(([branch, otherCodes]) => ({ branch, codes: [], otherCodes })) },
	});
	const counts = async (rules: INodeParameters) => {
		const { send: node, recipient } = JOURNEYS.Wibmo;
		const parameters = { ...node.parameters, ...rules };
		const { outputs } = await execute(
			{ ...node, parameters },
			[{ to: recipient('asha') }],
			savedCredentials('wibmoApi'),
		);
		return Object.entries(outputs).map(([label, items]) => [label, items.length]);
	};
	expect(await counts(byCode(['Ask Again', '1017'], ['Went Out', '1056, 00']))).toEqual([
		['Other', 0],
		['Ask Again', 0],
		['Went Out', 1],
	]);
	expect(await counts(byCode(['Ask Again', '1017']))).toEqual([
		['Other', 1],
		['Ask Again', 0],
	]);
});
