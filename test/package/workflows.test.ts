import { getChildNodes, type INode } from 'n8n-workflow';

import { isOfPackage, outputsOf, typeInPackage } from '../../playground/demo/branches';
import { readExamples } from '../../playground/exampleWorkflows';
import type { WorkflowFile } from '../../tools/n8n/restClient';
import { allNodes } from '../../tools/package';
import { read } from '../support/sources';

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
const TRIGGER = /[tT]rigger$|\.webhook$/;
/** What n8n's canvas draws a node with, in its pixels. */
const NODE_SIZE = 96;
const HANDLE_DISTANCE = 32;
const ROOM_FOR_THE_NAME = { beside: 40, below: 50 };
/** The nodes on which an execution may end, because they answer somebody or tell something. */
const ENDS = /\.(stopAndError|respondToWebhook|noOp|summarize|set|form)$/;

/**
 * The highest `typeVersion` of each of n8n's nodes in n8n 1.85.4, the oldest that the package supports:
 * `version` in the descriptions of n8n-nodes-base 1.84.0. Every newer n8n runs these too.
 */
const HIGHEST_VERSION: Record<string, number> = {
	errorTrigger: 1,
	form: 1,
	formTrigger: 2.2,
	if: 2.2,
	manualTrigger: 1,
	merge: 3.1,
	noOp: 1,
	respondToWebhook: 1.1,
	scheduleTrigger: 1.2,
	set: 3.4,
	splitInBatches: 3,
	splitOut: 1,
	stickyNote: 1,
	stopAndError: 1,
	summarize: 1.1,
	wait: 1.1,
	webhook: 2,
};

let files: Array<[string, WorkflowFile]>;
beforeAll(async () => (files = [...(await readExamples())]));

/** The places, over all files, for which a check says something. */
function found(check: (file: WorkflowFile, key: string) => string[]): string[] {
	return files.flatMap(([key, file]) => check(file, key).map((what) => `${key}: ${what}`));
}

const nodesOf = ({ nodes }: WorkflowFile): INode[] => nodes.filter(({ type }) => type !== STICKY_NOTE);
const notesOf = ({ nodes }: WorkflowFile): INode[] => nodes.filter(({ type }) => type === STICKY_NOTE);
const connectionsFrom = ({ connections }: WorkflowFile, { name }: INode) => connections[name]?.main ?? [];

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOfNote({ name, position: [left, top], parameters }: INode): Box {
	return { name, left, top, right: left + Number(parameters.width), bottom: top + Number(parameters.height) };
}

function boxOfNode(node: INode): Box {
	const { name, position, parameters } = node;
	const outputs = isOfPackage(node) ? outputsOf(node).length : 2;
	const handles = Math.max(outputs, Number(parameters.numberInputs ?? 1));
	const [x, y] = position;
	return {
		name,
		left: x - ROOM_FOR_THE_NAME.beside,
		top: y,
		right: x + NODE_SIZE + ROOM_FOR_THE_NAME.beside,
		bottom: y + Math.max(NODE_SIZE, HANDLE_DISTANCE * (handles + 1)) + ROOM_FOR_THE_NAME.below,
	};
}

