import type { CodeRow } from '../shared/codes';
import { believed, type Echo } from '../shared/echo';
import { refusalOf, toReading } from '../shared/reading';
import { isFault, type Fault } from '../shared/faults';
import { isSuccess, readByStatus } from '../shared/http';
import { asText, isJsonObject, member, type JsonObject } from '../shared/json';
import type { ProviderAnswer, Reading } from '../shared/operation';
import type { OperationKind } from '../shared/outcomes';

/** How deep the item of a v1.1 answer is looked for; the documented shapes have four levels. */
const DEEPEST = 8;

/**
 * The items of a v1.1 answer. The container's name differs from operation to operation, and older
 * shapes nest a second envelope, so they are found by their `item_status`.
 */
function itemsIn(value: unknown, depth = 0): JsonObject[] {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => itemsIn(entry, depth + 1));
	if (!isJsonObject(value)) return [];
	if (isJsonObject(member(value, 'item_status'))) return [value];
	return Object.values(value).flatMap((entry) => itemsIn(entry, depth + 1));
}

function says(status: unknown): 'yes' | 'no' | undefined {
	const word = member(status, 'success');
	if (word === true || word === 'true') return 'yes';
	return word === false || word === 'false' ? 'no' : undefined;
}

/** What an answer of v1.1 says, and the item that says it. */
export interface ReadItem {
	reading: Reading | Fault;
	item?: JsonObject;
}

/**
 * Reads an answer of v1.1, where a refusal may come with HTTP 200. Success takes a yes of the
 * request and of its only item, the code of a success, and whatever else the operation asks for.
 *
 * @param kind what the node does
 * @param codes the operation's codes
 * @param answer Capillary's answer
 * @param isGranted what else the item must say; where it does not, the item is refused
 * @see https://docs.capillarytech.com/reference/redeem-points
 */
export function readItemAnswer(
	kind: OperationKind,
	codes: readonly CodeRow[],
	answer: ProviderAnswer,
	isGranted: (item: JsonObject) => boolean = () => true,
): ReadItem {
	const request = member(member(answer.json, 'response'), 'status');
	const items = itemsIn(answer.json);
	const message = asText(member(request, 'message'));
	if (items.length === 0 && says(request) === 'no') {
		const statusCode = asText(member(request, 'code'));
		return { reading: refusalOf(kind, codes, { statusCode, message, otherwise: 'unclassified' }, answer) };
	}
	if (items.length !== 1 || says(request) === undefined)
		return { reading: readByStatus(kind, answer, message) };

	const [item] = items;
	const status = member(item, 'item_status');
	const finding = { statusCode: asText(member(status, 'code')), message: asText(member(status, 'message')) };
	const verdict = says(status);
	if (verdict === undefined) return { reading: readByStatus(kind, answer, finding.message) };
	const agrees =
		says(request) === 'yes' && verdict === 'yes' && isSuccess(answer.httpStatus) && isGranted(item);
	const row = codes.find(({ code }) => code === finding.statusCode);
	if (agrees && row !== undefined && 'reason' in row && row.reason === 'accepted') {
		return { reading: toReading(kind, { ...finding, reason: 'accepted' }, answer), item };
	}
	return { reading: refusalOf(kind, codes, { ...finding, otherwise: 'unclassified' }, answer), item };
}

/**
 * What an answer of v1.1 means, if its item is the one that was asked about.
 *
 * @param read what the answer says, see {@link readItemAnswer}
 * @param answer Capillary's answer
 * @param echoes what was sent, and what the item says of it; a refusal need not name what was asked for
 * @param reference finds identifiers in an item that was granted
 */
export function ownItem(
	{ reading, item }: ReadItem,
	answer: ProviderAnswer,
	echoes: (item: JsonObject, isGranted: boolean) => readonly Echo[],
	reference: (item: JsonObject) => Record<string, string> = () => ({}),
): Reading | Fault {
	if (item === undefined) return reading;
	const isGranted = !isFault(reading) && reading.reason === 'accepted';
	const own = believed(reading, answer, echoes(item, isGranted));
	return isFault(own) || !isGranted ? own : { ...own, reference: reference(item) };
}
