import type { Locator, Page } from 'playwright-core';

import type { Login } from '../../tools/n8n/restClient';
import { byId, CredentialDialog } from './credentialDialog';

/** n8n moves and fades what it shows; there is nothing on the page that tells when it's done. */
const SETTLE_MS = 1_000;
const POLL_MS = 200;
/** Room for all results of a search, which otherwise scroll. */
const TALL = 3_000;

/** What the output panel of a node shows. */
export interface Shown {
	/** The tabs of its outputs, e.g. `Sent Branch (1 item)`; none for a node with one output. */
	branches: string[];
	/** Everything that can be read there. */
	text: string;
}

/** n8n's editor in a browser, used as a user uses it: by what is visible. */
export class Editor {
	private constructor(
		private readonly page: Page,
		private readonly url: string,
	) {}

	/** Signs in. */
	static async open(page: Page, url: string, login: Login): Promise<Editor> {
		await page.goto(`${url}/signin`);
		await page.locator('input[name="emailOrLdapLoginId"]').fill(login.email);
		await page.locator('input[name="password"]').fill(login.password);
		await page.locator(byId('form-submit-button')).click();
		await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
		return new Editor(page, url);
	}

	/** Opens an empty workflow. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.locator(byId('canvas-add-button')).waitFor();
	}

	/** Opens a saved workflow, made to fit. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.locator(byId('canvas-node')).first().waitFor();
		await this.page.locator(byId('zoom-to-fit')).click();
	}

	/** Searches the panel of nodes, from the first step of an empty workflow or from the plus. */
	async search(text: string): Promise<string[]> {
		const panel = this.page.locator(byId('node-creator'));
		if (!(await panel.isVisible())) {
			const buttons = [byId('canvas-add-button'), byId('node-creator-plus-button')].join(', ');
			await this.page.locator(buttons).first().click();
		}
		await this.page.locator(byId('node-creator-search-bar')).fill(text);
		const names = panel.locator(byId('node-creator-item-name'));
		await names
			.filter({ hasText: /OTP|Payload|Redeem/ })
			.first()
			.waitFor();
		return await names.allInnerTexts();
	}

	/** Picks a node among the results of a search, which adds it and opens it. */
	async pick(name: string): Promise<void> {
		await this.result(name).click();
		await this.page.getByText('Add to workflow').click();
		await this.page.locator(byId('ndv')).waitFor();
	}

	/** Adds a node behind an output: presses the plus of that output and picks the node. */
	async addBehind(node: string, output: string, name: string): Promise<void> {
		await this.outputHandle(node, output).locator(byId('canvas-handle-plus')).click();
		await this.search(name);
		await this.pick(name);
	}

	/** Opens a node of the canvas. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.page.locator(byId('ndv')).waitFor();
	}

	/** Closes the node that is open. */
	async closeNode(): Promise<void> {
		await this.page.locator(byId('ndv-close-button')).click();
		await this.page.locator(byId('ndv')).waitFor({ state: 'hidden' });
	}

	/** All texts of the fields of the node that is open. */
	async fields(): Promise<string> {
		const fields = this.page.locator(byId('node-parameters'));
		let [before, now] = ['', await fields.innerText()];
		while (now !== before || now.includes('Loading fields')) {
			await this.page.waitForTimeout(SETTLE_MS);
			[before, now] = [now, await fields.innerText()];
		}
		return now;
	}

	/** Types into a field; `{{ … }}` makes it an expression, as for a user. */
	async type(parameter: string, text: string): Promise<void> {
		await this.page
			.locator(byId(`parameter-input-${parameter}`))
			.locator('input')
			.fill(text);
	}

	/** Whether a field shows dots instead of what is typed. */
	async isMasked(parameter: string): Promise<boolean> {
		const input = this.page.locator(byId(`parameter-input-${parameter}`)).locator('input');
		return (await input.getAttribute('type')) === 'password';
	}

