import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../simulator';
import { CONTRACTS } from '../../contracts';
import {
	OUTPUTS,
	type Contract,
	type CredentialType,
	type Grants,
	type HttpAnswer,
	type Parts,
} from '../../contracts/contract';
import { bestOutput } from '../../support/contracts';

/** What the provider answers to one item, or what happens instead. */
export interface Answer extends Fault {
	name: string;
}

const answer = (name: string, body: unknown, more: Partial<Fault> = {}): Answer => ({
	name,
	kind: 'body',
	body: JSON.stringify(body),
	...more,
});

/** A node that lets a user through, and how its provider speaks. */
export interface GrantingNode {
	type: string;
	credential: CredentialType;
	provider: string;
	/** The output that lets a user through, and the item that leaves there. */
	grants: { label: string; outcome: string; reason?: string };
	/**
	 * The codes of a success, and one of a refusal, as a *Status Code* rule would name them; and those
	 * of what a look-up finds besides, which a rule takes that names them.
	 */
	codes: { yes: string[]; no: string; foundToo: string[] };
	/** Parameters that read from the item. */
	parameters: INodeParameters;
	/** The nth item. Every value that is its own holds its mark, which is in no other's. */
	item: (n: number) => IDataObject & { mark: string };
	/** The path of the call whose answer decides. */
	path: string;
	/** The paths of the other calls, which can fail. */
	otherPaths: string[];
	/** The explicit success for the item, with what the provider repeats of it. */
	yes: (item: IDataObject) => Answer;
	/** An explicit refusal. */
	no: Answer;
	/** Answers that are no success for this item, however much they look like one. */
	notYes: (item: IDataObject) => Answer[];
}

/** Every way of writing a refusal or a half-truth with a success in it. */
function distorted(yes: IDataObject, no: unknown): Answer[] {
	const { response = yes } = yes;
	return [
		...(
			[
				['the success in a list', [yes]],
				['the success under another name', { data: { inner: { more: yes } } }],
				['the success as an escaped text in a text', JSON.stringify(JSON.stringify(yes))],
				['the success inside of the refusal', { ...(no as IDataObject), more: yes }],
				[
					'the success in a refused item',
					{ response: { more: response, item_status: { success: 'false' } } },
				],
				['nothing but yes', { success: true, verified: true, valid: true, ok: 'yes', code: 200 }],
				['a yes of another shape', { success: true, code: 610, message: 'OTP validated' }],
				['the misspelt key of a page', { entiry: true, warnings: [] }],
				['the word success', 'success'],
				['the word true', true],
			] as const
		).map(([name, body]) => answer(name, body)),
		...[
			...['<response><entity>true</entity><code>538AD87</code></response>', '<status>success</status>'],
			...['<entity>true</entity>', '<code>610</code>', '<code>entity:true</code>'],
		].map((body) => answer(`the yes in XML ${body}`, '', { body })),
	];
}

