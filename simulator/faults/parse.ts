import { isRecord } from '../shared/provider';
import type { Fault, FaultKind } from '../types';

const KINDS: readonly FaultKind[] = [
	'delay',
	'status',
	'redirect',
	'reset',
	'resetAfterHeaders',
	'halfJson',
	'empty',
	'html',
	'xml',
	'body',
	'neverEnds',
];

const TYPES: Record<Exclude<keyof Fault, 'kind' | 'headers'>, 'string' | 'number' | 'boolean'> = {
	provider: 'string',
	path: 'string',
	recipient: 'string',
	times: 'number',
	status: 'number',
	seconds: 'number',
	location: 'string',
	body: 'string',
	afterProcessing: 'boolean',
};

/**
 * Reads a fault that came over HTTP.
 * @returns the fault, or what is wrong with it
 */
export function parseFault(value: unknown): Fault | { error: string } {
	if (!isRecord(value)) return { error: 'the body has to be a JSON object' };
	if (!KINDS.some((kind) => kind === value.kind))
		return { error: `kind has to be one of ${KINDS.join(', ')}` };
	for (const [name, member] of Object.entries(value)) {
		if (name === 'kind') continue;
		if (name === 'headers') {
			if (isRecord(member) && Object.values(member).every((text) => typeof text === 'string')) continue;
			return { error: 'headers has to be an object of texts' };
		}
		const type = Object.entries(TYPES).find(([known]) => known === name)?.[1];
		if (!type) return { error: `unknown property ${name}` };
		if (typeof member !== type) return { error: `${name} has to be a ${type}` };
	}
	return value as unknown as Fault;
}
