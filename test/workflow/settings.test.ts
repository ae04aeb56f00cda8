import type { INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { contractOf } from '../contracts';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** Something that is wrong for the whole node, whatever the items hold. */
interface Setting {
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
function badRules(code: string): Setting[] {
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

const ITEMS = [{ id: 0 }, { id: 1 }];

/** The values that each option refuses are those of its reader. */
const BAD_OPTION: Setting = {
	name: 'a wrong option',
	says: "'Items per Batch' must be",
	parameters: { options: { batching: { batch: { batchSize: '={{ [5] }}' } } } },
};

const NO_SIGN_IN: Setting = {
	name: 'a way to sign in that does not exist',
	says: "'Authentication' must be one of client, till",
	parameters: { authentication: 'token' },
};

describe.each<[type: string, settings: Setting[]]>([
	['hyperVergeSendEmailOtp', [...badRules('429'), BAD_OPTION]],
	['capillaryGetOtp', [NO_SIGN_IN]],
])('%s', (type, cases) => {
	const { credentials, samples } = contractOf(type);

	it.each(cases)('sends nothing with $name, and says so for each item', async ({ parameters, says }) => {
		const node = { type, parameters: { ...samples.minimal.parameters, ...parameters } };
		const saved = savedCredentials(credentials[0]);
		const { status, error } = await execute(node, ITEMS, saved);
		expect(status).toBe('error');
		expect(error?.message).toContain(says);
		expect(error?.description).toMatch(/^[A-Z].*\.$/s);

		const settings = { onError: 'continueErrorOutput' as const };
		const { outputs } = await execute({ ...node, settings }, ITEMS, saved);
		const told = { fault: 'invalidParameter', message: error?.message };
		expect(outputs.Error.map(({ json }) => json)).toEqual(
			ITEMS.map((item) => ({ ...item, error: expect.objectContaining(told) as object })),
		);
		expect(Object.values(outputs).flat()).toHaveLength(2);
		expect(simulator().requests()).toEqual([]);
	});
});
