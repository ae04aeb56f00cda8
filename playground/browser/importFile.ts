import type { RunningN8n } from '../../tools/n8n';
import { launchBrowser, openPage } from './browser';
import { Editor } from './editor';

const byId = (id: string) => `[data-test-id="${id}"]`;

/** Brings a ready-made workflow into n8n in a browser, as docs/workflows.md says: the file, and *Publish*. */
export async function importFile({ url, login }: RunningN8n, file: string): Promise<void> {
	const browser = await launchBrowser();
	try {
		const page = await openPage(browser, { theme: 'light', width: 1440, height: 900 });
		await Editor.open(page, url, login);

		await page.locator(byId('universal-add')).click();
		await page.getByRole('menuitem', { name: 'New workflow' }).filter({ visible: true }).click();
		await page.locator(byId('canvas-add-button')).waitFor();
		await page.locator(byId('workflow-menu')).click();
		await page.locator(byId('workflow-menu-item-import')).hover();
		const chooser = page.waitForEvent('filechooser');
		await page.locator(byId('workflow-menu-item-import-from-file')).click();
		await (await chooser).setFiles(file);
		await page.locator(byId('canvas-node')).first().waitFor();

		const published = page.waitForResponse((response) => response.url().endsWith('/activate'));
		await page.locator(byId('workflow-open-publish-modal-button')).click();
		await page.locator(byId('workflow-publish-button')).click();
		await published;
	} finally {
		await browser.close();
	}
}