	/** Chooses an option of a field by its name. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.page
			.locator(byId(`parameter-input-${parameter}`))
			.first()
			.click();
		const options = this.page.locator(`${byId('parameter-input-item')}:visible`);
		await options
			.filter({ hasText: new RegExp(`^${option}`) })
			.first()
			.click();
	}

	/** Presses a button of the node that is open, e.g. `Add Rule`. */
	async press(button: string): Promise<void> {
		await this.page.locator(byId('ndv')).getByRole('button', { name: button, exact: true }).last().click();
	}

	/** Fills in the n-th field with a label, where several rules have the same labels. */
	async typeNth(parameter: string, index: number, text: string): Promise<void> {
		const field = this.page.locator(byId(`parameter-input-${parameter}`)).nth(index);
		await field.locator('input').fill(text);
	}

	/** Opens the dialog for a new credential of the node that is open, the first of its type or not. */
	async newCredential(): Promise<CredentialDialog> {
		const connect = this.page.locator(byId('ndv')).getByRole('button', { name: /^Connect to / });
		const select = this.page.locator(byId('node-credentials-select'));
		await connect.or(select).first().click();
		if (await select.isVisible()) {
			await this.page.locator(`${byId('node-credentials-select-item-new')}:visible`).click();
		}
		const dialog = this.page.locator(byId('editCredential-modal'));
		await dialog.waitFor();
		return new CredentialDialog(this.page, dialog);
	}

	/** Runs the node that is open, and answers with what its output panel shows then. */
	async execute(): Promise<Shown> {
		const started = this.page.waitForResponse((response) => /\/workflows\/[^/]+\/run$/.test(response.url()));
		await this.page.locator(byId('node-execute-button')).click();
		const { data } = (await (await started).json()) as { data: { executionId: string } };
		await this.untilEnded(data.executionId);
		await this.page.waitForTimeout(SETTLE_MS);
		return await this.output();
	}

	/** What the output panel shows. */
	async output(): Promise<Shown> {
		const panel = this.page.locator(byId('output-panel'));
		const text = await panel.innerText();
		return { text, branches: text.split('\n').filter((line) => / Branch\b/.test(line)) };
	}

	/** Shows the items of one output of the node that is open. */
	async showBranch(label: string): Promise<string> {
		const panel = this.page.locator(byId('output-panel'));
		await panel.getByText(new RegExp(`^${label} Branch`)).click();
		await this.page.waitForTimeout(SETTLE_MS);
		return await panel.innerText();
	}

	/** The labels of the outputs of a node on the canvas, from top to bottom. */
	async outputs(node: string): Promise<string[]> {
		await this.outputHandles(node).first().waitFor();
		const texts = await this.outputHandles(node).allInnerTexts();
		return texts.map((text) => text.split('\n')[0]);
	}

	/** The labels that are not to be seen as a whole, of the outputs of all nodes of the canvas. */
	async cutLabels(): Promise<string[]> {
		return await this.page
			.locator(`${byId('canvas-node-output-handle')} [class*="outputLabel"]`)
			.evaluateAll((labels) =>
				labels
					.filter((label) => label.scrollWidth > label.clientWidth + 1)
					.map((label) => label.textContent ?? ''),
			);
	}

	/** Draws a connection from an output to a node. */
	async connect(from: string, output: string, to: string): Promise<void> {
		const before = await this.connections(from, to);
		const target = this.page.locator(`${byId('canvas-node-input-handle')}[data-node-name="${to}"]`).first();
		await this.drag(centreOf(await boxOf(this.outputHandle(from, output))), centreOf(await boxOf(target)));
		await this.edges(from, to).nth(before).waitFor({ state: 'attached' });
	}

	/** How many connections lead from one node to another. */
	async connections(from: string, to: string): Promise<number> {
		return await this.edges(from, to).count();
	}

