import type { INodeParameters } from 'n8n-workflow';

import type {
	Answer,
	Facts,
	Field,
	Grants,
	HttpAnswer,
	Part,
	Parts,
	Request,
	Says,
	Scalar,
} from '../contract';
import { amount, email, matching, nameOf, text } from '../fields';
import { eitherWay, http, must, mustNot, withoutUndefined } from '../parts';
import { valueAt } from '../paths';
import { type Spellings } from '../spellings';
import { answer, noAccess } from './answers';
import { capillary, errors, mobile, PAGES, PLATFORM_CODES, signIn, withOther } from './common';

/** What is common to the redemptions of v1.1. */

export const identifierValue = '919876543210';

const NAMES = ['card_external_id', 'card_number', 'id', 'email', 'external_id', 'mobile'] as const;
const CUSTOMER_ID = 'must be a customer ID of 1 to 18 digits, such as 313302314';
export const byEmail = { identifierName: 'email', identifierValue: 'jane@example.com' };
export const byId = { identifierName: 'id', identifierValue: '313302314' };

/**
 * A customer: the identifier's name is the key of its value.
 *
 * @param place where the customer stands in the request
 */
function customerFields(place: string): Record<string, Field> {
	const within = (request: Request) => valueAt(request, place);
	const label = 'Identifier Value';
	return {
		...signIn,
		identifierName: withOther(
			nameOf('Identifier Name', NAMES, within, { empty: 'refused', identifies: true }),
			'email',
			byEmail,
		),
		identifierValue: mobile(label, `${place}.mobile`, {
			also: [
				email(`${place}.email`, { label, with: byEmail, identifies: true }),
				matching(
					label,
					`${place}.id`,
					'500001',
					CUSTOMER_ID,
					['+919876543210', 'x12', '12x', '-1', '1'.repeat(19)],
					{
						takes: ['500001', 313302315, '1'.repeat(18)],
						recipient: 'mobileWithCountry',
						identifies: true,
						with: byId,
						empty: { is: undefined },
						empties: [],
					},
				),
				text(label, `${place}.card_number`, 'C-1', {
					with: { identifierName: 'card_number' },
					recipient: 'mobileWithCountry',
					identifies: true,
				}),
			],
		}),
	};
}

/**
 * @param spellings what people type, and what arrives
 * @param as the type that the request carries it in
 */
export const pointsField = (
	place: string,
	says: string,
	spellings: Spellings,
	as: (given: Scalar) => Scalar,
	takes: readonly Scalar[] = [],
) => {
	const arriving = spellings.map(
		([typed, arrives]) => [typed, arrives === null ? null : as(Number(arrives))] as const,
	);
	return amount('Points', place, '11', says, [...arriving, [0, null], ['0.0', null]], {
		takes: ['11', 11, ...takes],
		arrives: (given) => as(Number(given)),
		identifies: true,
	});
};

export const programId = matching(
	'Program ID',
	'query.program_id',
	'504',
	'must be a number of 1 to 18 digits',
	['gold', '504&points=1', '12x', 'x12', '1'.repeat(19)],
	{ empty: 'absent' },
);

/** Codes of a whole request, for answers that say nothing of the item. */
export const REQUEST_CODES = ['400', '402', '429'];

export const POINTS_REFUSED = [
	...['521', '686', '744', '801', '802', '803', '804', '805', '806', '807', '809', '810', '811', '812'],
	...['813', '814', '815', '816', '817', '818', '819', '820', '821', '822', '823', '824', '826', '827'],
	...['828', '859', '860', '872', '873', '876', '877', '878', '881', '886', '887', '888', '889', '894'],
	...['895', '896', '898', '899', '900', '901', '902', '903', '904', '905', '1101', '1632', '3045'],
	...['3316', '3802', ...REQUEST_CODES],
];

export const ok = { success: 'true', code: 200, message: 'Success' };
export const failed = { success: 'false', code: 500, message: 'All requests have failed due to errors' };

export const item = (success: unknown, code: unknown, more: object = {}) => ({
	...more,
	item_status: { success, code, message: 'text' },
});

/** Puts an item or several into the envelope of an operation. */
export type Envelope = (status: object, items: unknown) => object;

