import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(__dirname, '..', '..');

/** Every file below a folder of the project, as a path from the project's root. */
export function filesBelow(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();
}

export function read(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

const IMPORT =
	/^(?:import|export)\b[^;'"]*?\bfrom '([^'\n]+)'|^import '([^'\n]+)'|\b(?:import|require)\('([^'\n]+)'\)/gm;

/** What a source file imports: a path from the project's root, or the name of a module. */
export function importsOf(path: string): string[] {
	const specifiers = [...read(path).matchAll(IMPORT)].map(([, from, bare, called]) => from ?? bare ?? called);
	return specifiers.map((specifier) =>
		specifier.startsWith('.')
			? relative(ROOT, resolve(ROOT, dirname(path), specifier))
					.split(sep)
					.join('/')
			: specifier,
	);
}
