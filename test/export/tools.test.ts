import type { INodeParameters } from 'n8n-workflow';

import { execute, register } from '../../tools/engine';
import { exportedNode, exportedPackages, offeredOperations } from '../../tools/export/exportedPackages';
import { contractOf } from '../contracts';
import { descriptionForModels } from '../support/descriptionForModels';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const OPERATIONS = exportedPackages().flatMap((exported) => {
	const node = exportedNode(exported);
	register(node);
	return offeredOperations(exported).map(({ resource, operation, part }) => {
		const contract = contractOf(part.node.description.name);
		const chosen = { resource: resource.value, operation: operation.value };
		return {
			...{ name: contract.node, tool: part.operation.tool, description: node.description, operation, chosen },
			parameters: { ...chosen, ...contract.samples.minimal.parameters } as INodeParameters,
			credential: contract.credentials[0],
		};
	});
});

const TOOLS = OPERATIONS.filter(({ tool }) => tool !== undefined);
const OTHERS = OPERATIONS.filter(({ tool }) => tool === undefined);

it('covers every operation', () => {
	expect([TOOLS.length, OTHERS.length]).toEqual([15, 7]);
});

it.each(TOOLS)('as an AI tool, $name tells a model what the separate node tells it', (one) => {
	expect(descriptionForModels(one, one.chosen)).toBe(one.tool);
});

it.each(TOOLS)(
	'as an AI tool, $name answers on the first output',
	async ({ description, parameters, ...one }) => {
		const type = `${description.name}Tool`;
		const { run } = await execute({ type, parameters }, [{}], savedCredentials(one.credential));
		const [first, ...others] = run.data.resultData.runData['Under Test'][0].data?.main ?? [];
		expect(first?.map(({ json }) => json.operation)).toEqual([parameters.operation]);
		expect(others.flatMap((items) => items ?? [])).toEqual([]);
	},
);

it.each(OTHERS)(
	'as an AI tool, $name is neither offered nor run',
	async ({ description, operation, parameters, ...one }) => {
		expect(operation.displayOptions?.hide).toEqual({ '@tool': [true] });
		const type = `${description.name}Tool`;
		const { status, error } = await execute({ type, parameters }, [{}], savedCredentials(one.credential));
		expect([status, error?.message]).toEqual(['error', "'Operation' must be one of the options of the tool"]);
		expect(simulator().requests()).toEqual([]);
	},
);

it.each(exportedPackages().map((exported) => [exported.provider, offeredOperations(exported)] as const))(
	'as an AI tool, %s selects an operation that it offers',
	(_provider, offered) => {
		const isHidden = ({ displayOptions }: { displayOptions?: object }) => displayOptions !== undefined;
		expect(isHidden(offered[0].resource)).toBe(false);
		const defaults = offered.filter(({ resource, isDefault }) => isDefault && !isHidden(resource));
		expect(defaults.filter(({ operation }) => isHidden(operation))).toEqual([]);
	},
);

it('does not run an operation that the node does not have', async () => {
	const [{ description, credential }] = OPERATIONS;
	const parameters = { resource: 'otp', operation: 'unknown' };
	const { error } = await execute({ type: description.name, parameters }, [{}], savedCredentials(credential));
	expect(error?.message).toBe("'Operation' must be one of the options of the node");
});
