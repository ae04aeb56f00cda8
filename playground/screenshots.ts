import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { say } from '../tools/progress';
import { takePictures } from './browser/pictures';
import { runMain } from './runMain';

const PROJECT = join(__dirname, '..');
const FOLDER = join(PROJECT, 'docs', 'images');
/** Other pictures are made by other commands. */
const SCREENSHOT = '.webp';

runMain(async () => {
	for (const file of await readdir(FOLDER, { recursive: true })) {
		if (file.endsWith(SCREENSHOT)) await rm(join(FOLDER, file));
	}
	await takePictures(async ({ file, content }) => {
		const path = join(FOLDER, file);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
		say(relative(PROJECT, path));
	});
	return 0;
});
