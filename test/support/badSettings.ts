import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** Something that is wrong for the whole node, whatever the items hold. */
export interface Setting {
	name: string;
	parameters: INodeParameters;
	/** What the sentence must name. */
	names: string;
	says: string;
}

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
