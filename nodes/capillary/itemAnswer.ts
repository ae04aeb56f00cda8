import {
	asText,
	type CodeRow,
	type Correlation,
	findCode,
	isJsonObject,
	type JsonObject,
	member,
	type ProviderAnswer,
	type Statement,
} from '../engine';
import { reportedErrors, envelopeOf, readErrors, requestStatusOf, verdictOf } from './answer';
import { parseXml } from './xml';

/** How deep to search for the item in a v1.1 answer; documented answers have six levels and a list. */
const DEEPEST = 8;

/** An object of an answer, and the objects that contain it, outermost first. */
interface Part {
	part: JsonObject;
	around: JsonObject[];
}

/** How an operation reads its item. */
export interface ItemReader {
	codes: readonly CodeRow[];
	/** The member that must be `true` for a yes, if the operation has one. */
	verdict?: string;
	/** A refusal may omit or change some of the values, so those are compared only for a yes. */
	correlations: (item: JsonObject, isYes: boolean) => readonly Correlation[];
}

/**
 * Reads an answer of v1.1, which is XML for some accounts regardless of the requested format. A refusal may
 * have HTTP 200. The item decides; a yes also requires a yes for the whole request. The redemption ID is
 * always kept.
 *
 * @see https://docs.capillarytech.com/reference/redeem-points
 */
export function readItemAnswer(answer: ProviderAnswer, reader: ItemReader): Statement {
	const json = answer.json ?? parseXml(answer.text);
	return { ...readItem(answer, json, reader), answer: { ...answer, json } };
}

function readItem(
	answer: ProviderAnswer,
	json: unknown,
	{ codes, verdict, correlations }: ItemReader,
): Statement {
	const parts = partsOf(json);
	const items = itemsAmong(parts, verdict);
	const errors = reportedErrors(answer);
	const reference = redemptionOf(items) ?? redemptionOf(parts);
	if (items.length === 0 && errors.length > 0) {
		return { ...readErrors(codes, answer, errors), reference };
	}
	if (items.length !== 1) return { says: 'neither', ...requestStatusOf(json), reference };

	const [{ part: item, around }] = items;
	const status = [item, ...[...around].reverse()].find(hasStatus)?.item_status;
	const statusVerdict = verdictOf(status);
	const decision = verdict === undefined || member(item, verdict);
	const isNo = statusVerdict === 'no' || isBoolean(decision, false);
	const isYes = statusVerdict === 'yes' && isBoolean(decision, true);
	const details = {
		statusCode: asText(member(status, 'code')),
		message: asText(member(status, 'message')),
		correlations: correlations(item, isYes),
		reference,
	};
	if (isNo) return { says: 'no', ...details, ...(statusVerdict === 'yes' && { otherwise: 'notRedeemable' }) };
	if (!isYes) return { says: 'neither', ...details };
	// A successful request may still have the code of a refusal: the coupon cannot be redeemed, or no OTP was
	// sent. That is a no, unless a redemption was booked, which a check never does.
	const hasBooked = verdict === undefined && reference !== undefined;
	if (!hasBooked && isRefusalCode(codes, details.statusCode)) {
		return { says: 'no', ...details };
	}
	const isAgreed =
		errors.length === 0 &&
		verdictOf(envelopeOf(json)) === 'yes' &&
		['', '200'].includes(requestStatusOf(json).statusCode) &&
		parts.every(({ part }) => verdictOf(part) !== 'no');
	return { says: 'yes', ...details, contradicted: !isAgreed };
}

/** All objects of an answer, outer ones first. */
function partsOf(value: unknown, around: JsonObject[] = [], depth = 0): Part[] {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => partsOf(entry, around, depth + 1));
	if (!isJsonObject(value)) return [];
	const within = [...around, value];
	const inner = Object.values(value).flatMap((entry) => partsOf(entry, within, depth + 1));
	return [{ part: value, around }, ...inner];
}

/**
 * The parts about the requested item. Their containers are named differently in each operation, and older
 * answers have no `response` around them or a second one inside, so they are found by their members.
 */
function itemsAmong(parts: readonly Part[], verdict: string | undefined): Part[] {
	const deciding = parts.filter(({ part }) => verdict !== undefined && member(part, verdict) !== undefined);
	if (deciding.length > 0) return deciding;
	return parts.filter(({ part, around }) => hasStatus(part) && !around.some(hasStatus));
}

function hasStatus(part: JsonObject): boolean {
	return isJsonObject(member(part, 'item_status'));
}

/** The redemption IDs in parts of an answer: `redemption_id`, or `redemptionId` in older answers. */
function redemptionOf(parts: readonly Part[]): { redemptionId: string } | undefined {
	const ids = parts
		.map(({ part }) => asText(member(part, 'redemption_id')) || asText(member(part, 'redemptionId')))
		.filter((id) => id !== '');
	return ids.length === 0 ? undefined : { redemptionId: [...new Set(ids)].join(', ') };
}

function isRefusalCode(codes: readonly CodeRow[], statusCode: string): boolean {
	const row = findCode(codes, statusCode);
	return row !== undefined && !('reason' in row && row.reason === 'accepted');
}

function isBoolean(value: unknown, expected: boolean): boolean {
	return value === expected || value === String(expected);
}
