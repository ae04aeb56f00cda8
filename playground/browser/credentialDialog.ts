import type { Locator, Page } from 'playwright-core';

/** Selects what n8n marks for its own tests. */
export const byId = (id: string) => `[data-test-id="${id}"]`;

/** The dialog in which a credential is made and tested. */
export class CredentialDialog {
	constructor(
		private readonly page: Page,
		private readonly dialog: Locator,
	) {}

	/** Types into its fields, by their names. */
	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.dialog
				.locator(byId(`parameter-input-${name}`))
				.locator('input')
				.fill(value);
		}
	}

	/** Everything that can be read in it. */
	async text(): Promise<string> {
		return await this.dialog.innerText();
	}

	/** Saves it, which tests it, and answers with the words of the provider that refuses it. */
	async saveRefused(): Promise<string> {
		await this.page.locator(byId('credential-save-button')).click();
		await this.dialog.getByText('More details').click();
		return await this.text();
	}

	/** Saves it, which tests it; n8n closes the dialog of a credential that works. */
	async saveAccepted(): Promise<void> {
		await this.page.locator(byId('credential-save-button')).click();
		await this.dialog.waitFor({ state: 'hidden' });
	}
}
