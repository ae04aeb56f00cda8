import type { IDataObject } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { JOURNEYS, verifyItem, type Journey } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator, wrong } from '../support/simulator';

const simulator = useSimulator();

async function send(journey: Journey, to: string) {
	return await execute(journey.send, [{ to }], savedCredentials(journey.credential));
}

async function verify(journey: Journey, item: IDataObject) {
	return await execute(journey.verify, [item], savedCredentials(journey.credential));
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
	async function lookUp(mobileNumber: string) {
		const parameters = { mobileNumber, latLong: '20.29,85.82', publicIP: '192.0.2.1' };
		return theBranch(
			await execute({ type: 'iServeUGetCustomer', parameters }, [{}], savedCredentials('iServeUApi')),
		);
	}

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

	it('lets a customer without a document leave through No OVD', async () => {
		simulator().inject({
			provider: 'iserveu',
			kind: 'body',
			body: '{"status":"SUCCESS","statusCode":"3","statusDesc":"x"}',
		});
		expect(await lookUp('9876543210')).toMatchObject({ label: 'No OVD' });
	});
});

describe('HyperVerge', () => {
	it('sends the code again by e-mail, and verifies it with the request ID of the send', async () => {
		const journey = JOURNEYS.HyperVerge;
		const to = journey.recipient('again');
		const sent = theBranch(await send(journey, to));
		const { requestId } = sent.json.reference as IDataObject;
		const retried = theBranch(
			await execute(
				{ type: 'hyperVergeRetryEmailOtp', parameters: { requestId: '={{ $json.requestId }}' } },
				[{ requestId }],
				savedCredentials('hyperVergeApi'),
			),
		);
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
		const parameters = { mobileNumber: to, retryType };
		const resent = theBranch(
			await execute(
				{ type: 'hyperVergeResendMobileOtp', parameters },
				[{}],
				savedCredentials('hyperVergeApi'),
			),
		);
		expect(resent.label).toBe('Sent');
		expect(lastMessageTo(to).channel).toBe(channel);
		expect(theBranch(await verify(journey, { to, code: lastMessageTo(to).code })).label).toBe('Verified');
	});
});

it('encrypts with Wibmo, sends the token, and decrypts an answer', async () => {
	const saved = savedCredentials('wibmoApi');
	const encrypted = await execute(
		{ type: 'wibmoEncryptPayload', parameters: { email: 'asha@example.com' } },
		[{}],
		saved,
	);
	const { token } = encrypted.outputs['Output 0'][0].json;
	const sent = await execute(
		{ type: 'wibmoSendEmailOtp', parameters: { payload: 'encrypted', token: '={{ $json.token }}' } },
		[{ token }],
		saved,
	);
	expect(theBranch(sent).label).toBe('Sent');
	const answer = simulator()
		.requests()
		.filter(({ path }) => path === '/api/v2/decrypt')
		.at(-1)?.body as IDataObject;
	const decrypted = await execute(
		{ type: 'wibmoDecryptPayload', parameters: { token: String(answer.token) } },
		[{}],
		saved,
	);
	expect(decrypted.outputs['Output 0'][0].json).toMatchObject({
		outcome: 'decrypted',
		statusCode: '00',
		content: { responseCode: '00', messageCode: 2081 },
	});
});

describe('Capillary redemptions', () => {
	const identifierValue = '919876543210';
	const saved = () => savedCredentials('capillaryTillApi');

	async function redeemPoints(validationCode: string, points = 100) {
		const parameters = { identifierValue, points, validationCode };
		return theBranch(await execute({ type: 'capillaryRedeemPoints', parameters }, [{}], saved()));
	}

	async function check(points: number, issueOtp: boolean) {
		const parameters = { identifierValue, points, issueOtp };
		return theBranch(await execute({ type: 'capillaryCheckPointsRedeemable', parameters }, [{}], saved()));
	}

	it('checks the points, sends the code, and redeems with it once', async () => {
		expect(await check(100, true)).toMatchObject({ label: 'Redeemable', json: { statusCode: '800' } });
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
		await check(100, true);
		const { code } = lastMessageTo(identifierValue);
		const found = theBranch(
			await execute(
				{ type: 'capillaryGetOtp', parameters: { identifierValue, scope: 'POINTS' } },
				[{}],
				saved(),
			),
		);
		const { userId } = found.json.reference as IDataObject;
		const byId = { identifierName: 'id', identifierValue: String(userId) };
		const parameters = { ...byId, points: 100, validationCode: code };
		const redeemed = await execute({ type: 'capillaryRedeemPoints', parameters }, [{}], saved());
		expect(theBranch(redeemed).label).toBe('Redeemed');
		const later = { ...byId, points: 901 };
		const checked = await execute(
			{ type: 'capillaryCheckPointsRedeemable', parameters: later },
			[{}],
			saved(),
		);
		expect(theBranch(checked)).toMatchObject({ label: 'Not Redeemable', json: { statusCode: '818' } });
	});

	it('refuses more points than there are, and sends no code then', async () => {
		expect(await check(5000, true)).toMatchObject({
			label: 'Not Redeemable',
			json: { reason: 'insufficientBalance' },
		});
		expect(simulator().inbox()).toHaveLength(0);
		expect(await redeemPoints('ABC123', 5000)).toMatchObject({
			label: 'Refused',
			json: { reason: 'insufficientBalance' },
		});
	});

	it('sends no code when none was asked for', async () => {
		expect((await check(100, false)).label).toBe('Redeemable');
		expect(simulator().inbox()).toHaveLength(0);
	});

	it('redeems a coupon with the code that was generated for it', async () => {
		const coupon = async (couponCode: string, validationCode = '') =>
			theBranch(
				await execute(
					{ type: 'capillaryRedeemCoupon', parameters: { identifierValue, couponCode, validationCode } },
					[{}],
					saved(),
				),
			);
		await execute(
			{ type: 'capillaryGenerateOtp', parameters: { entityValue: identifierValue, action: 'COUPON' } },
			[{}],
			saved(),
		);
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