/** So many of a list, spread over it. */
export function spread<T>(list: readonly T[], most: number): T[] {
	const step = Math.max(1, list.length / most);
	return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** Where a value of a sample tells items from each other. */
const OWN = /[0-9]{6}$|(?<=^[A-Za-z-]+)1$|(?=@)/;

/** The values of parameters that are told apart, by the names of their fields. */
function ownValues(parameters: INodeParameters): Record<string, string> {
	return Object.fromEntries(
		Object.entries(parameters).flatMap(([name, value]) => {
			if (typeof value === 'object') return Object.entries(ownValues(value as INodeParameters));
			return typeof value === 'string' && OWN.test(value) ? [[name, value]] : [];
		}),
	);
}

/** Reads those values from the item. */
const fromItem = (parameters: INodeParameters, own: object): INodeParameters =>
	JSON.parse(
		JSON.stringify(parameters, (name, value: unknown) => (name in own ? `={{ $json.${name} }}` : value)),
	) as INodeParameters;

const deciding = ({ answers }: Grants, parts: Parts) => answers(parts).slice(-1)[0];

/** The parts of the success in JSON that repeats most of what was given. */
function successOf(grants: Grants, given: readonly string[], codes: readonly string[]): Parts {
	const goods = Object.entries(grants.parts).map(([name, { good }]) => [name, good]);
	const all = fc.record(Object.fromEntries(goods) as Record<string, fc.Arbitrary<unknown>>);
	const repeats = (parts: Parts) => {
		const text = JSON.stringify(deciding(grants, parts).body);
		return given.filter((value) => text.includes(value)).length;
	};
	return fc
		.sample(all, { numRuns: 1000, seed: 1 })
		.filter(({ statusCode = codes[0] }) => codes.includes(String(statusCode)))
		.filter((parts) => typeof deciding(grants, parts).body === 'object')
		.reduce((best, parts) => (repeats(parts) > repeats(best) ? parts : best));
}

const named = (name: string, { status, body, path }: HttpAnswer): Answer =>
	answer(name, body, {
		status,
		...(typeof body === 'string' && { body }),
		...(path !== undefined && { path }),
	});

/** Answers that are a success but for one part. */
function partlyWrong(grants: Grants, yes: Parts): Answer[] {
	const earlier = (parts: Parts) => JSON.stringify(grants.answers(parts).slice(0, -1));
	return Object.entries(grants.parts)
		.flatMap(([name, { bad }]) =>
			bad === undefined ? [] : fc.sample(bad, { numRuns: 40, seed: 1 }).map((value) => ({ name, value })),
		)
		.map(({ name, value }) => ({ name, value, parts: { ...yes, [name]: value } }))
		.filter(({ parts }) => earlier(parts) === earlier(yes))
		.map(({ name, value, parts }) =>
			named(`a success with ${name} as ${JSON.stringify(value)}`, deciding(grants, parts)),
		);
}

function granting(contract: Contract): GrantingNode {
	const { answerWith, codes, kind, provider, credentials, calls, samples } = contract;
	const label = bestOutput(contract);
	const best = OUTPUTS[kind][OUTPUTS[kind].length - 1];
	const codesOf = (isMeant: (output: string) => boolean) =>
		Object.keys(codes).filter((known) => isMeant(codes[known]));
	const isFound = (output: string) =>
		OUTPUTS[kind].some((other) => other.label === output && other.outcome === best.outcome);
	const yesCodes = codesOf((output) => output === label);
	const foundToo = codesOf((output) => isFound(output) && output !== label);
	const refusals = OUTPUTS[kind].map((output) => output.label).filter((output) => !isFound(output));
	const [noCode] = refusals.reverse().flatMap((refusal) => codesOf((output) => output === refusal));

	const values = { ...samples.minimal.parameters, ...contract.grants[0].parameters };
	const own = ownValues(values);
	const ofItem = <T>(item: IDataObject, value: T): T =>
		JSON.parse(
			Object.entries(own).reduce(
				(text, [name, given]) => text.replaceAll(given, String(item[name])),
				JSON.stringify(value),
			),
		) as T;

	const paths = calls.map((call) => call.split(' ')[1]);
	const otherPaths = paths.slice(0, -1);
	const successes = contract.grants.map((grants) => successOf(grants, Object.values(own), yesCodes));
	const yes = deciding(contract.grants[0], successes[0]).body as IDataObject;
	const refusal = answerWith(noCode);
	const inTheClear = otherPaths.flatMap((path) =>
		[200, 201, 400].map((status) => answer(`the success from ${path}`, yes, { status, path })),
	);
	const notYes = [
		...distorted(yes, refusal.body),
		...inTheClear,
		...codesOf((output) => output !== label).map((code) => named(`the code ${code}`, answerWith(code))),
		...contract.grants.flatMap((grants, index) => spread(partlyWrong(grants, successes[index]), 80)),
	];
	return {
		type: contract.node,
		credential: credentials[0],
		provider,
		grants: best,
		codes: { yes: yesCodes, no: noCode, foundToo },
		parameters: fromItem(values, own),
		item: (n) => {
			const mark = String(410_001 + n);
			const members = Object.entries(own).map(([name, value]) => [name, value.replace(OWN, mark)]);
			return { ...(Object.fromEntries(members) as IDataObject), mark };
		},
		path: paths[paths.length - 1],
		otherPaths,
		yes: (item) => ofItem(item, answer('a success', yes)),
		no: named('a refusal', refusal),
		notYes: (item) => ofItem(item, notYes),
	};
}

/** Every node that verifies or redeems, and the look-ups that let somebody go on. */
export const GRANTING_NODES: readonly GrantingNode[] = CONTRACTS.filter(
	({ grants, kind }) => grants.length > 0 && kind !== 'send',
).map(granting);

/** Faults of each kind; all of them are in faultMatrix.test.ts, for every node and every setting. */
export const FAULTS: readonly Answer[] = [
	answer('401 in JSON', { message: 'Unauthorized' }, { status: 401 }),
	...[400, 408, 429, 503].map((status): Answer => ({ name: `HTTP ${status}`, kind: 'status', status })),
	{ name: 'a redirect', kind: 'redirect' },
	{ name: 'a reset', kind: 'reset' },
	{ name: 'half a JSON', kind: 'halfJson' },
	{ name: 'nothing with 200', kind: 'empty' },
	{ name: 'HTML with 200', kind: 'html' },
];
