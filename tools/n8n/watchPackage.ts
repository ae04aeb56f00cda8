import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { watch } from 'gulp';
import ts from 'typescript';

import { say } from '../progress';

const PROJECT = join(__dirname, '..', '..');

/**
 * Compiles the source into an installed package, and again with every change; what is not code is
 * copied when it changes. Errors of types are printed, and don't keep the code from being written.
 *
 * @param folder the installed package
 * @returns ends it
 */
export function watchPackage(folder: string): () => Promise<void> {
	const dist = join(folder, 'dist');
	const host = ts.createWatchCompilerHost(
		join(PROJECT, 'tsconfig.json'),
		{ outDir: dist, preserveWatchOutput: true },
		ts.sys,
		undefined,
		undefined,
		undefined,
		// Git and many editors put a new file in the old one's place, which a watch on the file itself loses.
		{ watchFile: ts.WatchFileKind.UseFsEventsOnParentDirectory },
	);
	const compiler = ts.createWatchProgram(host);
	const assets = watch(['nodes/**', '!nodes/**/*.ts'], { cwd: PROJECT });
	assets.on('all', (event, path) => {
		if (event !== 'add' && event !== 'change') return;
		cp(join(PROJECT, path), join(dist, path)).catch((error: unknown) => say(String(error)));
	});
	return async () => {
		compiler.close();
		await assets.close();
	};
}
