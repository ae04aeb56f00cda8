import type { INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { packagedNodes } from '../../tools/package';
import { answerWith } from '../support/answers';
import { CONTRACT_CODES } from '../support/contractCodes';
import { savedCredentials, useSimulator } from '../support/simulator';
import { VALID_ITEMS } from '../support/validItems';

const simulator = useSimulator();
const MODES = ['outcome', 'statusCode', 'singleOutput'] as const;
let covered = 0;

async function outputFor(node: string, code: string, parameters: INodeParameters): Promise<string[]> {
	const { status, body, path } = answerWith(node, code);
	simulator().inject({ path, kind: 'body', status, body });
	const { credential, values } = VALID_ITEMS[node];
	const { outputs } = await execute(
		{ type: node, parameters: { ...values, ...parameters }, settings: { onError: 'continueErrorOutput' } },
		[{}],
		savedCredentials(credential),
	);
	return Object.entries(outputs).flatMap(([label, items]) => items.map(() => label));
}

afterAll(() => {
	process.stdout.write(
		`Status codes covered: ${covered} (node × code), each in ${MODES.length} branch modes\n`,
	);
});

describe.each(Object.entries(CONTRACT_CODES))('%s', (_title, { nodes, outputs }) => {
	describe.each(nodes)('%s', (node) => {
		it('has a table with exactly the codes that the provider documents', () => {
			const operation = packagedNodes().find(
				(candidate) => candidate.node.description.name === node,
			)?.operation;
			expect(operation?.codes.map(({ code }) => code).sort()).toEqual(Object.keys(outputs).sort());
		});

		it.each(Object.entries(outputs))('lets an item with code %s leave through %s', async (code, output) => {
			const isError = output === 'Error';
			expect(await outputFor(node, code, { branchOn: 'outcome' })).toEqual([output]);

			const rules = { rules: [{ branch: 'My Branch', codes: [], otherCodes: code }] };
			expect(await outputFor(node, code, { branchOn: 'statusCode', statusCodeRules: rules })).toEqual([
				isError ? 'Error' : 'My Branch',
			]);

			// n8n calls a single output "Success" when there is an error output beside it.
			expect(await outputFor(node, code, { branchOn: 'singleOutput' })).toEqual([
				isError ? 'Error' : 'Success',
			]);
			covered += 1;
		});

		it('lets a code that no table knows leave through no output that grants', async () => {
			const granting = Object.values(outputs).find((output) =>
				['Sent', 'Verified', 'Found', 'Redeemable', 'Redeemed'].includes(output),
			);
			const [output] = await outputFor(node, '7777', { branchOn: 'outcome' });
			expect(output).toBeDefined();
			expect(output).not.toBe(granting);
		});
	});
});
