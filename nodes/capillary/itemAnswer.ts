import { findCode, type CodeRow } from '../shared/codes';
import type { Echo } from '../shared/echo';
import { asText, isJsonObject, member, type JsonObject } from '../shared/json';
import type { Statement } from '../shared/judge';
import type { Exchange, ProviderAnswer, ProviderRequest } from '../shared/operation';
import { saysOf } from './answer';
import { parseXml } from './xml';

/** How deep the item of a v1.1 answer is looked for; the documented shapes have six levels and a list. */
const DEEPEST = 8;

/** The part of an answer that speaks of what was asked for, and what encloses it, from the outside in. */
interface Found {
	item: JsonObject;
	enclosing: JsonObject[];
}

/**
 * The containers have other names from operation to operation, and older shapes have no `response`
 * around them, or a second one inside, so an item is found by what it holds.
 */
function findItems(
	value: unknown,
	isItem: (value: JsonObject) => boolean,
	enclosing: JsonObject[] = [],
	depth = 0,
): Found[] {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => findItems(entry, isItem, enclosing, depth + 1));
	if (!isJsonObject(value)) return [];
	if (isItem(value)) return [{ item: value, enclosing }];
	return Object.values(value).flatMap((entry) => findItems(entry, isItem, [...enclosing, value], depth + 1));
}

const hasStatus = (value: JsonObject) => isJsonObject(value.item_status);

/** What an operation asks of its item besides. */
export interface ItemReader {
	codes: readonly CodeRow[];
	/** The member that decides where there is one, by being `true`. */
	verdict?: string;
	/** What was sent, and what the item says of it; a refusal need not name what was asked for. */
	echoes: (item: JsonObject, isYes: boolean) => readonly Echo[];
	/** Identifiers in the item. */
	reference?: (item: JsonObject) => Record<string, string>;
}

/**
 * The exchange of an operation of v1.1, which answers some accounts in XML whatever they ask for.
 *
 * @param request the request
 * @param reader how its answer is read
 */
export function* itemExchange(request: ProviderRequest, reader: ItemReader): Exchange {
	const answer = yield request;
	const structured = answer.json === undefined ? { ...answer, json: parseXml(answer.text) } : answer;
	return { answer: structured, statement: readItem(reader, structured) };
}

/**
 * Reads an answer of v1.1, where a refusal may come with HTTP 200. The item decides; a yes of it needs
 * that of the request as well.
 *
 * @see https://docs.capillarytech.com/reference/redeem-points
 */
function readItem({ codes, verdict, echoes, reference }: ItemReader, { json }: ProviderAnswer): Statement {
	const deciding = verdict === undefined ? [] : findItems(json, (value) => verdict in value);
	const items = deciding.length > 0 ? deciding : findItems(json, hasStatus);
	const request = statusOf(member(json, 'response') ?? json);
	if (items.length === 0) return { ...textOf(request), says: saysOf(request) === 'no' ? 'no' : 'neither' };
	if (items.length > 1) return { ...textOf(request), says: 'neither' };

	const [{ item, enclosing }] = items;
	const statuses = [...enclosing, item]
		.flatMap((part) => [statusOf(part), part.item_status])
		.filter(isJsonObject);
	const own = [...enclosing, item].reverse().find(hasStatus)?.item_status;
	const said = saysOf(own);
	const isYes = said === 'yes' && (verdict === undefined || isTrue(item[verdict]));
	const identifiers = Object.entries(reference?.(item) ?? {}).filter(([, value]) => value !== '');
	const particulars = {
		...textOf(own),
		echoes: echoes(item, isYes),
		...(identifiers.length > 0 && { reference: Object.fromEntries(identifiers) }),
	};
	const isNo = said === 'no' || (verdict !== undefined && String(item[verdict]) === 'false');
	// A code of a refusal or a warning next to a yes, such as "redeemable, but no code was sent".
	const row = findCode(codes, particulars.statusCode);
	const isWarning = isYes && row !== undefined && !('reason' in row && row.reason === 'accepted');
	if (isNo || isWarning) return { ...particulars, says: 'no' };
	if (!isYes) return { ...particulars, says: 'neither' };
	const isAgreed = saysOf(request) === 'yes' && statuses.every((status) => saysOf(status) !== 'no');
	return { ...particulars, says: 'yes', contradicted: !isAgreed };
}

function statusOf(part: unknown): unknown {
	return member(part, 'status');
}

function textOf(status: unknown): { statusCode: string; message: string } {
	return { statusCode: asText(member(status, 'code')), message: asText(member(status, 'message')) };
}

function isTrue(value: unknown): boolean {
	return value === true || value === 'true';
}
