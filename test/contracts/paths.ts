import type { INodeParameters } from 'n8n-workflow';

const keysOf = (path: string) => path.split(/[.[\]]+/).filter((key) => key !== '');

/** What stands at a path such as `additionalFields.email` or `channels.channel[0].type`. */
export function valueAt(value: unknown, path: string): unknown {
	return keysOf(path).reduce<unknown>(
		(inner, key) => (inner as Readonly<Record<string, unknown>> | null | undefined)?.[key],
		value,
	);
}

/** The parameters with one more value, at a path such as `channels.channel[0].type`. */
export function withValue(parameters: INodeParameters, path: string, value: unknown): INodeParameters {
	const copy = structuredClone(parameters);
	const keys = keysOf(path);
	let place = copy as Record<string, unknown>;
	keys.slice(0, -1).forEach((key, index) => {
		place[key] ??= /^[0-9]+$/.test(keys[index + 1]) ? [] : {};
		place = place[key] as Record<string, unknown>;
	});
	place[keys[keys.length - 1]] = value;
	return copy;
}
