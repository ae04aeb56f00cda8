import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Debian keeps the programs of each PostgreSQL version in a folder of its own, outside PATH. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/**
 * Finds a program in PATH or among the installed versions of PostgreSQL, the newest first.
 *
 * @param name the program's file name
 * @param debianPackage the package that brings it
 * @returns its path
 * @throws Error that says which package to install
 */
export async function findProgram(name: string, debianPackage: string): Promise<string> {
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...(await postgresFolders())];
	const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
	if (found !== undefined) return found;
	throw new Error(
		`Queue mode needs "${name}", which is neither in PATH nor in ${POSTGRES_VERSIONS}/*/bin. Install ` +
			`the package ${debianPackage} (on Debian or Ubuntu: apt-get install ${debianPackage}) and start again.`,
	);
}

async function postgresFolders(): Promise<string[]> {
	if (!existsSync(POSTGRES_VERSIONS)) return [];
	const versions = await readdir(POSTGRES_VERSIONS);
	return versions
		.sort((one, other) => Number(other) - Number(one))
		.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
}
