import type { IDataObject } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { JOURNEYS, verifyItem, type Step } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator, wrong } from '../support/simulator';

// What people do in the other workflows is in playground/demo/cases, which test/e2e plays in a real n8n.

const simulator = useSimulator();

/** For how many seconds a code is valid, and how many are sent within how many seconds. */
const LIMITS: Record<string, [valid: number, most: number, within: number]> = {
	hyperVergeVerifyEmailOtp: [600, 3, 60],
	hyperVergeVerifyMobileOtp: [24 * 3600, 3, 60],
	wibmoVerifyEmailOtp: [600, 3, 60],
	wibmoVerifyMobileOtp: [600, 3, 60],
	capillaryValidateOtp: [600, 5, 3600],
	'capillaryValidateOtp as an API client': [600, 5, 3600],
};

describe.each(Object.entries(JOURNEYS))('%s', (name, { provider, credential, recipient, send, verify }) => {
	const [valid, most, within] = LIMITS[name] ?? [180];
	const to = recipient(1);

	/** The only output that an item left through, and the item. */
	async function run(node: Step, item: IDataObject) {
		const { outputs } = await execute(node, [item], savedCredentials(credential));
		const taken = Object.entries(outputs).filter(([, items]) => items.length > 0);
		expect(taken).toHaveLength(1);
		const [[label, [{ json }]]] = taken;
		return { label, json };
	}
	const sendTo = async (person: number) => await run(send, { to: recipient(person) });

	/** Sends a code; gives what the node says, the code, and how to enter one. */
	async function sendCode() {
		const sent = await sendTo(1);
		const enter = async (code: string) => await run(verify, verifyItem(to, code, sent.json));
		return { sent, code: lastMessageTo(to).code, enter };
	}

	it('routes a sent code to Sent, a wrong one to Wrong Code, and the right one to Verified once', async () => {
		const { sent, code, enter } = await sendCode();
		expect(sent).toMatchObject({ label: 'Sent', json: { outcome: 'sent', reason: 'accepted', provider } });
		expect(simulator().inbox()).toHaveLength(1);
		expect((await enter(wrong(code))).label).toBe('Wrong Code');
		simulator().advance(valid - 20);
		const verified = await enter(code);
		expect(verified).toMatchObject({ label: 'Verified', json: { outcome: 'verified' } });
		expect(JSON.stringify(verified.json)).not.toContain(code);
		expect(JSON.stringify(verified.json)).not.toContain(to);
		expect((await enter(code)).label).toBe('Wrong Code');
	});

	it('routes the right code to Expired, or to Wrong Code where the provider does not tell, once it has ended', async () => {
		const { code, enter } = await sendCode();
		simulator().advance(valid + 1);
		expect((await enter(code)).label).toBe(provider === 'iserveu' ? 'Expired' : 'Wrong Code');
	});

	it('routes the right code to Blocked after five wrong ones', async () => {
		const { code, enter } = await sendCode();
		for (let time = 0; time < 5; time += 1) await enter(wrong(code));
		expect((await enter(code)).label).toBe('Blocked');
	});

	if (most === undefined) return;

	it('routes more codes than the provider sends to one recipient to Throttled, for a while', async () => {
		const labels: string[] = [];
		for (let time = 0; time <= most; time += 1) labels.push((await sendTo(1)).label);
		expect(labels).toEqual([...Array<string>(most).fill('Sent'), 'Throttled']);
		expect((await sendTo(2)).label).toBe('Sent');
		simulator().advance(within + 1);
		expect((await sendTo(1)).label).toBe('Sent');
	});
});

it('redeems points for the customer ID that Capillary Get OTP hands out', async () => {
	const saved = savedCredentials('capillaryTillApi');
	const identifierValue = '919876543210';
	const run = async (type: string, parameters: Step['parameters']) =>
		(await execute({ type, parameters }, [{}], saved)).outputs;
	await run('capillaryCheckPointsRedeemable', { identifierValue, points: 100, issueOtp: true });
	const { Found } = await run('capillaryGetOtp', { identifierValue, scope: 'POINTS' });
	const { userId } = Found[0].json.reference as { userId: string };
	const validationCode = lastMessageTo(identifierValue).code;
	const byId = { identifierName: 'id', identifierValue: userId, points: 100, validationCode };
	expect((await run('capillaryRedeemPoints', byId)).Redeemed).toHaveLength(1);
});
