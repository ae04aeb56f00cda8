import type { Browser } from 'playwright-core';

import type { Simulator } from '../../simulator';
import type { RunningN8n } from '../../tools/n8n';
import type { RestClient, WorkflowFile } from '../../tools/n8n/restClient';
import { startWithSimulator } from '../../tools/n8n/withSimulator';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { readExamples } from '../exampleWorkflows';
import { launchBrowser, openPage, THEMES, type Theme } from './browser';
import { Editor } from './editor';
import { packageNodes, showcaseWorkflow, smallWorkflow } from './showcase';
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
	const { n8n, simulator, stop } = await startWithSimulator();
	const browser = await launchBrowser();
	try {
		await n8n.rest.createCredentials(simulatorCredentials(simulator.url));
		const shown = await createWorkflows(n8n.rest);
		for (const theme of THEMES) {
			const save = async (name: string, png: Buffer) =>
				await keep({ file: `${name}-${theme}.webp`, content: await toWebp(browser, png) });
			await takeThose(theme, { n8n, simulator, browser, shown }, save);
		}
	} finally {
		await browser.close();
		await stop();
	}
}

interface Stage {
	n8n: RunningN8n;
	simulator: Simulator;
	browser: Browser;
	shown: Shown;
}

/** The IDs of the workflows that are shown. */
interface Shown {
	small: string;
	showcase: string;
	/** Those of `workflows/`, by the names of their files. */
	examples: Map<string, string>;
}

async function createWorkflows(rest: RestClient): Promise<Shown> {
	const create = async (file: WorkflowFile) => (await rest.createWorkflow(file)).id;
	const credentials = await rest.credentials();
	const small = await create(smallWorkflow(credentials));
	const showcase = await create(showcaseWorkflow(await rest.nodeTypes(), credentials));
	const examples = new Map<string, string>();
	for (const [key, file] of await readExamples()) examples.set(key, await create(file));
	return { small, showcase, examples };
}

type Save = (name: string, png: Buffer) => Promise<void>;

async function takeThose(theme: Theme, { n8n, simulator, browser, shown }: Stage, save: Save): Promise<void> {
	const page = await openPage(browser, { theme, ...SIZE, deviceScaleFactor: 1.5 });
	const editor = await Editor.open(page, n8n.url, n8n.login);
	await editor.openWorkflow(shown.small);
	await save('workflow', await editor.picture());
	await editor.openWorkflow(shown.showcase);
	await save('canvas', await editor.picture());

	for (const [name, node] of CREDENTIALS) {
		await editor.openWorkflow(shown.showcase);
		await editor.openNode(node);
		await editor.newCredential();
		await save(`credential-${name}`, await editor.picture());
	}

	for (const [key, id] of shown.examples) {
		await editor.openWorkflow(id);
		await save(`workflows/${key}`, await editor.picture());
	}

	await editor.newWorkflow();
	const names = packageNodes(await n8n.rest.nodeTypes()).map(({ displayName }) => displayName);
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
