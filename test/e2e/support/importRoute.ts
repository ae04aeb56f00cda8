import type { Page } from 'playwright-core';

import { launchBrowser, openPage } from '../../../playground/browser/browser';
import { Editor } from '../../../playground/browser/editor';
import type { RunningN8n } from '../../../tools/n8n';

const byId = (id: string) => `[data-test-id="${id}"]`;

interface NewCredential {
	/** As n8n shows it. */
	type: string;
	/** By parameter name. */
	fields: Record<string, string>;
}

/**
 * Brings a ready-made workflow into n8n in a browser, as docs/workflows.md says: the credential
 * first, then the file, its settings, and *Publish*.
 */
export async function importInBrowser(
	{ url, login }: Pick<RunningN8n, 'url' | 'login'>,
	credential: NewCredential,
	file: string,
): Promise<void> {
	const browser = await launchBrowser();
	try {
		const page = await openPage(browser, { theme: 'light', width: 1440, height: 900 });
		await Editor.open(page, url, login);
		await createCredential(page, credential);
		await importFile(page, file);
		await keepNothing(page);
		await publish(page);
	} finally {
		await browser.close();
	}
}

async function createCredential(page: Page, { type, fields }: NewCredential): Promise<void> {
	await page.locator(byId('universal-add')).click();
	await page.getByRole('menuitem', { name: 'New credential' }).filter({ visible: true }).click();
	const types = page.locator(byId('new-credential-type-select')).locator('input');
	await types.click();
	await types.fill(type);
	await page.getByRole('option', { name: type }).click();
	await page.locator(byId('new-credential-type-button')).click();
	const dialog = page.locator(byId('editCredential-modal'));
	for (const [name, value] of Object.entries(fields)) {
		await dialog
			.locator(byId(`parameter-input-${name}`))
			.locator('input')
			.fill(value);
	}
	await page.locator(byId('credential-save-button')).click();
	await dialog.getByText('Connection tested successfully').waitFor();
	await dialog.getByRole('button', { name: /close/i }).click();
	await dialog.waitFor({ state: 'hidden' });
}

async function importFile(page: Page, file: string): Promise<void> {
	await page.locator(byId('universal-add')).click();
	await page.getByRole('menuitem', { name: 'New workflow' }).filter({ visible: true }).click();
	await page.locator(byId('canvas-add-button')).waitFor();
	await page.locator(byId('workflow-menu')).click();
	await page.locator(byId('workflow-menu-item-import')).hover();
	const chooser = page.waitForEvent('filechooser');
	await page.locator(byId('workflow-menu-item-import-from-file')).click();
	await (await chooser).setFiles(file);
	await page.locator(byId('canvas-node')).first().waitFor();
}

/** *Save successful production executions*: *Do not save*. */
async function keepNothing(page: Page): Promise<void> {
	await page.locator(byId('workflow-menu')).click();
	await page.locator(byId('workflow-menu-item-settings')).click();
	await page.locator(byId('workflow-settings-save-success-executions')).click();
	await page.getByRole('option', { name: 'Do not save', exact: true }).filter({ visible: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Save', exact: true }).click();
	await dialog.waitFor({ state: 'hidden' });
}

async function publish(page: Page): Promise<void> {
	const published = page.waitForResponse((response) => response.url().endsWith('/activate'));
	await page.locator(byId('workflow-open-publish-modal-button')).click();
	await page.locator(byId('workflow-publish-button')).click();
	await published;
}
