import type { Answer, Facts, Field, Grants, HttpAnswer, Part, Parts, Request, Scalar } from '../contract';
import { amount, email, matching, nameOf, text } from '../fields';
import { eitherWay, http, must, mustNot, withoutUndefined } from '../parts';
import { valueAt } from '../paths';
import { type Spellings } from '../spellings';
import { capillary, mobile, PAGES, PLATFORM_CODES, signIn, withOther } from './common';
import { answersOf, answerWith, customerAnswers, type Envelope } from './redemptionAnswers';

/** What is common to the redemptions of v1.1. */

export const identifierValue = '919876543210';

const NAMES = ['card_external_id', 'card_number', 'id', 'email', 'external_id', 'mobile'] as const;
const CUSTOMER_ID = 'must be a customer ID of 1 to 18 digits, such as 313302314';
const byEmail = { identifierName: 'email', identifierValue: 'jane@example.com' };
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
	parameters?: Grants['parameters'];
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
