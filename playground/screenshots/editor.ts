import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { Login } from '../rest-client';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const VIEWPORT = { width: 1440, height: 900 };
/** Room for all results of a search, which otherwise scroll. */
const TALL = 3_000;

/** n8n moves and fades what it shows; there is nothing on the page that tells when it's done. */
const SETTLE_MS = 1_500;

/** n8n's editor in a browser, signed in. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		private readonly page: Page,
		private readonly url: string,
	) {}

	static async open(url: string, login: Login, theme: Theme): Promise<Editor> {
		const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
		try {
			const context = await browser.newContext({
				viewport: VIEWPORT,
				deviceScaleFactor: 1.5,
				colorScheme: theme,
			});
			await context.addInitScript(`localStorage.setItem('N8N_THEME', '${theme}')`);
			const page = await context.newPage();
			await page.goto(`${url}/signin`);
			await page.locator('input[name="emailOrLdapLoginId"]').fill(login.email);
			await page.locator('input[name="password"]').fill(login.password);
			await page.locator('[data-test-id="form-submit-button"]').click();
			await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
			return new Editor(browser, page, url);
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	/** A workflow, made to fit. */
	async canvas(workflowId: string): Promise<Buffer> {
		await this.showWorkflow(workflowId);
		return await this.picture();
	}

	/** A node of a workflow, opened. */
	async openedNode(workflowId: string, node: string): Promise<Buffer> {
		await this.showWorkflow(workflowId);
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
		await this.page.locator('[data-test-id="ndv"]').waitFor();
		// The editors of the expressions leave patches in the corner of the page.
		await this.page.addStyleTag({ content: '.ͼ1:not(.cm-editor) { visibility: hidden }' });
		return await this.picture();
	}

	/**
	 * The panel in which nodes are found, searched for a text.
	 *
	 * @param names what must be found; the picture ends below the last of these
	 */
	async nodePanel(workflowId: string, text: string, names: string[]): Promise<Buffer> {
		await this.showWorkflow(workflowId);
		await this.page.locator('[data-test-id="node-creator-plus-button"]').click();
		await this.page.locator('[data-test-id="node-creator-search-bar"]').fill(text);
		await this.page.setViewportSize({ ...VIEWPORT, height: TALL });
		await this.page.waitForTimeout(SETTLE_MS);
		const panel = await boxOf(this.page.locator('[data-test-id="node-creator"]'));
		const found = this.page.locator('[data-test-id="item-iterator-item"]');
		const bottoms = names.map(async (name) => {
			const item = await boxOf(found.filter({ has: this.page.getByText(name, { exact: true }) }));
			return item.y + item.height;
		});
		const height = Math.max(...(await Promise.all(bottoms))) - panel.y;
		const picture = await this.page.screenshot({ clip: { ...panel, height } });
		await this.page.setViewportSize(VIEWPORT);
		return picture;
	}

	private async showWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await this.page.locator('[data-test-id="zoom-to-fit"]').click();
	}

	private async picture(): Promise<Buffer> {
		await this.page.waitForTimeout(SETTLE_MS);
		return await this.page.screenshot();
	}
}

async function boxOf(locator: Locator) {
	const box = await locator.boundingBox();
	if (!box) throw new Error(`${locator.toString()} is not to be seen`);
	return box;
}
