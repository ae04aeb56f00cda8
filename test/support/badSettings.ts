import type { INodeParameters } from 'n8n-workflow';

/** Something that is wrong for the whole node, whatever the items hold. */
export interface Setting {
	name: string;
	/** What the sentence must hold. */
	says: string;
	parameters: INodeParameters;
}

type Rule = [branch: string, codes: string[], otherCodes?: string];

function withRules(name: string, says: string, ...list: Rule[]): Setting {
	const rules = list.map(([branch, codes, otherCodes = '']) => ({ branch, codes, otherCodes }));
	return { name, says, parameters: { branchOn: 'statusCode', statusCodeRules: { rules } } };
}

/** Ways to set *Branch On* and its rules that cannot work. Takes a code of the node. */
export function badRules(code: string): Setting[] {
	const ask: Rule = ['Ask Again', [code]];
	const taken = "already in use: 'Ask Again'";
	return [
		withRules('no rule', 'at least one rule'),
		withRules('the rule as it is added', 'Rule 1', ['', []]),
		withRules('a second rule without a code', 'Rule 2 has no code', ask, ['Give Up', []]),
		withRules('a rule whose other codes are commas only', 'Rule 1 has no code', ['Ask Again', [], ' , ,']),
		withRules('a rule whose name is spaces', 'Rule 1 has no branch name', ['  ', [code]]),
		withRules('a name that differs by spaces only', taken, ask, [' Ask Again ', [], '9876']),
		withRules('the name of the first output', "already in use: 'Other'", ['Other', [code]]),
		withRules('a code in two rules', `code ${code} is in two rules`, ask, ['Give Up', [], `9876, ${code}`]),
		{
			name: 'a kind of branching that does not exist',
			says: "'Branch On' must be one of",
			parameters: { branchOn: 'message' },
		},
	];
}
