import type { IDataObject } from 'n8n-workflow';

import { EACH } from '../../contracts';
import { OUTPUTS, type Field } from '../../contracts/contract';
import { withValue } from '../../contracts/paths';
import { TYPED } from '../../support/contracts';
import { allItems, indexOf, runNode } from '../../support/runs';
import { useSimulator } from '../../support/simulator';

const simulator = useSimulator();

it.each(TYPED)(
	'%s sends what people type into %s as the provider takes it, and sends nothing for what cannot be read',
	async (_node, label, contract, path, { typed, arrived, with: more }) => {
		const { spellings, reason, says } = typed as NonNullable<Field['typed']>;
		// A node with one output has none for what cannot be read: it refuses the item.
		const rows = OUTPUTS[contract.kind].length > 1 ? spellings : spellings.filter(([, is]) => is !== null);
		const options = { batching: { batch: { batchSize: 1 } } };
		const parameters = withValue(
			{ ...contract.samples.minimal.parameters, ...more, options },
			path,
			'={{ $json.typed }}',
		);
		const items = rows.map(([written]) => ({ typed: written }) as IDataObject);
		const execution = await runNode(contract, { parameters, items });
		expect(execution.status).toBe('success');

		const requests = simulator()
			.requests()
			.filter(({ method, path: called }) => `${method} ${called}` === contract.calls[0]);
		expect(requests.map((request) => arrived([request]))).toEqual(
			rows.map(([, arrives]) => arrives).filter((arrives) => arrives !== null),
		);
		const refused = allItems(execution)
			.filter(({ json }) => json.httpStatus === null)
			.sort((a, b) => indexOf(a) - indexOf(b));
		expect(refused.map(({ json, pairedItem }) => [rows[indexOf({ pairedItem })][1], json])).toEqual(
			rows
				.filter(([, arrives]) => arrives === null)
				.map(() => [
					null,
					expect.objectContaining({ reason, statusCode: '', message: `'${label}' ${says}`, response: null }),
				]),
		);
	},
);

/** A node that sends again needs a first message. */
const SENDS = EACH.filter(
	([, { kind, follows, fields }]) =>
		kind === 'send' && follows === undefined && Object.values(fields).some(isNumber),
);

function isNumber({ typed, recipient, empty }: Field): boolean {
	return typed !== undefined && empty === 'refused' && /^mobile/.test(recipient ?? '');
}

it.each(SENDS)(
	'%s sends the rest of a list of 1,000 in which 70 numbers cannot be read, in order, when it is to stop',
	async (_node, contract) => {
		const [[path]] = Object.entries(contract.fields).filter(([, field]) => isNumber(field));
		const numbers = Array.from({ length: 1000 }, (_, index) =>
			index % 100 < 7 ? `98765 432${index} or so` : `+91 ${String(9_800_000_000 + index)}`,
		);
		const parameters = withValue(contract.samples.minimal.parameters, path, '={{ $json.number }}');
		const items = numbers.map((number) => ({ number }));
		const { status, outputs } = await runNode(contract, { parameters, items });
		expect(status).toBe('success');
		const at = (label: string) => outputs[label].map(indexOf);
		const isMistyped = (index: number) => index % 100 < 7;
		const all = [...numbers.keys()];
		expect(at('Not Sent')).toEqual(all.filter(isMistyped));
		expect(at('Sent')).toEqual(all.filter((index) => !isMistyped(index)));
		const inbox = simulator().inbox();
		expect(inbox).toHaveLength(930);
		expect(new Set(inbox.map(({ to }) => to)).size).toBe(930);
	},
);
