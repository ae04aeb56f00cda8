import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { isFault } from '../../nodes/engine/operation/faults';
import { isGranting } from '../../nodes/engine/operation/outcomes';
import type { ProviderAnswer } from '../../nodes/engine/operation/provider';
import { namedOutputNodes, operationOf } from '../../tools/package';
import { answerOf, parametersOf, play } from '../support/pure';
import { READING_CREDENTIAL } from '../support/read';
import { VALID_ITEMS } from '../support/validItems';

const HTTP_STATUSES = [200, 200, 200, 201, 204, 301, 302, 400, 401, 403, 404, 408, 422, 429, 500, 502, 504];

const NO_JSON_OBJECTS = [
	'<html><body>success</body></html>',
	'<response><status><success>true</success><code>200</code></status></response>',
	'<code>610</code>',
	'<code>createdId</code>',
	'<code>entity:true</code>',
	'<entity>true</entity>',
	'<status>success</status>',
	'{"status":"success","statusCode":"200","result":{"message":"x"',
	'"success"',
	'["success"]',
	'[{"entity":true}]',
	'true',
	'200',
];

const sealed = answerOf(200, { token: 'sealed' });

/** What stands in test/trust/grants.test.ts are JSON objects; these are answers that are none. */
describe.each(namedOutputNodes().map(({ description }) => description.name))('%s', (name) => {
	const { operation, node } = operationOf(name);
	const parameters = parametersOf(node, VALID_ITEMS[name].values as IDataObject);

	const grants = async (answer: ProviderAnswer) => {
		const answers = name.startsWith('wibmo') ? [sealed, sealed, answer] : [answer];
		const { end } = await play(operation, parameters, READING_CREDENTIAL, answers);
		return !isFault(end) && isGranting(operation.kind, end.outcome);
	};

	it('grants nothing for a body that is no JSON object, whatever it says', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...HTTP_STATUSES),
				fc.oneof(fc.string(), fc.constantFrom(...NO_JSON_OBJECTS)),
				async (status, given) => {
					expect(await grants(answerOf(status, given))).toBe(false);
				},
			),
			{ numRuns: 2000 },
		);
	});

	it.each(['otp ', 'wrong ', 'expired ', '<code>', '<message>', ' ', 'a'])(
		'grants nothing for a megabyte of "%s" in every place, and does not stop the n8n that it runs in',
		async (piece) => {
			const words = piece.repeat(1_000_000 / piece.length);
			const given = { status: 'FAILED', statusCode: 4, statusDesc: words, message: words, error: words };
			expect(await grants(answerOf(200, { ...given, errors: [{ code: 4, message: words }] }))).toBe(false);
			expect(await grants(answerOf(200, { ...given, status: 'success', result: { message: words } }))).toBe(
				false,
			);
			expect(await grants(answerOf(400, words))).toBe(false);
		},
	);
});
