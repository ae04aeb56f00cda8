import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Setting } from './refusals';

function rules(...list: IDataObject[]): INodeParameters {
	const filled = list.map((rule) => ({ branch: '', codes: [], otherCodes: '', ...rule }));
	return { branchOn: 'statusCode', statusCodeRules: { rules: filled } } as INodeParameters;
}

const names = "'Status Code Rules'";

/** Ways to write the rules of *Branch On: Status Code* that cannot work. Takes a code of the node. */
export function badRules(code: string): Setting[] {
	return [
		{
			name: 'Status Code and no rule',
			parameters: { branchOn: 'statusCode', statusCodeRules: {} },
			names,
			says: 'at least one rule',
		},
		{ name: 'Status Code and an empty list of rules', parameters: rules(), names, says: 'at least one rule' },
		{ name: 'Status Code and the rule as it is added', parameters: rules({}), names, says: 'Rule 1' },
		{
			name: 'a rule without a code',
			parameters: rules({ branch: 'Ask Again' }),
			names,
			says: 'Rule 1 has no code',
		},
		{
			name: 'a rule whose other codes are commas only',
			parameters: rules({ branch: 'Ask Again', otherCodes: ' , ,' }),
			names,
			says: 'Rule 1 has no code',
		},
		{
			name: 'a second rule without a code',
			parameters: rules({ branch: 'Ask Again', codes: [code] }, { branch: 'Give Up' }),
			names,
			says: 'Rule 2 has no code',
		},
		{
			name: 'a rule without a name',
			parameters: rules({ codes: [code] }),
			names,
			says: 'Rule 1 has no branch name',
		},
		{
			name: 'a rule whose name is spaces',
			parameters: rules({ branch: '  ', codes: [code] }),
			names,
			says: 'Rule 1 has no branch name',
		},
		{
			name: 'a code in two rules',
			parameters: rules({ branch: 'Ask Again', codes: [code] }, { branch: 'Give Up', codes: [code] }),
			names,
			says: `code ${code} is in two rules`,
		},
		{
			name: 'a code that is chosen in one rule and typed in another',
			parameters: rules(
				{ branch: 'Ask Again', codes: [code] },
				{ branch: 'Give Up', otherCodes: `9876, ${code}` },
			),
			names,
			says: `code ${code} is in two rules`,
		},
		{
			name: 'a name that is used twice',
			parameters: rules({ branch: 'Ask Again', codes: [code] }, { branch: 'Ask Again', otherCodes: '9876' }),
			names,
			says: "already in use: 'Ask Again'",
		},
		{
			name: 'a name that differs by spaces only',
			parameters: rules(
				{ branch: 'Ask Again', codes: [code] },
				{ branch: ' Ask Again ', otherCodes: '9876' },
			),
			names,
			says: "already in use: 'Ask Again'",
		},
		{
			name: 'a rule with the name of the first output',
			parameters: rules({ branch: 'Other', codes: [code] }),
			names,
			says: "already in use: 'Other'",
		},
		{
			name: 'a kind of branching that does not exist',
			parameters: { branchOn: 'message' },
			names: "'Branch On'",
			says: 'must be one of',
		},
	];
}

function batch(fields: INodeParameters): INodeParameters {
	return { options: { batching: { batch: fields } } };
}

/** Values of *Options* that cannot work. */
export const BAD_OPTIONS: Setting[] = [
	...[0, -1, 1.5, 1001, 'ten', '={{ [5] }}', '={{ true }}'].map((batchSize) => ({
		name: `batches of ${batchSize}`,
		parameters: batch({ batchSize }),
		names: "'Items per Batch'",
		says: 'must be a whole number from 1 to 1000',
	})),
	...[-1, 0.5, 3_600_001, 'soon'].map((batchInterval) => ({
		name: `a batch interval of ${batchInterval}`,
		parameters: batch({ batchInterval }),
		names: "'Batch Interval (Ms)'",
		says: 'must be a whole number from 0 to 3600000',
	})),
	...[0, -1, 0.5, 600_001, 'long', '={{ ({}) }}'].map((timeout) => ({
		name: `a timeout of ${timeout}`,
		parameters: { options: { timeout } },
		names: "'Timeout'",
		says: 'must be a whole number from 1 to 600000',
	})),
	...['={{ "false" }}', '={{ 0 }}', '={{ ({}) }}'].map((includeResponse) => ({
		name: `Include Provider Response set to ${includeResponse}`,
		parameters: { options: { includeResponse } },
		names: "'Include Provider Response'",
		says: 'must be true or false',
	})),
];

/**
 * Addresses that a credential must not hold, because secrets would travel in the clear, or to a
 * place that nobody named.
 *
 * @param field the credential's field
 * @param label the field as the credential's dialog calls it
 * @param others fields of the credential that are needed for this one to count
 */
export function badAddresses(field: string, label: string, others: IDataObject = {}): Setting[] {
	const addresses: Array<[string, unknown]> = [
		['http on another host', 'http://api.example.com'],
		['http on a host that begins like this machine', 'http://127.0.0.1.example.com'],
		['http on a host that begins with localhost', 'http://localhost.example.com'],
		['http on a private address', 'http://203.0.113.7'],
		['a user name and password', 'https://someone:hidden-word@api.example.com'],
		['a user name', 'http://someone@127.0.0.1'],
		['a query', 'https://api.example.com/?to=elsewhere'],
		['a fragment', 'https://api.example.com/#elsewhere'],
		['no scheme', 'api.example.com'],
		['another scheme', 'ftp://api.example.com'],
		['a script', 'javascript:alert(1)'],
		['words', 'not a URL'],
		['a space in the host', 'https://api.exa mple.com'],
		['a line break', 'https://api.example.com\r\nX-Injected: 1'],
		['a backslash', 'https:\\\\api.example.com'],
		['nothing', ''],
		['spaces only', '   '],
		['null', null],
		['a number', 127],
		['an object', { href: 'https://api.example.com' }],
	];
	return addresses.map(([name, address]) => ({
		name: `${name} as '${label}' in the credential`,
		credential: { ...others, [field]: address } as IDataObject,
		names: `'${label}' in the credential`,
		says: 'must be a URL that begins with https://',
		hides: 'hidden-word',
	}));
}

/** One of {@link badAddresses}, for a node that shares its credential with a node that is tried with all. */
export function aBadAddress(field: string, label: string, others: IDataObject = {}): Setting[] {
	return badAddresses(field, label, others).slice(0, 1);
}

/** A node for which nobody chose a credential. */
export const NO_CREDENTIAL: Setting = {
	name: 'no credential',
	credential: null,
	names: 'credential',
	says: 'credential',
};
