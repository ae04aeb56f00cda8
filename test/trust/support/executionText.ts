import type { Execution } from '../../../tools/engine';

/** Input fields of the builder's own have names that begin so, and are theirs to keep. */
const INPUT = 'in_';

/** A value as a program or a log could print it, with what it hides: hidden members, stacks and causes. */
export function printed(value: unknown): string {
	const texts: string[] = [];
	const seen = new Set<unknown>();
	const walk = (current: unknown): void => {
		if (typeof current === 'string') texts.push(current);
		if ((typeof current !== 'object' && typeof current !== 'function') || current === null) {
			texts.push(String(current));
			return;
		}
		if (seen.has(current)) return;
		seen.add(current);
		if (current instanceof Error) texts.push(String(current), current.stack ?? '');
		if (current instanceof Map || current instanceof Set) walk([...current]);
		for (const key of Reflect.ownKeys(current)) {
			texts.push(String(key));
			walk((current as Record<PropertyKey, unknown>)[key]);
		}
	};
	walk(value);
	return texts.join('\n');
}

/** What the node under test added: items without the input, errors, hints, and what it remembers. */
export function whatTheNodeAdded({ run, error }: Execution, reveals?: string): string {
	const { runData, error: runError } = run.data.resultData;
	const tasks = (runData['Under Test'] ?? []).map(({ data, ...task }) => ({
		...task,
		outputs: data?.main.map((items) =>
			items?.map(({ json, ...item }) => ({
				...item,
				json: Object.fromEntries(
					Object.entries(json).filter(([key]) => !key.startsWith(INPUT) && key !== reveals),
				),
			})),
		),
	}));
	const added = { tasks, error, runError, memory: run.data.executionData?.contextData };
	return `${printed(added)}\n${JSON.stringify(added)}`;
}