const overlap = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('The workflows that come with the package', () => {
	it('show every node of the package', () => {
		const nodes = files.flatMap(([, file]) => file.nodes).filter(isOfPackage);
		const names = allNodes().map(({ description }) => description.name);
		expect(new Set(nodes.map(({ type }) => typeInPackage(type)))).toEqual(new Set(names));
	});

	it("use nothing but n8n's own nodes besides, and no Code node", () => {
		const foreign = found(({ nodes }) =>
			nodes
				.filter((node) => !isOfPackage(node) && !/^n8n-nodes-base\.(?!code$)/.test(node.type))
				.map(({ type }) => type),
		);
		expect(foreign).toEqual([]);
	});

	it("use no typeVersion of n8n's own nodes that the oldest supported n8n lacks", () => {
		const newer = found(({ nodes }) =>
			nodes
				.filter((node) => !isOfPackage(node))
				.filter(({ type, typeVersion }) => !(typeVersion <= HIGHEST_VERSION[type.replace(/^.*\./, '')]))
				.map(({ name, type, typeVersion }) => `${name} (${type} ${typeVersion})`),
		);
		expect(newer).toEqual([]);
	});

	it('leave the branching to the nodes: an IF counts tries, or reads what somebody chose', () => {
		const ifs = found(({ nodes }) =>
			nodes.filter(({ type }) => /\.(if|switch|filter)$/.test(type)).map(({ name }) => name),
		);
		expect(ifs.filter((one) => !/(Tries Left|Code Entered|Approved)\?$/.test(one))).toEqual([]);
	});

	it('connect every output of every node of the package, the error output too', () => {
		const open = found((file) =>
			nodesOf(file)
				.filter(isOfPackage)
				.flatMap((node) => {
					const silent = node.onError === 'continueErrorOutput' ? [] : [`${node.name}: Error`];
					const loose = outputsOf(node).filter((_, at) => !connectionsFrom(file, node)[at]?.length);
					return [...silent, ...loose.map((branch) => `${node.name}: ${branch}`)];
				}),
		);
		expect(open).toEqual([]);
	});

	it('end where somebody gets an answer, and begin at a trigger', () => {
		const astray = found((file) => {
			const reached = new Set(
				Object.values(file.connections).flatMap(({ main }) =>
					main.flatMap((to) => (to ?? []).map(({ node }) => node)),
				),
			);
			const ends = nodesOf(file).filter((node) => connectionsFrom(file, node).flat().length === 0);
			const starts = nodesOf(file).filter(({ name }) => !reached.has(name));
			return [
				...ends.filter(({ type }) => !ENDS.test(type)).map(({ name }) => `ends on ${name}`),
				...starts.filter(({ type }) => !TRIGGER.test(type)).map(({ name }) => `begins at ${name}`),
			];
		});
		expect(astray).toEqual([]);
	});

	it('name their credentials, and hold none of anybody', () => {
		const ids = found(({ nodes }) =>
			nodes.flatMap(({ credentials = {} }) =>
				Object.values(credentials).flatMap(({ id, name }) => (id === null && name ? [] : [String(id)])),
			),
		);
		const pinned = found(({ pinData = {} }) => Object.keys(pinData));
		expect([...ids, ...pinned]).toEqual([]);
	});

	it('do not keep the data of those who came through', () => {
		const kept = found(({ settings }) =>
			settings?.saveDataSuccessExecution === 'none' && settings.saveManualExecutions === false
				? []
				: [JSON.stringify(settings)],
		);
		expect(kept).toEqual([]);
	});

	it('reveal no code, and where somebody may switch that on, keep not even a run that failed', () => {
		const lookUps = files.filter(([, { nodes }]) =>
			nodes.some(({ type }) => type.endsWith('.capillaryGetOtp')),
		);
		const revealing = found(({ nodes }) =>
			nodes.filter(({ parameters }) => parameters.revealCode === true).map(({ name }) => name),
		);
		expect(revealing).toEqual([]);
		expect(lookUps.map(([key, { settings }]) => [key, settings?.saveDataErrorExecution])).toEqual([
			['help-desk-capillary', 'none'],
		]);
	});

	it('explain themselves on sticky notes: what it does, what to fill in, what the branches mean', () => {
		const silent = found((file) => {
			const text = notesOf(file)
				.map(({ parameters }) => String(parameters.content))
				.join('\n');
			const wanted = [/^## /m, /\*\*Fill in\*\*/, /\*\*Settings\*\*/];
			const branches = [...new Set(file.nodes.filter(isOfPackage).flatMap(outputsOf))].filter(
				(branch) => !['Encrypted', 'Decrypted'].includes(branch),
			);
			return [
				...wanted.filter((part) => !part.test(text)).map(String),
				...branches.filter((branch) => !text.includes(branch)),
			];
		});
		expect(silent).toEqual([]);
	});

	it('stand on the canvas side by side: nothing overlaps', () => {
		const overlapping = found((file) => {
			const boxes = [...nodesOf(file).map(boxOfNode), ...notesOf(file).map(boxOfNote)];
			return boxes.flatMap((a, index) =>
				boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} and ${b.name}`] : [])),
			);
		});
		expect(overlapping).toEqual([]);
	});

	it('share no page between two forms: before n8n 1.118 it opens for one of them only', () => {
		const shared = found(({ nodes, connections }) => {
			const named = (type: string) => nodes.filter((node) => node.type === type).map(({ name }) => name);
			const reached = named('n8n-nodes-base.formTrigger').flatMap((form) => getChildNodes(connections, form));
			return named('n8n-nodes-base.form').filter(
				(page) => reached.indexOf(page) !== reached.lastIndexOf(page),
			);
		});
		expect(shared).toEqual([]);
	});

	it('have no name, form or address in common', () => {
		const names = files.map(([, { name }]) => name);
		const paths = files.flatMap(([, { nodes }]) =>
			nodes.flatMap(({ parameters }) => {
				const { path } = (parameters.options ?? {}) as { path?: string };
				return [path, parameters.path].filter((one) => typeof one === 'string');
			}),
		);
		const hooks = files.flatMap(([, { nodes }]) => nodes.flatMap(({ webhookId }) => webhookId ?? []));
		const all = [...names, ...paths, ...hooks];
		expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
	});

	it('are all described in docs/workflows.md, with the credentials that they need', () => {
		const sections = read('docs/workflows.md').split('\n## ');
		const missing = found(({ name, nodes }, key) => {
			const section = sections.find((one) => one.includes(`(../workflows/${key}.json)`)) ?? '';
			const credentials = nodes.flatMap(({ credentials = {} }) =>
				Object.values(credentials).map((one) => one.name),
			);
			return [name, ...new Set(credentials)].filter((wanted) => !section.includes(wanted));
		});
		expect(missing).toEqual([]);
	});
});
