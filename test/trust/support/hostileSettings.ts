import type { INodeParameters } from 'n8n-workflow';

import { TIME } from './hostileValues';

/** A setting of the whole node, and what it takes. Written by hand. */
export interface HostileSetting {
	path: string;
	takes: (value: unknown) => boolean;
	/** Parameters that the setting needs to count. */
	with?: INodeParameters;
	/** What the UI calls it, where that is not its own label. */
	label?: string;
}

const isNothing = (value: unknown) => value === undefined || value === null;
const isSwitch = (value: unknown) => isNothing(value) || value === '' || typeof value === 'boolean';
const isName = (text: string) => /^.{1,100}$/s.test(text) && !['Other', 'Error'].includes(text);
const isCode = (value: unknown) =>
	value === TIME || typeof value === 'number' || (typeof value === 'string' && value.length <= 10_000);
const isCodes = (value: unknown) =>
	isNothing(value) || (Array.isArray(value) ? value.every(isCode) : isCode(value));

function whole(from: number, to: number): (value: unknown) => boolean {
	return (value) => {
		if (isNothing(value)) return true;
		const number = typeof value === 'string' && /^[0-9]{1,15}$/.test(value.trim()) ? Number(value) : value;
		return typeof number === 'number' && number % 1 === 0 && number >= from && number <= to;
	};
}

const rule = {
	branchOn: 'statusCode',
	statusCodeRules: { rules: [{ branch: 'Ask Again', codes: ['1056'], otherCodes: '9999' }] },
};
const label = 'Status Code Rules';

/** Every setting that a node may have. */
export const HOSTILE_SETTINGS: HostileSetting[] = [
	{ path: 'options.batching.batch.batchSize', takes: whole(1, 1000) },
	{ path: 'options.batching.batch.batchInterval', takes: whole(0, 3_600_000) },
	{ path: 'options.timeout', takes: whole(1, 600_000) },
	{ path: 'options.includeResponse', takes: isSwitch },
	{ path: 'revealCode', takes: isSwitch },
	{
		path: 'payload',
		takes: (value) => value === 'fields' || value === 'encrypted',
		with: Object.fromEntries([['token', 'AAAAAAAAAAAAAAAAAAAAAA==']]),
	},
	{
		path: 'branchOn',
		takes: (value) => ['outcome', 'singleOutput', 'statusCode'].includes(value as string),
		with: { statusCodeRules: rule.statusCodeRules },
	},
	{
		path: 'statusCodeRules.rules[0].branch',
		takes: (value) => value === TIME || (typeof value === 'string' && isName(value.trim())),
		with: rule,
		label,
	},
	{ path: 'statusCodeRules.rules[0].codes', takes: isCodes, with: rule, label },
	{
		path: 'statusCodeRules.rules[0].otherCodes',
		takes: (value) => isNothing(value) || isCode(value),
		with: rule,
		label,
	},
];
