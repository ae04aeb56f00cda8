import { describeFault, FAULTS as TEXTS_OF } from '../../nodes/engine/operation/faults';
import type { Kind } from '../../test/contracts/contract';
import type { Cell, Seen } from '../../test/trust/support/matrix/cells';
import { FAULTS } from '../../test/trust/support/matrix/faults';
import {
	NODES,
	OTHER_CALLS,
	VARIANTS,
	WITHOUT_CODE,
	type Stage,
	type Subject,
} from '../../test/trust/support/matrix/subjects';
import { MAY_HAVE_ACTED, type FaultWord } from '../../test/trust/support/matrix/verdicts';
import { madeBy, table } from './markdown';

/** What was seen of an item that met a fault, with Retry On Fail and an error output. */
export interface Observation {
	cell: Cell;
	seen: Seen;
}

/** An observation as the page shows it. */
interface Line {
	fault: string;
	nodes: string;
	/** Output, name, whether the provider has acted, and requests. */
	result: string[];
}

const KINDS: Record<Kind, string> = {
	send: 'Send, Generate, Retry, Resend',
	verify: 'Verify, Validate, Process Customer',
	redeem: 'Redeem',
	check: 'Check Points Redeemable with a code',
	fetch: 'Get OTP',
	customer: 'Get Customer',
	encrypt: 'Encrypt Payload',
	decrypt: 'Decrypt Payload',
};

const introduction = (cells: number) => `${madeBy('npm run docs:faults')}# Fault matrix

What happens to an item when its provider or the network fails, as observed in n8n's own engine.
\`npm run test:trust\` runs every cell: ${NODES.length} nodes, ${FAULTS.length} faults, every *On Error*, with and without
*Retry On Fail*, one item and several: ${cells.toLocaleString('en')} cells.

## The same in every cell

- A request that left reached the provider once, also with *Retry On Fail*, and no recipient got two messages.
  Only calls that change nothing at the provider (Get OTP, Get Customer, a check without a code,
  encrypting, decrypting) are repeated in each attempt.
- No item left through a success output without the provider's explicit yes for it.
- *Stop Workflow*: no item leaves, and no item after the faulted one is started. With *Retry On Fail*,
  the next attempt skips an item whose request left and continues after it. The workflow stops with
  the same message.
- *Continue (using error output)*: the faulted item leaves through the *Error* output, with its input fields
  and the object \`error\`. *Continue*: it leaves through the first output with \`error\` alone.
- The node's other items left as they do without a fault: in order, paired with their input, with all
  fields. A fault at the address (DNS, TCP, TLS) affects every item.
- If a provider's 429 says how long to wait, an item that leaves through a named output has it in
  \`retryAfterSeconds\`.

## Result for the item

*Name* is \`error.fault\`, or \`reason\` if the provider made the decision. *Acted* says whether the provider
may have acted on the request; in \`error.effect\`, *perhaps* is \`unknown\` and *no* is \`none\`. *Requests* counts
those that reached the provider for the faulted item with *Retry On Fail* and two attempts.
`;

const TEXTS = `
## Error messages

The message says what happened. The description says first whether something was sent, then what to do,
and ends with the HTTP status and the provider's message, if any. A stopped workflow shows the same.
`;

const HEAD = ['Fault', 'Nodes', 'Output', 'Name', 'Acted', 'Requests'];

const OTHERS: Record<Exclude<Stage, 'call'>, string> = {
	encrypt: `### Wibmo's encrypt call, before an operation

Nothing has been sent yet, so each attempt starts over. *Requests* are those of the operation.`,
	decrypt: `### Wibmo's decrypt call, after an operation

Wibmo has already acted, so the operation is never repeated.`,
	token: `### Capillary's access token, before a call as an API client

Without a token no request is made, and the fault affects every item. *Requests* are those of the call.`,
};

function lineOf({ cell: { subject, fault }, seen }: Observation, nodes: string): Line {
	const [{ output, said }] = seen.left;
	const acted = said.effect === 'unknown' ? 'perhaps' : 'no';
	const result =
		said.outcome === subject.outcome
			? ['as without a fault', '', 'yes']
			: [output, `\`${String(said.fault ?? said.reason)}\``, acted];
	return {
		fault: fault.name.replaceAll('__proto__', '`__proto__`'),
		nodes,
		result: [...result, String(seen.requests)],
	};
}

