import type { Locator, Page } from 'playwright-core';

import { launchBrowser, openPage } from '../../../playground/browser/browser';
import { Editor } from '../../../playground/browser/editor';
import type { RunningN8n } from '../../../tools/n8n';
import type { Handiwork } from './effort';

/** Choosing a file in the system's own dialog, which a browser without a window does not show. */
const FILE_DIALOG_CLICKS = 2;

const byId = (id: string) => `[data-test-id="${id}"]`;

interface NewCredential {
	type: string;
	fields: Record<string, string>;
	uncounted: Record<string, string>;
}

/**
 * Brings a ready-made workflow into n8n in a browser, as docs/workflows.md says: the credential
 * first, then the file, its settings, and *Publish*.
 *
 * @param credential the name of its type as n8n shows it, its fields by parameter name, and those
 *   that a person leaves as they are and only the simulator needs, which do not count
 * @param file the path of the workflow
 * @returns the clicks and fields that it took, counted from the first page after the sign-in
 */
export async function importInBrowser(
	{ url, login }: Pick<RunningN8n, 'url' | 'login'>,
	credential: NewCredential,
	file: string,
): Promise<Handiwork> {
	const browser = await launchBrowser();
	try {
		const page = await openPage(browser, { theme: 'light', width: 1440, height: 900 });
		await Editor.open(page, url, login);
		const hand = new Hand();
		await createCredential(page, hand, credential);
		await importFile(page, hand, file);
		await keepNothing(page, hand);
		await publish(page, hand);
		return { clicks: hand.clicks, typed: hand.typed, expressions: 0 };
	} finally {
		await browser.close();
	}
}

async function createCredential(
	page: Page,
	hand: Hand,
	{ type, fields, uncounted }: NewCredential,
): Promise<void> {
	await hand.click(page.locator(byId('universal-add')));
	await hand.click(page.getByRole('menuitem', { name: 'New credential' }).filter({ visible: true }));
	await hand.type(page.locator(byId('new-credential-type-select')).locator('input'), type);
	await hand.click(page.getByRole('option', { name: type }));
	await hand.click(page.locator(byId('new-credential-type-button')));
	const dialog = page.locator(byId('editCredential-modal'));
	for (const [name, value] of Object.entries(fields)) {
		await hand.type(dialog.locator(byId(`parameter-input-${name}`)).locator('input'), value);
	}
	for (const [name, value] of Object.entries(uncounted)) {
		await dialog
			.locator(byId(`parameter-input-${name}`))
			.locator('input')
			.fill(value);
	}
	await hand.click(page.locator(byId('credential-save-button')));
	await dialog.getByText('Connection tested successfully').waitFor();
	await hand.click(dialog.getByRole('button', { name: /close/i }));
	await dialog.waitFor({ state: 'hidden' });
}

async function importFile(page: Page, hand: Hand, file: string): Promise<void> {
	await hand.click(page.locator(byId('universal-add')));
	await hand.click(page.getByRole('menuitem', { name: 'New workflow' }).filter({ visible: true }));
	await page.locator(byId('canvas-add-button')).waitFor();
	await hand.click(page.locator(byId('workflow-menu')));
	await page.locator(byId('workflow-menu-item-import')).hover();
	await hand.chooseFile(page, page.locator(byId('workflow-menu-item-import-from-file')), file);
	await page.locator(byId('canvas-node')).first().waitFor();
}

/** *Save successful production executions*: *Do not save*. */
async function keepNothing(page: Page, hand: Hand): Promise<void> {
	await hand.click(page.locator(byId('workflow-menu')));
	await hand.click(page.locator(byId('workflow-menu-item-settings')));
	await hand.click(page.locator(byId('workflow-settings-save-success-executions')));
	await hand.click(page.getByRole('option', { name: 'Do not save', exact: true }).filter({ visible: true }));
	const dialog = page.getByRole('dialog');
	await hand.click(dialog.getByRole('button', { name: 'Save', exact: true }));
	await dialog.waitFor({ state: 'hidden' });
}

async function publish(page: Page, hand: Hand): Promise<void> {
	const published = page.waitForResponse((response) => response.url().endsWith('/activate'));
	await hand.click(page.locator(byId('workflow-open-publish-modal-button')));
	await hand.click(page.locator(byId('workflow-publish-button')));
	await published;
}

/** Does what a hand does, and counts it. */
class Hand {
	clicks = 0;

	typed = 0;

	async click(target: Locator): Promise<void> {
		await target.click();
		this.clicks += 1;
	}

	async type(target: Locator, text: string): Promise<void> {
		await this.click(target);
		await target.fill(text);
		this.typed += 1;
	}

	async chooseFile(page: Page, target: Locator, path: string): Promise<void> {
		const chooser = page.waitForEvent('filechooser');
		await this.click(target);
		await (await chooser).setFiles(path);
		this.clicks += FILE_DIALOG_CLICKS;
	}
}
