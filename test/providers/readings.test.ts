import type { IDataObject } from 'n8n-workflow';

import { isFault } from '../../nodes/engine/operation/faults';
import { branchIndex, BRANCHES } from '../../nodes/engine/operation/outcomes';
import { operationOf } from '../../tools/package';
import { answerWith } from '../support/answers';
import { CONTRACT_CODES } from '../support/contractCodes';
import { answerOf, parametersOf, play } from '../support/pure';
import { READING_CREDENTIAL } from '../support/read';
import { VALID_ITEMS } from '../support/validItems';

const SEALED = 'c2VhbGVkIHBheWxvYWQ=';

/** The output that an answer with a code leads to. */
async function outputFor(name: string, code: string): Promise<string> {
	const { node, operation } = operationOf(name);
	const parameters = parametersOf(node, VALID_ITEMS[name].values as IDataObject);
	const { status, body, path } = answerWith(name, code);
	const answer = answerOf(status, body);
	const sealed = answerOf(200, { token: SEALED });
	const isSealed = name.startsWith('wibmo') && name.endsWith('Otp');
	const answers = !isSealed
		? [answer]
		: path.endsWith('decrypt')
			? [sealed, sealed, answer]
			: [sealed, answer];
	const { end } = await play(operation, parameters, READING_CREDENTIAL, answers);
	return isFault(end) ? 'Error' : BRANCHES[operation.kind][branchIndex(operation.kind, end)].label;
}

it('hands the body on as JSON, or as text where it is none', async () => {
	const { node, operation } = operationOf('capillaryValidateOtp');
	const parameters = parametersOf(node, VALID_ITEMS.capillaryValidateOtp.values as IDataObject);
	const given = async (body: unknown) =>
		(await play(operation, parameters, READING_CREDENTIAL, [answerOf(400, body)])).end;
	expect(await given({ entity: false })).toMatchObject({ response: { entity: false } });
	const xml = '<response><code>605</code></response>';
	expect(await given(xml)).toMatchObject({ response: xml });
});

describe.each(Object.entries(CONTRACT_CODES))('%s', (_title, { nodes, outputs }) => {
	it.each(nodes)('%s lets every code of the contract leave where it belongs', async (node) => {
		const leave = await Promise.all(
			Object.keys(outputs).map(async (code) => [code, await outputFor(node, code)] as const),
		);
		expect(Object.fromEntries(leave)).toEqual(outputs);
	});
});
