import type { Page } from 'playwright-core';

/** An n8n form in a browser, filled in as a user does it. */
export class Form {
	constructor(private readonly page: Page) {}

	/** Opens the form of a published workflow, which n8n serves a moment later. */
	async open(url: string): Promise<void> {
		for (;;) {
			const response = await this.page.goto(url);
			if (response?.ok() === true) return;
			await this.page.waitForTimeout(RETRY_MS);
		}
	}

	/** Fills in the fields of a page by their labels, and submits it. */
	async submit(values: Record<string, string>): Promise<void> {
		for (const [label, value] of Object.entries(values)) {
			await this.page.getByLabel(label).fill(value);
		}
		await this.page.locator('#submit-btn').click();
	}

	/** Waits until the page with a title is shown, and answers with all that can be read there. */
	async text(title: string): Promise<string> {
		await this.page.getByText(title).first().waitFor();
		return await this.page.locator('body').innerText();
	}
}

const RETRY_MS = 200;