/** Groups what is equal, in the order of its first appearance. */
function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Array<[string, T[]]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		groups.set(key, [...(groups.get(key) ?? []), value]);
	}
	return [...groups];
}

const distinct = (values: readonly string[]) => [...new Set(values)];

/** One row for all nodes with the same result; faults with the same results share their rows. */
function tableOf(lines: readonly Line[]): string {
	const allNodes = distinct(lines.map(({ nodes }) => nodes));
	const byFault = groupBy(lines, ({ fault }) => fault).map(([fault, members]) => ({
		fault,
		results: groupBy(members, ({ result }) => result.join()).map(([, same]) => {
			const nodes = distinct(same.map((line) => line.nodes));
			return [nodes.length === allNodes.length ? 'all' : nodes.join(' · '), ...same[0].result];
		}),
	}));
	const rows = groupBy(byFault, ({ results }) => results.join('\n')).flatMap(([, alike]) =>
		alike[0].results.map((row, index) => [
			index === 0 ? alike.map(({ fault }) => fault).join(' · ') : '',
			...row,
		]),
	);
	return table(HEAD, rows);
}

const CHECK_WITHOUT_CODE = 'Check Points Redeemable without a code';

const kindOf = (subject: Subject) => (subject === WITHOUT_CODE ? CHECK_WITHOUT_CODE : KINDS[subject.kind]);

/** What happened, and what to do. */
const faultTexts = () =>
	table(
		['Name', 'Message', 'What to do'],
		(Object.keys(MAY_HAVE_ACTED) as FaultWord[]).map((fault) => [
			`\`${fault}\``,
			`${describeFault({ fault }, 'send', '*Provider*').message}.`,
			TEXTS_OF[fault].advice,
		]),
	);

/** What was sent. */
function effectTexts(): string {
	const effectOf = (kind: Kind, effectLeft: boolean) =>
		describeFault({ fault: 'noAnswer', effectLeft }, kind, '').description.replace(
			` ${TEXTS_OF.noAnswer.advice}`,
			'',
		);
	const acts = (kind: Kind) => NODES.some((subject) => subject.kind === kind && subject.acts);
	return table(
		['Nodes', 'If the provider may have acted', 'If it has not'],
		(Object.keys(KINDS) as Kind[]).flatMap((kind) => [
			[KINDS[kind], acts(kind) ? effectOf(kind, true) : '', effectOf(kind, false)],
			...(kind === 'check' ? [[CHECK_WITHOUT_CODE, '', effectOf(kind, false)]] : []),
		]),
	);
}

/** @returns for how many faults a node with other settings leaves its item as with the usual ones */
function comparisonOf(variant: Subject, observations: readonly Observation[]): string {
	const resultsOf = (isMeant: (subject: Subject) => boolean) =>
		observations
			.filter(({ cell }) => isMeant(cell.subject))
			.map((observation) => Object.values(lineOf(observation, '')).join());
	const usual = resultsOf((subject) => NODES.includes(subject) && subject.contract === variant.contract);
	const own = resultsOf((subject) => subject === variant);
	const same = own.filter((result) => usual.includes(result));
	return `- ${variant.title}: same result for ${same.length} of ${own.length} tested faults.`;
}

/**
 * @param observations one for each subject and fault
 * @param cells how many there are in the whole matrix
 * @returns the page `docs/fault-matrix.md`
 */
export function renderPage(observations: readonly Observation[], cells: number): string {
	const kinds = Object.keys(KINDS);
	const inOrder = [...observations].sort(
		(one, other) => kinds.indexOf(one.cell.subject.kind) - kinds.indexOf(other.cell.subject.kind),
	);
	const linesOf = (subjects: readonly Subject[], nameOf: (subject: Subject) => string) =>
		inOrder
			.filter(({ cell }) => subjects.includes(cell.subject))
			.map((observation) => lineOf(observation, nameOf(observation.cell.subject)));
	const others = Object.entries(OTHERS).flatMap(([stage, text]) => {
		const subjects = OTHER_CALLS.filter((subject) => subject.stage === stage);
		return ['', text, '', tableOf(linesOf(subjects, ({ title }) => title.replace(/: its .*/, '')))];
	});
	return [
		introduction(cells),
		tableOf(linesOf([...NODES, WITHOUT_CODE], kindOf)),
		'',
		'With other settings:',
		'',
		...VARIANTS.map((variant) => comparisonOf(variant, observations)),
		...others,
		TEXTS,
		faultTexts(),
		'',
		effectTexts(),
		'',
	].join('\n');
}