	/** Opens the latest execution of a workflow. */
	async openLatestExecution(workflowId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/executions`);
		const canvas = this.page.locator(byId('execution-preview-host'));
		await canvas.locator(byId('canvas-node')).first().waitFor();
	}

	/** The connections that items took in the execution that is shown, as `from -> to`. */
	async taken(): Promise<string[]> {
		const marks = this.page.locator(`${byId('edge-label')}[data-edge-status="success"]`);
		await marks.first().waitFor({ state: 'attached' });
		return await marks.evaluateAll((labels) =>
			labels.map(
				(label) =>
					`${label.getAttribute('data-source-node-name')} -> ${label.getAttribute('data-target-node-name')}`,
			),
		);
	}

	/** What is to be seen now, when it has come to rest. */
	async picture(): Promise<Buffer> {
		await this.page.addStyleTag({ content: CALM });
		await this.page.waitForTimeout(SETTLE_MS);
		return await this.page.screenshot();
	}

	/**
	 * The panel in which nodes are found, searched for a text.
	 *
	 * @param names what must be found; the picture ends below the last of these
	 */
	async searchPicture(text: string, names: string[]): Promise<Buffer> {
		await this.search(text);
		const size = this.page.viewportSize() ?? { width: 1280, height: 900 };
		await this.page.setViewportSize({ ...size, height: TALL });
		await this.page.waitForTimeout(SETTLE_MS);
		const panel = await boxOf(this.page.locator(byId('node-creator')));
		const bottoms = names.map(async (name) => {
			const item = await boxOf(this.result(name));
			return item.y + item.height;
		});
		const height = Math.max(...(await Promise.all(bottoms))) - panel.y;
		const picture = await this.page.screenshot({ clip: { ...panel, height } });
		await this.page.setViewportSize(size);
		return picture;
	}

	/** Sends the page's own headers: n8n signs out a client that does not name its browser. */
	private async untilEnded(executionId: string): Promise<void> {
		await this.page.waitForFunction(
			async (id) => {
				const headers = { 'browser-id': localStorage.getItem('n8n-browserId') ?? '' };
				const response = await fetch(`/rest/executions/${id}`, { headers });
				const { data } = (await response.json()) as { data?: { status: string } };
				return data !== undefined && !['new', 'running'].includes(data.status);
			},
			executionId,
			{ polling: POLL_MS },
		);
	}

	private result(name: string): Locator {
		const items = this.page.locator(byId('item-iterator-item'));
		return items.filter({ has: this.page.getByText(name, { exact: true }) }).first();
	}

	private node(name: string): Locator {
		return this.page.locator(`${byId('canvas-node')}[data-node-name="${name}"]`);
	}

	private outputHandles(node: string): Locator {
		return this.page.locator(`${byId('canvas-node-output-handle')}[data-node-name="${node}"]`);
	}

	private outputHandle(node: string, output: string): Locator {
		return this.outputHandles(node).filter({ has: this.page.getByText(output, { exact: true }) });
	}

	private edges(from: string, to: string): Locator {
		return this.page.locator(
			`${byId('edge')}[data-source-node-name="${from}"][data-target-node-name="${to}"]`,
		);
	}

	private async drag(from: Point, to: Point): Promise<void> {
		const { mouse } = this.page;
		await mouse.move(from.x, from.y);
		await mouse.down();
		await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 8 });
		await mouse.move(to.x, to.y, { steps: 8 });
		await mouse.up();
	}
}

interface Point {
	x: number;
	y: number;
}

/** The editors of the expressions leave patches in the corner of the page; cursors blink. */
const CALM = `
	.ͼ1:not(.cm-editor) { visibility: hidden }
	* { caret-color: transparent !important; animation: none !important; transition: none !important }`;

function centreOf({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>): Point {
	return { x: x + width / 2, y: y + height / 2 };
}

async function boxOf(locator: Locator) {
	const box = await locator.boundingBox();
	if (!box) throw new Error(`${locator.toString()} is not to be seen`);
	return box;
}
