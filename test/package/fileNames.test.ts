import { basename } from 'node:path';

import { filesBelow } from '../support/sources';

/** Files below the folders whose path matches, and whose name without its endings doesn't. */
function misnamed(folders: string[], path: RegExp, name: RegExp): string[] {
	const files = folders.flatMap(filesBelow).filter((file) => path.test(file));
	expect(files.length).toBeGreaterThan(10);
	return files.filter((file) => !name.test(basename(file).split('.')[0]));
}

it('names code in camelCase, except the classes that n8n loads', () => {
	const folders = ['bench', 'credentials', 'nodes', 'playground', 'simulator', 'test', 'tools'];
	const own = /^(?!.*\.(node|credentials)\.ts$).*\.[cm]?[jt]s$/;
	expect(misnamed(folders, own, /^[a-z][A-Za-z0-9]*$/)).toEqual([]);
});

it('names pages, pictures and workflows in kebab-case, except the pages of nodes', () => {
	const own = /^(?!docs\/nodes\/)/;
	expect(misnamed(['docs', 'workflows'], own, /^[a-z0-9]+(-[a-z0-9]+)*$/)).toEqual([]);
});
