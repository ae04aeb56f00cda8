import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** Something that is wrong for the whole node, whatever the items hold. */
export interface Setting {
	name: string;
	parameters: INodeParameters;
	/** What the sentence must hold. */
	says: string;
}

type Rule = [branch: string, codes: string[], otherCodes?: string];

function rules(...list: Rule[]): INodeParameters {
	const filled = list.map(([branch, codes, otherCodes = '']): IDataObject => ({ branch, codes, otherCodes }));
	return { branchOn: 'statusCode', statusCodeRules: { rules: filled } } as INodeParameters;
}

/** Ways to write the rules of *Branch On: Status Code* that cannot work. Takes a code of the node. */
export function badRules(code: string): Setting[] {
	const ask: Rule = ['Ask Again', [code]];
	const rows: Array<[name: string, parameters: INodeParameters, says: string]> = [
		['no rule', { branchOn: 'statusCode', statusCodeRules: {} }, 'at least one rule'],
		['an empty list of rules', rules(), 'at least one rule'],
		['the rule as it is added', rules(['', []]), 'Rule 1'],
		['a rule without a code', rules(['Ask Again', []]), 'Rule 1 has no code'],
		['a rule whose other codes are commas only', rules(['Ask Again', [], ' , ,']), 'Rule 1 has no code'],
		['a second rule without a code', rules(ask, ['Give Up', []]), 'Rule 2 has no code'],
		['a rule without a name', rules(['', [code]]), 'Rule 1 has no branch name'],
		['a rule whose name is spaces', rules(['  ', [code]]), 'Rule 1 has no branch name'],
		['a code in two rules', rules(ask, ['Give Up', [code]]), `code ${code} is in two rules`],
		[
			'a code that is chosen in one rule and typed in another',
			rules(ask, ['Give Up', [], `9876, ${code}`]),
			`code ${code} is in two rules`,
		],
		['a name that is used twice', rules(ask, ['Ask Again', [], '9876']), "already in use: 'Ask Again'"],
		[
			'a name that differs by spaces only',
			rules(ask, [' Ask Again ', [], '9876']),
			"already in use: 'Ask Again'",
		],
		['a rule with the name of the first output', rules(['Other', [code]]), "already in use: 'Other'"],
	];
	return [
		...rows.map(([name, parameters, says]) => ({ name, parameters, says })),
		{
			name: 'a kind of branching that does not exist',
			parameters: { branchOn: 'message' },
			says: "'Branch On' must be one of",
		},
	];
}
