import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';

import { launchBrowser } from '../../playground/browser/browser';
import { differentPixels } from '../../playground/browser/difference';
import { takePictures } from '../../playground/browser/pictures';
import { addTo } from '../../tools/jest/totals';
import { filesBelow, ROOT } from '../support/sources';
import { FAILURES } from './support/world';

/** Other fonts differ in up to 50 pixels of a window, another word in more than 150. */
const TOLERATED = 100;

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(async () => await browser.close());

it('The pictures in README and docs show the editor as it is', async () => {
	const taken: string[] = [];
	const outdated: string[] = [];
	await takePictures(async ({ file, content }) => {
		taken.push(`docs/images/${file}`);
		const committed = join(ROOT, 'docs', 'images', file);
		const pixels = existsSync(committed)
			? await differentPixels(browser, await readFile(committed), content)
			: Infinity;
		addTo('pictures compared', 1);
		if (pixels <= TOLERATED) return;
		outdated.push(`${file}: ${pixels} pixels of one window differ`);
		const kept = join(FAILURES, file);
		await mkdir(dirname(kept), { recursive: true });
		await writeFile(kept, content);
	});
	// Make them again with `npm run screenshots`, and look at them.
	expect(outdated).toEqual([]);
	const screenshots = filesBelow('docs/images').filter((file) => file.endsWith('.webp'));
	expect(screenshots).toEqual([...taken].sort());
});
