import type { Answer } from '../shared/provider';
import { inputError } from './answers';

type Fields = Record<string, unknown>;

/** What is wrong with a required text field; undefined if nothing is. */
export function textProblem(fields: Fields, name: string): Answer | undefined {
	const value = fields[name];
	if (value === undefined || value === null || value === '') {
		return inputError(`requires property "${name}"`);
	}
	return typeof value === 'string' ? undefined : inputError('is not of a type(s) string');
}

/** What is wrong with an optional text field. */
export function optionalTextProblem(fields: Fields, name: string): Answer | undefined {
	return fields[name] === undefined ? undefined : textProblem(fields, name);
}

/** What is wrong with the ten-digit number of an Indian mobile. */
export function mobileProblem(fields: Fields): Answer | undefined {
	const problem = textProblem(fields, 'mobileNumber');
	if (problem) return problem;
	return /^\d{10}$/.test(String(fields.mobileNumber))
		? undefined
		: inputError('does not match pattern "^[0-9]{10}$"');
}

/**
 * A whole number that is sent as a number or as digits.
 * Assumption: both are accepted; the only sample quotes the number, the tables give no type.
 */
export function wholeNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
	return typeof value === 'string' && /^(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : undefined;
}
