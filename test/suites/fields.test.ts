import type { INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { operationOf } from '../../tools/package';
import { EACH } from '../contracts';
import { OUTPUTS, type Contract, type Field } from '../contracts/contract';
import { withValue } from '../contracts/paths';
import { allAnswers, successOf } from '../support/contracts';
import { fieldsOf } from '../support/form';
import { UNFRIENDLY } from '../support/patterns';
import { itemOf } from '../support/pure';

/** Settings of the whole node, which stand in no request. */
const SETTINGS = ['branchOn', 'statusCodeRules', 'options', 'revealCode'];

/** Whether a value could tell somebody an address, a number or a code. */
const isPersonal = (value: unknown, says: string): value is string =>
	typeof value === 'string' &&
	/[0-9@]/.test(value) &&
	value.trim().length > 4 &&
	!says.includes(value.trim());

interface Trial {
	contract: Contract;
	path: string;
	field: Field;
}

const parametersWith = ({ contract, path, field }: Trial, value: unknown): INodeParameters =>
	withValue({ ...contract.samples.minimal.parameters, ...field.with }, path, value);

const itemWith = (trial: Trial, value: unknown) =>
	itemOf(trial.contract.node, parametersWith(trial, value), trial.field.credential);

async function arrivedOf(trial: Trial, value: unknown): Promise<unknown> {
	const { contract, field } = trial;
	const { requests } = await itemWith(trial, value).answered(allAnswers(contract, successOf(contract)));
	return field.arrived(requests);
}

/** What is said of a value that is refused, and what to do about it. */
function refusalOf(trial: Trial, value: unknown): { message: string; description: string } {
	try {
		itemWith(trial, value);
	} catch (error) {
		return error as { message: string; description: string };
	}
	return { message: 'It is not refused.', description: '' };
}

describe.each(EACH)('%s', (node, contract) => {
	const labels = OUTPUTS[contract.kind];
	const form = fieldsOf(operationOf(node).node.description).filter(
		({ path }) => !SETTINGS.includes(path.split('.')[0]),
	);

	it('has exactly the documented fields in its form, under their labels', () => {
		expect(Object.fromEntries(form.map(({ path, label }) => [path, label]))).toEqual(
			Object.fromEntries(Object.entries(contract.fields).map(([path, { label }]) => [path, label])),
		);
	});

	it('takes every choice that its form offers', () => {
		for (const { path, property } of form.filter(({ property: { type } }) => type === 'options')) {
			const offered = (property.options as INodePropertyOptions[]).map(({ value }) => value);
			const { takes, also = [] } = contract.fields[path];
			const taken = [...takes, ...also.flatMap((field) => field.takes)];
			expect([path, taken]).toEqual([path, expect.arrayContaining(offered)]);
		}
	});

	it('refuses values that do not go together', () => {
		for (const { parameters, message, advice } of contract.refuses ?? []) {
			const refused = () => itemOf(node, { ...contract.samples.minimal.parameters, ...parameters });
			expect(refused).toThrow(
				expect.objectContaining({ message, ...(advice !== undefined && { description: advice }) }),
			);
		}
	});

	const trials = Object.entries(contract.fields).flatMap(([path, field]) =>
		[field, ...(field.also ?? [])].map((form_): [string, Trial] => [
			form_.with === undefined ? path : `${path} with ${JSON.stringify(form_.with)}`,
			{ contract, path, field: form_ },
		]),
	);

	const arriving = trials.filter(([, { field }]) => field.signs === undefined);

	it.each(arriving)('sends what works where it belongs: %s', async (_name, trial) => {
		const { takes, arrives } = trial.field;
		for (const value of takes)
			expect([value, await arrivedOf(trial, value)]).toEqual([value, arrives(value)]);
	});

	it.each(trials)('sends nothing for what is wrong, and says what it must be: %s', (_name, trial) => {
		const { label, refuses } = trial.field;
		for (const { value, says, advice } of refuses) {
			const { message, description } = refusalOf(trial, value);
			expect([value, message]).toEqual([value, says.startsWith("'") ? says : `'${label}' ${says}`]);
			if (advice === undefined) expect(description).toMatch(/^[A-Z].*\.$/s);
			else expect(description).toBe(advice);
			expect(`${message} ${description}`).not.toMatch(UNFRIENDLY);
			if (isPersonal(value, says)) expect(`${message} ${description}`).not.toContain(value.trim());
		}
	});

	for (const [name, trial] of trials.filter(([, { field }]) => field.typed !== undefined)) {
		it(`reads what people type as one value, or says what it must be without sending anything: ${name}`, async () => {
			const { label, identifies, recipient, typed } = trial.field;
			const { spellings, reason, says } = typed as NonNullable<Field['typed']>;
			for (const [written, arrives] of spellings) {
				if (arrives === null && labels.length > 1) {
					const item = itemWith(trial, written);
					const answered = await item.answered([]);
					expect([written, answered.requests, answered.says]).toEqual([
						written,
						[],
						{ reason, message: `'${label}' ${says}` },
					]);
				} else if (arrives === null) {
					expect(refusalOf(trial, written).message).toBe(`'${label}' ${says}`);
				} else {
					expect([written, await arrivedOf(trial, written)]).toEqual([written, arrives]);
					const [item, plain] = [itemWith(trial, written), itemWith(trial, arrives)];
					if (recipient !== undefined) expect(item.recipients).toEqual(plain.recipients);
					if (identifies === true) expect(item.identity).toEqual(plain.identity);
				}
			}
		});
	}

	for (const [name, trial] of arriving.filter(([, { field }]) => field.empty !== 'refused')) {
		it(`does without a value what is documented: ${name}`, async () => {
			const { empty, empties } = trial.field;
			for (const value of empties) {
				const arrived = await arrivedOf(trial, value);
				if (empty === 'absent') expect(arrived).toBeUndefined();
				else if (empty instanceof RegExp) expect(arrived).toMatch(empty);
				else expect({ is: arrived }).toEqual(empty);
			}
		});
	}

	it.each(trials)('shows its value only as its role allows: %s', (_name, trial) => {
		const { takes, recipient, secret } = trial.field;
		const [value] = takes;
		const { recipients, secrets } = itemWith(trial, value);
		expect(recipients.includes(String(value))).toBe(recipient !== undefined);
		expect(secrets.includes(String(value))).toBe(secret !== undefined);
	});

	it.each(arriving)(
		'makes another request only with another value of a field that identifies it: %s',
		async (_name, trial) => {
			const { takes, identifies } = trial.field;
			const before = itemOf(node, { ...contract.samples.minimal.parameters, ...trial.field.with });
			const { requests } = await before.answered(allAnswers(contract, successOf(contract)));
			const arrivedBefore = trial.field.arrived(requests);
			for (const value of takes) {
				const isOther = (await arrivedOf(trial, value)) !== arrivedBefore;
				const { identity } = itemWith(trial, value);
				expect([value, JSON.stringify(identity) !== JSON.stringify(before.identity)]).toEqual([
					value,
					isOther && identifies === true,
				]);
			}
		},
	);
});
