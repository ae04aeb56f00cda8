import type { Fault } from '../../simulator';
import { EACH } from '../contracts';
import { OUTPUTS, type Answer, type Contract, type Field, type HttpAnswer } from '../contracts/contract';

/** The output of a node that grants, or the only one. */
export const bestOutput = ({ kind }: Pick<Contract, 'kind'>): string =>
	OUTPUTS[kind][OUTPUTS[kind].length - 1].label;

/** The output as n8n names it, which calls the only output of a node Success. */
export const labelInN8n = ({ kind }: Contract, label: string): string =>
	label === 'Error' || OUTPUTS[kind].length > 1 ? label : 'Success';

/** All answers of an item whose last one is given. */
export const allAnswers = (contract: Contract, last: HttpAnswer): HttpAnswer[] => [
	...(last.before ?? contract.before ?? []),
	last,
];

/** The documented success. */
export const successOf = (contract: Contract): Answer => contract.answers[bestOutput(contract)][0];

/** What a simulator gives to the next call that decides over an item. */
export function asFault({ calls }: Contract, { status, body, path }: HttpAnswer): Fault {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { kind: 'body', path: path ?? calls[calls.length - 1].split(' ')[1], status, body: text };
}

/** Every field that end users type into, in each of its forms. */
export const TYPED = EACH.flatMap(([node, contract]) =>
	Object.entries(contract.fields).flatMap(([path, field]) =>
		[field, ...(field.also ?? [])]
			.filter(({ typed }) => typed !== undefined)
			.map((form): [string, string, Contract, string, Field] => [node, form.label, contract, path, form]),
	),
);
