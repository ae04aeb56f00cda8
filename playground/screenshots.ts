import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startPlayground } from './playground';
import { Editor, THEMES } from './screenshots/editor';
import { showcaseWorkflow } from './screenshots/showcase';
import { say } from './setup/progress';
import { runMain } from './setup/run-main';

const FOLDER = join(__dirname, '..', 'docs', 'images');
const OPENED_NODE = 'HyperVerge Verify Email OTP';

runMain(async (atEnd) => {
	await mkdir(FOLDER, { recursive: true });
	const playground = await startPlayground();
	atEnd(() => playground.stop());
	const { rest, url, login } = playground.n8n;
	const showcase = await rest.createWorkflow(
		showcaseWorkflow(await rest.nodeTypes(), playground.credentials),
	);
	for (const theme of THEMES) {
		const editor = await Editor.open(url, login, theme);
		atEnd(() => editor.close());
		const save = async (name: string, picture: Promise<Buffer>) => {
			const file = join(FOLDER, `${name}-${theme}.png`);
			await writeFile(file, await picture);
			say(file);
		};
		await save('canvas', editor.canvas(showcase.id));
		await save('node', editor.openedNode(showcase.id, OPENED_NODE));
		await save('search', editor.nodePanel(showcase.id, 'otp'));
		await editor.close();
	}
	return 0;
});
