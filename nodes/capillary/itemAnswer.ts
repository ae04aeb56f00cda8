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
import { complaintsOf, envelopeOf, readComplaints, requestStatusOf, saysOf } from './answer';
import { parseXml } from './xml';

/** How deep the item of a v1.1 answer is looked for; the documented shapes have six levels and a list. */
const DEEPEST = 8;

/** An object of an answer, and those around it, from the outside in. */
interface Part {
	part: JsonObject;
	around: JsonObject[];
}

/** What an operation asks of its item besides. */
export interface ItemReader {
	codes: readonly CodeRow[];
	/** The member that decides where there is one, by being `true`. */
	verdict?: string;
	/** What was sent, and what the item says of it; a refusal need not name what was asked for. */
	correlations: (item: JsonObject, isYes: boolean) => readonly Correlation[];
}

/**
 * Reads an answer of v1.1, which answers some accounts in XML whatever they ask for, and where a refusal
 * may come with HTTP 200. The item decides; a yes of it needs that of the request as well. The ID of a
 * redemption is kept whatever the rest says.
 *
 * @param answer Capillary's answer
 * @param reader what the operation asks of its item
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
	const complaints = complaintsOf(answer);
	const reference = redemptionOf(items) ?? redemptionOf(parts);
	if (items.length === 0 && complaints.length > 0) {
		return { ...readComplaints(codes, answer, complaints), reference };
	}
	if (items.length !== 1) return { says: 'neither', ...requestStatusOf(json), reference };

	const [{ part: item, around }] = items;
	const status = [item, ...[...around].reverse()].find(hasStatus)?.item_status;
	const said = saysOf(status);
	const decision = verdict === undefined || member(item, verdict);
	const isNo = said === 'no' || isWord(decision, false);
	const isYes = said === 'yes' && isWord(decision, true);
	const particulars = {
		statusCode: asText(member(status, 'code')),
		message: asText(member(status, 'message')),
		correlations: correlations(item, isYes),
		reference,
	};
	if (isNo) return { says: 'no', ...particulars, ...(said === 'yes' && { otherwise: 'notRedeemable' }) };
	if (!isYes) return { says: 'neither', ...particulars };
	// A call may succeed and still say, by its code, that the coupon cannot be redeemed or that no code was
	// sent. That is a no, unless a redemption was booked, which a check never does.
	const hasBooked = verdict === undefined && reference !== undefined;
	if (!hasBooked && isRefusalCode(codes, particulars.statusCode)) {
		return { says: 'no', ...particulars };
	}
	const isAgreed =
		complaints.length === 0 &&
		saysOf(envelopeOf(json)) === 'yes' &&
		['', '200'].includes(requestStatusOf(json).statusCode) &&
		parts.every(({ part }) => saysOf(part) !== 'no');
	return { says: 'yes', ...particulars, contradicted: !isAgreed };
}

/** Every object of an answer, the outer ones first. */
function partsOf(value: unknown, around: JsonObject[] = [], depth = 0): Part[] {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => partsOf(entry, around, depth + 1));
	if (!isJsonObject(value)) return [];
	const within = [...around, value];
	const inner = Object.values(value).flatMap((entry) => partsOf(entry, within, depth + 1));
	return [{ part: value, around }, ...inner];
}

/**
 * The parts that speak of what was asked for. Their containers have other names from operation to
 * operation, and older answers have no `response` around them or a second one inside, so they are
 * found by what they hold.
 */
function itemsAmong(parts: readonly Part[], verdict: string | undefined): Part[] {
	const deciding = parts.filter(({ part }) => verdict !== undefined && member(part, verdict) !== undefined);
	if (deciding.length > 0) return deciding;
	return parts.filter(({ part, around }) => hasStatus(part) && !around.some(hasStatus));
}

function hasStatus(part: JsonObject): boolean {
	return isJsonObject(member(part, 'item_status'));
}

/** The redemptions that parts name; newer answers call the ID `redemption_id`, older ones `redemptionId`. */
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

function isWord(value: unknown, word: boolean): boolean {
	return value === word || value === String(word);
}
