import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';

import type { RecordedRequest } from '../../../simulator';
import { execute, type Execution } from '../../../tools/engine';
import type { SavedCredentials } from '../../../tools/engine/credentials';
import type { Contract, Field } from '../../contracts/contract';
import { withValue } from '../../contracts/paths';
import { fieldsOf, type DescribedField } from '../../support/form';
import { ownHeaders } from '../../support/samples';
import type { Given } from './hostileValues';

/** Headers that a node and its credential may add, by provider. */
const OWN_HEADERS: Record<string, string[]> = {
	hyperverge: ['appId', 'appKey', 'transactionId'],
	iserveu: ['client_id', 'client_secret'],
	wibmo: ['x-api-key', 'clientId', 'bankId', 'entityId', 'secureCode', 'X-Consumer-Custom-ID'],
	capillary: ['Authorization', 'X-CAP-API-OAUTH-TOKEN'],
};

/** How the words of JavaScript itself look, which say nothing to a builder. */
export const WORDS_OF_JAVASCRIPT =
	/Cannot (read|convert|destructure|set)|is not (a function|iterable|defined|valid JSON)|Maximum call|Invalid (URL|character|array length|time value)|malformed|circular|\[object |\bundefined\b|BigInt|Symbol\(/;

/** A node under attack. */
export interface Target {
	description: INodeTypeDescription;
	calls: Contract['calls'];
	/** Parameters that make a valid item. */
	parameters: INodeParameters;
	saved: SavedCredentials;
}

/** Everything that one execution did at the provider and left behind. */
export interface Outcome {
	execution: Execution;
	requests: RecordedRequest[];
}

/**
 * Runs a node on items whose field takes its value from the item, one item after the other. A field
 * that takes no expression is given the value itself, of which there can be only one.
 */
export async function runField(
	{ description, parameters, saved }: Target,
	field: DescribedField,
	facts: Field,
	given: readonly Given[],
	requests: () => RecordedRequest[],
): Promise<Outcome> {
	const before = requests().length;
	const expressions = given.map(({ expression }, index) =>
		expression === undefined ? '' : `$json.index === ${index} ? (${expression}) : `,
	);
	const items = given.map(
		({ value, expression }, index) =>
			({ index, ...(expression === undefined && value !== undefined && { field: value }) }) as IDataObject,
	);
	const all = {
		...parameters,
		...facts.with,
		options: { batching: { batch: { batchSize: 1 } }, includeResponse: false },
	} as INodeParameters;
	const execution = await execute(
		{
			type: description.name,
			parameters: withValue(
				all,
				field.path,
				field.property.noDataExpression ? given[0].value : `={{ ${expressions.join('')}$json.field }}`,
			),
			settings: { onError: 'continueErrorOutput' },
		},
		items,
		saved,
	);
	return { execution, requests: requests().slice(before) };
}

/** The requests of each item that was sent: each begins with the node's first call. */
function groupsOf(
	requests: RecordedRequest[],
	[first, ...others]: Contract['calls'],
	{ takes, arrives }: Field,
): RecordedRequest[][] {
	const isItsPath = (path: string) => takes.some((value) => arrives(value) === path);
	const groups: RecordedRequest[][] = [];
	for (const request of requests) {
		const call = `${request.method} ${request.path}`;
		if (call === first) groups.push([request]);
		else if (others.includes(call) || isItsPath(request.path)) groups.at(-1)?.push(request);
		else if (call !== 'POST /v3/oauth/token/generate') throw new Error(`Nobody asked for ${call}`);
	}
	return groups;
}

function expectOwnRequest(request: RecordedRequest, provider: string, host: string): void {
	expect(request.headers.Host).toBe(host);
	const foreign = Object.keys(ownHeaders(request)).filter(
		(name) => ![...OWN_HEADERS[provider], 'Accept', 'Content-Type'].includes(name),
	);
	expect(foreign).toEqual([]);
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Expects that what arrived is what was given. */
function expectArrived(facts: Field, { value }: Given, requests: RecordedRequest[]): void {
	const arrived = facts.arrived(requests);
	const { empty } = facts;
	if (isNothing(value)) {
		if (empty === 'absent') expect(arrived).toBeUndefined();
		else if (empty instanceof RegExp) expect(arrived).toMatch(empty);
		else expect({ is: arrived }).toEqual(empty);
		return;
	}
	expect(['string', 'number', 'boolean']).toContain(typeof value);
	if (typeof value === 'number') {
		expect(facts.textOnly).toBeUndefined();
		expect(Math.abs(value)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
	}
	if (typeof value === 'boolean') expect(typeof facts.takes[0]).toBe('boolean');
	const text = typeof value === 'string' ? value.trim() : (value as number | boolean);
	expect(arrived).toEqual(facts.arrives(text));
}

/** Whether a value is one of a choice, so that what is wrong with it stands in another field. */
function isOffered({ property }: DescribedField, value: unknown): boolean {
	const text = typeof value === 'number' ? String(value) : value;
	return (property.options ?? []).some((option) => 'value' in option && option.value === text);
}

/** Expects that what is said names the field as the UI does, in words for a builder. */
function expectNamed(target: Target, field: DescribedField, { value }: Given, said: string): void {
	const labels = fieldsOf(target.description).map(({ label }) => `'${label}'`);
	const named = isOffered(field, value)
		? labels
		: [`'${field.label}'`, ...field.lists.map((list) => `'${list}'`)];
	if (!named.some((label) => said.startsWith(label))) throw new Error(`${said} names no field`);
	expect(said).not.toMatch(WORDS_OF_JAVASCRIPT);
	expect(said.length).toBeLessThan(500);
}

/**
 * Expects of every item either a sentence that names the field and no request, or one correct
 * request; and that no item is lost.
 */
export function expectClearOrCorrect(
	target: Target,
	field: DescribedField,
	facts: Field,
	given: readonly Given[],
	{ execution, requests }: Outcome,
	host: string,
): void {
	expect(execution.status).toBe('success');
	const left = Object.values(execution.outputs)
		.flat()
		.map((item) => ({ json: item.json, index: (item.pairedItem as { item: number }).item }));
	expect(left.map(({ index }) => index).sort((a, b) => a - b)).toEqual(given.map((_, index) => index));

	requests.forEach((request) => expectOwnRequest(request, request.provider, host));
	const groups = groupsOf(requests, facts.calls ?? target.calls, facts);
	const faults = new Map(
		left.map(({ json, index }) => [index, json.error as { fault: string; message: string } | undefined]),
	);
	let sent = 0;
	const wrong: string[] = [];
	given.forEach((one, index) => {
		const fault = faults.get(index)?.fault;
		const said = String(faults.get(index)?.message);
		try {
			if (fault === 'invalidParameter') {
				expect(one.value).not.toBe(facts.takes[0]);
				return expectNamed(target, field, one, said);
			}
			expect(fault).not.toBe('noAnswer');
			const group = groups[sent];
			sent += 1;
			expectArrived(facts, one, group);
		} catch (error) {
			const shown = (one.expression ?? JSON.stringify(one.value) ?? 'undefined').slice(0, 200);
			wrong.push(`${shown}: ${(error as Error).message}`);
		}
	});
	expect(wrong).toEqual([]);
	expect(groups).toHaveLength(sent);
}
