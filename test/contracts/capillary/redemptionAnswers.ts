import type { INodeParameters } from 'n8n-workflow';

import type { Answer, Facts, HttpAnswer, Says } from '../contract';
import { answer, noAccess } from './answers';
import { errors } from './common';

/** What the redemptions of v1.1 are answered. */

export const ok = { success: 'true', code: 200, message: 'Success' };
export const failed = { success: 'false', code: 500, message: 'All requests have failed due to errors' };

export const item = (success: unknown, code: unknown, more: object = {}) => ({
	...more,
	item_status: { success, code, message: 'text' },
});

/** Puts an item or several into the envelope of an operation. */
export type Envelope = (status: object, items: unknown) => object;

const said = (statusCode: string): Says => ({ statusCode, message: 'text' });

export const answerWith =
	(successes: readonly string[], envelope: Envelope, isCheck: boolean): Facts['answerWith'] =>
	(code): HttpAnswer => {
		const isYes = successes.includes(code);
		const verdict = isCheck ? { is_redeemable: String(isYes) } : {};
		const content = item(String(isYes), Number(code), verdict);
		return { status: 200, body: envelope(isYes ? ok : failed, content) };
	};

/**
 * The answers of an operation.
 *
 * @param yes its code of a success
 */
export function answersOf(envelope: Envelope, yes: string) {
	const booked = { redemption_id: '7t4y2a' };
	const good = item('true', Number(yes), booked);

	/** An answer about an item with the code, and what is said of it. */
	const about = (body: unknown, says: Says, code = yes) => answer(200, body, { ...said(code), ...says });
	const accepted = (body: unknown, says: Says = {}) => about(body, { reason: 'accepted', ...says });
	/** A no under a request that succeeded. */
	const refused = (code: string, reason: string, more: object = {}, says: Says = {}) =>
		about(envelope(ok, item('false', Number(code), more)), { reason, ...says }, code);

	/** Refusals of the whole request. */
	const refusedRequests = [
		{ success: false, code: 402, reason: 'invalidRequest' },
		{ success: 'false', code: 9999, reason: 'unclassified' },
	].map(({ reason, ...status }) =>
		answer(200, envelope({ ...status, message: 'no idea' }, undefined), {
			...{ reason, statusCode: String(status.code), message: 'no idea' },
		}),
	);
	/** Errors of every operation. */
	const faults = [
		noAccess(403),
		answer(200, envelope({ ...ok, message: 'where is it?' }, undefined), {
			...{ fault: 'unreadable', statusCode: '200', message: 'where is it?' },
		}),
		about(envelope(ok, item('perhaps', yes)), { fault: 'unreadable' }),
	];

	const reference = { redemptionId: '7t4y2a' };
	const kept = (body: unknown, says: Says = said(yes), status = 200) =>
		answer(status, body, { fault: 'unreadable', reference, ...says });
	const success = { statusCode: '200', message: 'Success' };
	const inXml = `<redemption_id>7t4y2a</redemption_id><item_status><success>true</success><code>${yes}</code></item_status>`;
	/** Answers that name a redemption that they cannot be trusted with: its ID is kept. */
	const bookedFaults = [
		kept(envelope(ok, good), said(yes), 400),
		kept(envelope(ok, good), { fault: 'providerDown', ...said(yes) }, 500),
		...[
			...[failed, { ...ok, code: 201 }, { success: 'perhaps' }].map((status) => envelope(status, good)),
			{ response: { responses: { points: good } } },
			{ ...envelope(ok, good), errors: ['no'] },
			{ success: false, ...envelope(ok, good) },
			envelope(ok, { ...good, side_effects: [item('false', 808)] }),
			{ ...envelope(ok, good), ...errors([77, 'no']) },
		].map((body) => kept(body)),
		kept(envelope(ok, booked), success),
		...['9999', '744', '877'].map((code) =>
			kept(envelope(ok, item('true', Number(code), booked)), said(code)),
		),
		kept(envelope(ok, { ...booked, item_status: { success: 'true' } }), {}),
		kept(envelope(ok, { ...good, mobile: '919000000001', customer: { mobile: '919000000001' } }), {
			fault: 'mismatched',
			...said(yes),
		}),
		kept(
			`<?xml version="1.0" encoding="UTF-8"?><response><status><success>false</success><code>500</code></status><responses><points>${inXml}</points></responses></response>`,
			{ statusCode: yes },
		),
		kept(
			envelope(
				{ ...ok, message: 'many' },
				['7t4y2a', '8u5z3b', '7t4y2a'].map((redemption_id) => item('true', Number(yes), { redemption_id })),
			),
			{ statusCode: '200', message: 'many', reference: { redemptionId: '7t4y2a, 8u5z3b' } },
		),
		// An item is looked for eight levels deep.
		answer(
			200,
			{ response: { status: ok }, deep: nested(8, { inner: true }, good) },
			{ fault: 'unreadable', ...success },
		),
	];
	return { about, accepted, refused, refusedRequests, faults, bookedFaults };
}

/** An item below so many objects or lists. */
export function nested(levels: number, { inner }: { inner: boolean }, good: object): unknown {
	let value: unknown = good;
	for (let level = 0; level < levels; level += 1) value = inner ? { inner: value } : [value];
	return value;
}

/** Customers, how an answer may write them, and others that it may name. */
const CUSTOMERS: ReadonlyArray<readonly [name: string, sent: string, same: unknown[], others: unknown[]]> = [
	['mobile', '919876543210', ['9876543210'], ['9876543211']],
	['email', 'jane@example.com', ['Jane@Example.com', 'j***@example.com'], ['joan@example.com']],
	['external_id', 'AB-7', ['ab-7'], ['AB-77']],
	['external_id', 'EXT-00919876543210', [], ['919876543210']],
	['id', '313302314', ['313302314', 313302314, '0313302314', ''], ['313302315']],
];

/** A customer that the answer names differently, and one that it does not. */
export function customerAnswers(envelope: Envelope, yes: string, named: (customer: object) => object) {
	const answers = (isSame: boolean, says: Says): Answer[] =>
		CUSTOMERS.flatMap(([name, sent, same, others]) =>
			(isSame ? same : others).map((found) => {
				// Only the identifier that was sent counts.
				const customer = named({ mobile: '919000000001', [name === 'id' ? 'user_id' : name]: found });
				const body = envelope(ok, item('true', Number(yes), { is_redeemable: true, ...customer }));
				const parameters: INodeParameters = { identifierName: name, identifierValue: sent };
				return { status: 200, body, parameters, says: { ...says, ...said(yes) } };
			}),
		);
	return { same: answers(true, { reason: 'accepted' }), others: answers(false, { fault: 'mismatched' }) };
}
