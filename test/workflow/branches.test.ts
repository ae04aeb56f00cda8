import type { IDataObject } from 'n8n-workflow';

import { execute } from '../support/engine';
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
		expect(sent).toMatchObject({ label: 'Sent', json: { outcome: 'sent', reason: 'accepted', provider: journey.provider } });
		expect(simulator().inbox()).toHaveLength(1);

		const { code } = lastMessageTo(to);
		const verified = theBranch(await verify(journey, verifyItem(to, code, sent.json)));
		expect(verified).toMatchObject({ label: 'Verified', json: { outcome: 'verified' } });
		expect(JSON.stringify(verified.json)).not.toContain(code);
		expect(JSON.stringify(verified.json)).not.toContain(to);
	});

	it('lets a refused recipient leave through Not Sent', async () => {
		const sent = theBranch(await send(journey, journey.refused));
		expect(sent).toMatchObject({ label: 'Not Sent', json: { outcome: 'notSent' } });
		expect(simulator().inbox()).toHaveLength(0);
	});

	it('lets a recipient who asks too often leave through Throttled', async () => {
		const to = journey.recipient('eager');
		const labels: string[] = [];
		for (let time = 0; time < 6; time += 1) labels.push(theBranch(await send(journey, to)).label);
		expect(labels[0]).toBe('Sent');
		expect(labels[5]).toBe('Throttled');
		expect(simulator().inbox()).toHaveLength(labels.filter((label) => label === 'Sent').length);
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
		const items = [people[0], journey.refused, people[1], people[2]].map((to) => ({ to }));
		const { outputs } = await execute(journey.send, items, savedCredentials(journey.credential));
		expect(outputs.Sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }, { item: 3 }]);
		expect(outputs['Not Sent'].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(simulator().inbox().map(({ to }) => to).sort()).toEqual([...people.slice(0, 3)].sort());
	});
});