export const said = (statusCode: string, more: Says = {}): Says => ({ statusCode, message: 'text', ...more });

const answerWith =
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
function customerAnswers(envelope: Envelope, yes: string, named: (customer: object) => object) {
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

export const YES = ['true', true];
export const NO_VERDICT = ['false', false, 'maybe', 1, 'TRUE', null, undefined, ''];

/** The parts of an item's status and of what stands around it. */
const statuses = (code: string, others: unknown[]): Record<string, Part> => ({
	http,
	success: must('`success` of the item is `true`, or `status` where it has no `success`', YES, NO_VERDICT),
	request: must('`success` of the request is `true`', YES, NO_VERDICT),
	code: must(`\`code\` of the item is \`${code}\``, [code, Number(code)], others),
	items: must('there is one item', [1], [0, 2]),
	word: eitherWay('success', 'status'),
	shape: eitherWay('json', 'old', 'xml'),
});

const customerEcho = mustNot(
	'another customer',
	['919876543210', 919876543210, '9876543210', '', null],
	['919000000001', '9000000001'],
);

/** Values without signs that XML escapes. */
function toXml(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value ?? '');
	return Object.entries(withoutUndefined(value))
		.flatMap(([name, entry]) => [entry].flat().map((one) => `<${name}>${toXml(one)}</${name}>`))
		.join('');
}

/** Puts an item into the envelope of an operation: as today, as formerly, or as XML. */
function v11(
	{ http: httpStatus, success, request, code, items, word, shape, ...own }: Parts,
	envelope: Envelope,
	asItem: (own: Parts) => object,
): HttpAnswer[] {
	const status = withoutUndefined({ [String(word)]: success, code, message: 'text' });
	const one = { ...withoutUndefined(asItem(own)), item_status: status };
	const body = envelope(
		withoutUndefined({ success: request, code: 200, message: 'text' }),
		Array.from({ length: items as number }, () => one),
	) as { response: object };
	const asXml = () => `<?xml version="1.0"?>${toXml(body)}`;
	return [
		{
			status: httpStatus as number,
			body: shape === 'old' ? body.response : shape === 'xml' ? asXml() : body,
		},
	];
}

/** What an operation has of its own. */
interface Redemption extends Pick<Facts, 'kind' | 'follows' | 'samples' | 'fields' | 'codes'> {
	page: string;
	refuses?: Facts['refuses'];
	envelope: Envelope;
	/** Where the customer stands in the request, and what repeats it in an answer. */
	customer: string;
	customerIn?: (customer: object) => object;
	/** Its code of a success, its output, and other codes that stand next to a yes. */
	yes: [code: string, output: string, others?: readonly string[]];
	/** Answers besides those of every operation. */
	answers: Readonly<Record<string, readonly Answer[]>>;
	/** Codes of an item with which it is no success. */
	others: readonly unknown[];
	/** Parts of an item besides its status and the customer, how they make one, and what they repeat. */
	parts: Grants['parts'];
	asItem?: (own: Parts) => object;
	parameters?: INodeParameters;
	/** Other forms of an answer. */
	moreGrants?: readonly Grants[];
}

export function redemption(given: Redemption): Facts {
	const { page, envelope, customer, customerIn = (own) => own, yes, others, parts, ...rest } = given;
	const { asItem = (own) => own, parameters, moreGrants = [], answers, ...own } = rest;
	const [code, output, otherSuccesses = []] = yes;
	const named = customerAnswers(envelope, code, customerIn);
	const all = statuses(code, [...others, 200, 404, 521, 7777, '', null, undefined]);
	return {
		...capillary,
		...own,
		page: `${PAGES}/${page}`,
		fields: { ...customerFields(customer), ...own.fields },
		codes: { ...own.codes, ...PLATFORM_CODES },
		answers: {
			...answers,
			[output]: [...answers[output], ...named.same],
			Error: [...answersOf(envelope, code).faults, ...answers.Error, ...named.others],
		},
		answerWith: answerWith([code, ...otherSuccesses], envelope, own.kind === 'check'),
		grants: [
			{
				parameters,
				parts: { ...all, mobile: customerEcho, ...parts },
				answers: (values) => v11(values, envelope, asItem),
			},
			...moreGrants,
		],
	};
}
