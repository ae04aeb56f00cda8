import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { launchBrowser, openPage, type Look } from '../../../playground/browser/browser';
import { Editor } from '../../../playground/browser/editor';
import { startWithSimulator, type N8nWithSimulator } from '../../../tools/n8n/withSimulator';

/** Where the pictures of failures are kept. */
export const FAILURES = join(__dirname, '..', 'failures');

/** A real n8n with the package, the simulator, and a browser. */
interface World extends N8nWithSimulator {
	browser: Browser;
}

let world: World | undefined;
const pages: Page[] = [];

/** Starts them for the tests of a file. A test that fails leaves pictures of what was to be seen. */
export function useWorld(): () => World {
	beforeAll(async () => {
		const running = await startWithSimulator({ nodes: 'dist' });
		world = { ...running, browser: await launchBrowser() };
	});
	afterAll(async () => {
		await world?.browser.close();
		await world?.stop();
		world = undefined;
	});
	return theWorld;
}

function theWorld(): World {
	if (world === undefined) throw new Error('n8n is not running');
	return world;
}

/** Opens an empty page of the browser. */
export async function newPage(look: Look): Promise<Page> {
	const page = await openPage(theWorld().browser, look);
	pages.push(page);
	return page;
}

/** Signs a person in to the editor. */
export async function newEditor(look: Look): Promise<Editor> {
	const { n8n } = theWorld();
	return await Editor.open(await newPage(look), n8n.url, n8n.login);
}

/** A test that keeps a picture of each page if it fails, and closes the pages. */
export function asAPerson(name: string, work: () => Promise<void>): void {
	it(name, async () => {
		try {
			await work();
		} catch (error) {
			await mkdir(FAILURES, { recursive: true });
			const file = join(FAILURES, (expect.getState().currentTestName ?? name).replace(/[^\w]+/g, '-'));
			for (const [index, page] of pages.entries()) {
				await page.screenshot({ path: `${file}-${index}.png` });
			}
			console.log(`What was to be seen: ${file}-*.png`);
			throw error;
		} finally {
			for (const page of pages.splice(0)) await page.context().close();
		}
	});
}
