import fc from 'fast-check';

import { CONTRACTS, EACH } from '../contracts';
import type { DescribedField } from '../support/form';
import { useSimulator } from '../support/simulator';
import { formOf, tryField, type Trial } from './support/fieldTrial';
import {
	BROKEN_EXPRESSIONS,
	EVIL,
	generated,
	HOSTILE_EXPRESSIONS,
	HOSTILE_JSON,
	HOSTILE_TEXTS,
	SEED,
	spoilt,
	type Given,
} from './support/hostileValues';
import { useSocketWatch } from './support/sockets';
import { count, everyNth, howMany, isFull } from './support/totals';

const simulator = useSimulator();
const sockets = useSocketWatch();

const host = () => simulator().url.slice('http://'.length);

afterEach(() => {
	expect(sockets.attempts().filter((attempt) => attempt !== host())).toEqual([]);
	expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

/** Values as an item carries them: NaN is `null` there. */
const given = (values: readonly unknown[]): Given[] =>
	(JSON.parse(JSON.stringify(values)) as unknown[]).map((value) => ({ value }));

const withHost = (value: unknown): unknown =>
	typeof value === 'string' ? value.replaceAll(EVIL, `127.0.0.1:${sockets.evilPort()}`) : value;

/** Whether a value can stand in a parameter as it is: n8n takes the rest for expressions. */
const isLiteral = ({ value, expression }: Given) =>
	expression === undefined && !(typeof value === 'string' && value.startsWith('='));

/** Tries values between two good ones, which must not be lost. */
async function tryAll(trial: Trial, values: readonly Given[]): Promise<void> {
	const good: Given = { value: trial.facts.takes[0] };
	const filled = values.map((one) => ({ ...one, value: withHost(one.value) }));
	const tried = trial.field.property.noDataExpression
		? [good, ...filled.filter(isLiteral)].map((one) => [one])
		: [[good, ...filled, good]];
	count('hostile inputs tried', values.length);
	for (const all of tried) await tryField(simulator(), trial, all);
}

describe.each(EACH)(`%s (seed ${SEED})`, (_type, contract) => {
	const form = formOf(contract);
	const node = CONTRACTS.indexOf(contract);
	// How many requests an item makes depends on the payload.
	const paths = Object.keys(contract.fields).filter((path) => path !== 'payload');

	it.each(paths)('says what is wrong with %s, or sends it as it is', async (path) => {
		const field = form.find((candidate) => candidate.path === path) as DescribedField;
		const facts = contract.fields[path];
		const trial = { contract, field, facts };
		const usual = String(facts.takes[0]);
		const turn = node + paths.indexOf(path);
		const values = [...given([...spoilt(usual), ...HOSTILE_TEXTS, ...HOSTILE_JSON]), ...HOSTILE_EXPRESSIONS];
		await tryAll(trial, everyNth(values, howMany(2, 16), turn));
		if (!field.property.noDataExpression) {
			for (const broken of everyNth(BROKEN_EXPRESSIONS, howMany(3, 48), turn)) {
				count('hostile inputs tried');
				expect(await tryField(simulator(), trial, [broken])).toEqual([]);
			}
		}
		if (!isFull && turn % 4 !== 0) return;
		const some = fc.array(generated(usual), { minLength: howMany(10, 4), maxLength: howMany(20, 5) });
		await fc.assert(
			fc.asyncProperty(some, async (made) => await tryAll(trial, given(made))),
			{ seed: SEED + turn, numRuns: howMany(3, 1), endOnFailure: true },
		);
	});
});
