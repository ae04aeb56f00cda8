import type { Browser } from 'playwright-core';
import { simulatorCredentials } from '../credentials';
import { readExamples } from '../example-workflows';
import { startN8n, type RunningN8n } from '../n8n';
import type { WorkflowFile } from '../rest-client';
import { startSimulator, type Simulator } from '../../simulator';
import { launchBrowser, openPage, THEMES, type Theme } from './browser';
import { Editor } from './editor';
import { packageNodes, showcaseWorkflow } from './showcase';
import { toWebp } from './webp';

const SIZE = { width: 1440, height: 900 };
const SEND = 'HyperVerge Send Email OTP';
/** A node of each provider, to reach the dialog of its credential. */
const CREDENTIALS: ReadonlyArray<[name: string, node: string]> = [
	['wibmo', 'Wibmo Send Email OTP'],
	['iserveu', 'iServeU Send OTP'],
	['capillary', 'Capillary Generate OTP'],
	['hyperverge', SEND],
];

/** A picture of the editor. */
export interface Picture {
	/** The name of its file in `docs/images`, with the theme and the ending. */
	file: string;
	/** Its content, as WebP. */
	content: Buffer;
}

/**
 * Makes every picture of README and docs, from the real editor of a fresh n8n, in both themes.
 *
 * @param keep is given one picture after another
 */
export async function takePictures(keep: (picture: Picture) => Promise<void>): Promise<void> {
	const simulator = await startSimulator();
	const n8n = await startN8n();
	const browser = await launchBrowser();
	try {
		for (const [type, { name, data }] of Object.entries(simulatorCredentials(simulator.url))) {
			await n8n.rest.createCredential(type, name, data);
		}
		for (const theme of THEMES) {
			const save = async (name: string, png: Buffer) =>
				await keep({ file: `${name}-${theme}.webp`, content: await toWebp(browser, png) });
			await takeThose(theme, { n8n, simulator, browser }, save);
		}
	} finally {
		await browser.close();
		await n8n.stop();
		await simulator.close();
	}
}

interface Stage {
	n8n: RunningN8n;
	simulator: Simulator;
	browser: Browser;
}

type Save = (name: string, png: Buffer) => Promise<void>;

async function takeThose(theme: Theme, { n8n, simulator, browser }: Stage, save: Save): Promise<void> {
	const page = await openPage(browser, { theme, ...SIZE, deviceScaleFactor: 1.5 });
	const editor = await Editor.open(page, n8n.url, n8n.login);
	const show = async (file: WorkflowFile) => {
		const { id } = await n8n.rest.createWorkflow(file);
		await editor.openWorkflow(id);
		return id;
	};

	const types = await n8n.rest.nodeTypes();
	const all = showcaseWorkflow(types, await n8n.rest.credentials());
	const showcase = await show(all);
	await save('canvas', await editor.picture());

	for (const [name, node] of CREDENTIALS) {
		await editor.openWorkflow(showcase);
		await editor.openNode(node);
		await editor.newCredential();
		await save(`credential-${name}`, await editor.picture());
	}

	const files = await readExamples();
	for (const [key, file] of files) {
		await show(file);
		await save(`workflows/${key}`, await editor.picture());
	}

	await editor.newWorkflow();
	const names = packageNodes(types).map(({ displayName }) => displayName);
	await save('search', await editor.searchPicture('otp', names));

	await editor.newWorkflow();
	await editor.search('hyperverge email');
	await editor.pick(SEND);
	await editor.type('email', `asha.${theme}@example.com`);
	await editor.execute();
	await editor.showBranch('Sent');
	await save('output', await editor.picture());
	simulator.inject({ provider: 'hyperverge', kind: 'status', status: 503 });
	await editor.execute();
	await save('error', await editor.picture());
	await page.context().close();
}
