import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { startPlayground } from './playground';
import { Editor, THEMES } from './screenshots/editor';
import { packageNodes, showcaseWorkflow } from './screenshots/showcase';
import { say } from './setup/progress';
import { runMain } from './setup/run-main';

const PROJECT = join(__dirname, '..');
const FOLDER = join(PROJECT, 'docs', 'images');
const EXAMPLE = 'onboarding-email-hyperverge';
const OPENED_NODE = 'HyperVerge Verify Email OTP';

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(() => playground.stop());
	const { n8n, credentials, examples } = playground;
	const example = examples.find(({ key }) => key === EXAMPLE);
	if (!example) throw new Error(`There is no workflow ${EXAMPLE}.json`);
	const types = await n8n.rest.nodeTypes();
	const names = packageNodes(types).map(({ displayName }) => displayName);
	const showcase = await n8n.rest.createWorkflow(showcaseWorkflow(types, credentials));

	await mkdir(FOLDER, { recursive: true });
	for (const theme of THEMES) {
		const editor = await Editor.open(n8n.url, n8n.login, theme);
		atEnd(() => editor.close());
		const save = async (name: string, picture: Buffer) => {
			const file = join(FOLDER, `${name}-${theme}.png`);
			await writeFile(file, picture);
			say(relative(PROJECT, file));
		};
		await save('canvas', await editor.canvas(showcase.id));
		await save('node', await editor.openedNode(example.stored.id, OPENED_NODE));
		await save('search', await editor.nodePanel(example.stored.id, 'otp', names));
		await save('workflow', await editor.canvas(example.stored.id));
		await editor.close();
	}
	return 0;
});
