import { operationOf } from '../../tools/package';
import { answerOf, parametersOf, play } from './pure';
import { VALID_ITEMS } from './validItems';

/** An answer of a provider as the tests of the readers write it. */
export type Given = [httpStatus: number, body: unknown];

/** A credential that every node takes, and no address that exists. */
export const READING_CREDENTIAL = {
	...Object.fromEntries(
		['baseUrl', 'cryptoBaseUrl', 'operationsBaseUrl', 'cluster'].map((field) => [
			field,
			'https://api.example.com',
		]),
	),
	username: 'agent',
};

/**
 * What a node reads in one answer after the other, for a valid item. Left out is the provider's body,
 * which is handed on as it came, and what of it is secret, which the attacks on privacy look for.
 */
export async function read(name: string, ...answers: Given[]): Promise<object> {
	return await readWith(name, {}, ...answers);
}

/** The same with other parameters. */
export async function readWith(name: string, parameters: object, ...answers: Given[]): Promise<object> {
	const { node, operation } = operationOf(name);
	const values = parametersOf(node, { ...VALID_ITEMS[name].values, ...parameters });
	const given = answers.map(([status, body]) => answerOf(status, body));
	const { end } = await play(operation, values, READING_CREDENTIAL, given);
	return Object.fromEntries(
		Object.entries(end).filter(
			([key, value]) => key !== 'response' && key !== 'secrets' && value !== undefined,
		),
	);
}
