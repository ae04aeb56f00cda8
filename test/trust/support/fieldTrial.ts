import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { RecordedRequest, Simulator } from '../../../simulator';
import { execute, type Execution } from '../../../tools/engine';
import type { SavedCredentials } from '../../../tools/engine/credentials';
import { operationOf } from '../../../tools/package';
import type { Contract, Field } from '../../contracts/contract';
import { withValue } from '../../contracts/paths';
import { fieldsOf, type DescribedField } from '../../support/form';
import { indexOf } from '../../support/runs';
import { ownHeaders } from '../../support/samples';
import { savedCredentials } from '../../support/simulator';
import { credentialHeaders } from '../../support/wire';
import type { Given } from './hostileValues';

/** Every field of a node, as its form describes it. */
export const formOf = ({ node }: Contract): DescribedField[] => fieldsOf(operationOf(node).node.description);

/** How the words of JavaScript itself look, which say nothing to a builder. */
const WORDS_OF_JAVASCRIPT =
	/Cannot (read|convert|destructure|set)|is not (a function|iterable|defined|valid JSON)|Maximum call|Invalid (URL|character|array length|time value)|malformed|circular|\[object |\bundefined\b|BigInt|Symbol\(/;

/** What an execution says of the items that it refused for a wrong value. */
export const refusalsIn = ({ outputs }: Execution): string[] =>
	outputs.Error.map(({ json }) => json.error as { fault: string; message: string })
		.filter(({ fault }) => fault === 'invalidParameter')
		.map(({ message }) => message);

/** A field of a node under attack. */
export interface Trial {
	contract: Contract;
	field: DescribedField;
	facts: Field;
}

/**
 * Runs a node on items whose field takes its value from the item, one item after the other. A field
 * that takes no expression is given the value itself, of which there can be only one.
 */
async function runField({ contract, field, facts }: Trial, given: readonly Given[]): Promise<Execution> {
	const expressions = given.map(({ expression }, index) =>
		expression === undefined ? '' : `$json.index === ${index} ? (${expression}) : `,
	);
	const items = given.map(
		({ value, expression }, index) =>
			({ index, ...(expression === undefined && value !== undefined && { field: value }) }) as IDataObject,
	);
	const all = {
		...contract.samples.minimal.parameters,
		...facts.with,
		options: { batching: { batch: { batchSize: 1 } }, includeResponse: false },
	} as INodeParameters;
	const value = field.property.noDataExpression
		? given[0].value
		: `={{ ${expressions.join('')}$json.field }}`;
	return await execute(
		{
			type: contract.node,
			parameters: withValue(all, field.path, value),
			settings: { onError: 'continueErrorOutput' },
		},
		items,
		Object.assign({}, ...contract.credentials.map((type) => savedCredentials(type))) as SavedCredentials,
	);
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

/** Expects that a request goes to the host, with the headers of its node and of its credential. */
function expectOwnRequest(contract: Contract, request: RecordedRequest, host: string): void {
	const { credentials, samples } = contract;
	const own = [
		...credentials.map((type) => credentialHeaders(type, request.path)),
		...samples.minimal.requests.map(({ headers }) => headers ?? {}),
	];
	const known = ['Accept', 'Content-Type', ...own.flatMap((headers) => Object.keys(headers))];
	expect(request.headers.Host).toBe(host);
	expect(Object.keys(ownHeaders(request)).filter((name) => !known.includes(name))).toEqual([]);
}

const isNothing = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/**
 * Expects that what arrived has the signs of what was typed, in their order, and no others but the country
 * code.
 */
function expectRead(typed: string, arrived: string): void {
	expect(arrived).toMatch(/^[\x21-\x7e]+$/);
	const signs = typed.normalize('NFKC').toLowerCase();
	// Digits and domains of other scripts are written in ASCII.
	if (/\P{ASCII}/u.test(signs.replace(/[\p{Cf}\p{P}\s]/gu, ''))) return;
	let at = 0;
	for (const sign of `91${signs}`) if (sign === arrived.toLowerCase()[at]) at += 1;
	expect([arrived, at]).toEqual([arrived, arrived.length]);
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
	if (facts.typed !== undefined) return expectRead(String(value), String(arrived));
	if (typeof value === 'number') {
		expect(facts.textOnly).toBeUndefined();
		expect(Math.abs(value)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
	}
	if (typeof value === 'boolean') expect(typeof facts.takes[0]).toBe('boolean');
	const text = typeof value === 'string' ? value.trim() : (value as number | boolean);
	expect(arrived).toEqual(facts.arrives(text));
}

/** Expects that what is said names the field as the UI does, in words for a builder. */
function expectNamed({ contract, field }: Trial, { value }: Given, said: string): void {
	const options = (field.property.options ?? []).map((option) =>
		'value' in option ? option.value : undefined,
	);
	// What is wrong with one of a choice stands in another field.
	const isOffered = options.includes(typeof value === 'number' ? String(value) : (value as string));
	const labels = isOffered ? formOf(contract).map(({ label }) => label) : [field.label, ...field.lists];
	if (!labels.some((label) => said.startsWith(`'${label}'`))) throw new Error(`${said} names no field`);
	expect(said).not.toMatch(WORDS_OF_JAVASCRIPT);
	expect(said.length).toBeLessThan(500);
}

/**
 * Tries values, and expects of every item either a sentence that names the field and no request, or
 * one correct request; and that no item is lost. Gives the requests.
 */
export async function tryField(
	simulator: Simulator,
	trial: Trial,
	given: readonly Given[],
): Promise<RecordedRequest[]> {
	const { contract, facts } = trial;
	const before = simulator.requests().length;
	const { status, outputs } = await runField(trial, given);
	const requests = simulator.requests().slice(before);
	expect(status).toBe('success');
	const left = Object.values(outputs).flat();
	const errors = new Map(
		left.map((item) => [
			indexOf(item),
			(item.json.error ?? item.json) as { fault?: string; message?: string; httpStatus: number | null },
		]),
	);
	expect([left.length, ...[...errors.keys()].sort((a, b) => a - b)]).toEqual([given.length, ...given.keys()]);

	requests.forEach((request) => expectOwnRequest(contract, request, simulator.url.slice('http://'.length)));
	const groups = groupsOf(requests, facts.calls ?? contract.calls, facts);
	let sent = 0;
	const wrong: string[] = [];
	given.forEach((one, index) => {
		const { fault, message = '', httpStatus } = errors.get(index) ?? {};
		try {
			const isMistyped = fault === undefined && httpStatus === null;
			if (fault === 'invalidParameter' || isMistyped) {
				expect(one.value).not.toBe(facts.takes[0]);
				return expectNamed(trial, one, message);
			}
			expect(fault).not.toBe('noAnswer');
			sent += 1;
			expectArrived(facts, one, groups[sent - 1]);
		} catch (error) {
			const shown = (one.expression ?? JSON.stringify(one.value) ?? 'undefined').slice(0, 200);
			wrong.push(`${shown}: ${(error as Error).message}`);
		}
	});
	expect(wrong).toEqual([]);
	expect(groups).toHaveLength(sent);
	return requests;
}
