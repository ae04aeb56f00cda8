import { outputCount, outputOf, readRouting, type Routing } from '../../../nodes/engine/fields/branching';
import { codes, parametersFrom } from '../support/example';

const label = {
	displayName: 'Status Code Rules',
	name: 'statusCodeRules',
	type: 'string',
	default: '',
} as const;
const read = (rules: unknown) =>
	readRouting('send', parametersFrom({ branchOn: 'statusCode', statusCodeRules: { rules } }, [label]));
const rule = (branch: unknown, otherCodes: unknown, chosen?: unknown) => ({
	branch,
	otherCodes,
	codes: chosen,
});

it('reads rules with their codes from the list and those that were typed', () => {
	expect(
		read([rule(' One ', ' 12, 12,, 13 ', ['10', 11]), rule('Two', 14, 'none'), rule('Three', null, ['15'])]),
	).toEqual({ branchOn: 'statusCode', rules: [['10', '11', '12', '12', '13'], ['none', '14'], ['15']] });
});

const NO_RULE = 'must have at least one rule';
const NO_NAME = 'are invalid: Rule 1 has no branch name';
const ADD_A_RULE = "Add a rule with a code and a branch name, or set 'Branch On' to 'Outcome'.";
const IN_USE = 'are invalid: Rule 1 has a branch name that is already in use:';
const OWN_NAME = "Give Rule 1 a unique branch name. The first output is called 'Other'.";
const A_CODE = "Select a code in 'Codes' of Rule 1, or enter one in 'Other Codes'.";
const ONLY_CODES = "Select codes in 'Codes' of Rule 1, or enter them in 'Other Codes', separated by commas.";
const LONG_NAME = 'are invalid: Rule 1 has a branch name of more than 100 characters';
const TWICE = 'are invalid: code 1 is in two rules';

it.each([
	[[], NO_RULE, ADD_A_RULE],
	['nothing', NO_RULE, ADD_A_RULE],
	[[rule(5, '1')], NO_NAME, "Fill in 'Branch Name' of Rule 1."],
	[[rule('  ', '1')], NO_NAME, "Fill in 'Branch Name' of Rule 1."],
	[[rule('A'.repeat(101), '1')], LONG_NAME, "Shorten 'Branch Name' of Rule 1."],
	[[rule('Other', '1')], `${IN_USE} 'Other'`, OWN_NAME],
	[[rule('Error', '1')], `${IN_USE} 'Error'`, OWN_NAME],
	[[rule('A', '1'), rule(' A ', '2')], `${IN_USE} 'A'`.replace('1', '2'), OWN_NAME.replace('1', '2')],
	[[rule('A', ' , ')], 'are invalid: Rule 1 has no code', A_CODE],
	[[rule('A', '1', [{}])], 'are invalid: Rule 1 contains a value that is not a code', ONLY_CODES],
	[[rule('A', '1'), rule('B', '', ['1'])], TWICE, 'Remove code 1 from one of the rules.'],
])('refuses the rules %j, and says what to do', (rules, refusal, description) => {
	const message = `'Status Code Rules' ${refusal}`;
	expect(() => read(rules)).toThrow(expect.objectContaining({ message, description }));
});

it('makes one output where there are no branches', () => {
	expect(outputCount('send', { branchOn: 'singleOutput' })).toBe(1);
});

it.each([
	['sent', 'OK', 1],
	['notSent', 'OK', 0],
	['notSent', 'WRONG', 2],
	['sent', 'WRONG', 0],
	['notSent', 'KEY', 2],
	['sent', 'KEY', 0],
	['notSent', '77', 3],
	['sent', '77', 0],
	['notSent', '99', 0],
	['notSent', '99 78', 3],
] as const)(
	'routes an item that is %s by any of its codes (%s) to output %i, and only a success to the rule of a success',
	(outcome, given, output) => {
		const routing: Routing = { branchOn: 'statusCode', rules: [['OK'], ['WRONG', 'KEY'], ['77', '78']] };
		const [statusCode, ...others] = given.split(' ');
		const reason = outcome === 'sent' ? 'accepted' : 'unclassified';
		const several = others.length > 0 && { statusCodes: [statusCode, ...others] };
		expect(outputOf({ kind: 'send', codes }, routing, { outcome, reason, statusCode, ...several })).toBe(
			output,
		);
	},
);
