import '../engine/environment';

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import createUserFolder, { removeUserFolder } from '../engine/userFolder';

const docs = join(__dirname, '..', '..', 'docs');

async function main(): Promise<void> {
	createUserFolder();
	try {
		// n8n-core reads its user folder when it is loaded.
		const { renderNodePages, renderTables } = await import('./pages');
		const pages = new Map([...renderTables(), ...(await renderNodePages())]);
		rmSync(join(docs, 'nodes'), { recursive: true, force: true });
		for (const [path, text] of pages) {
			mkdirSync(dirname(join(docs, path)), { recursive: true });
			writeFileSync(join(docs, path), text);
		}
		console.log(`Generated ${pages.size} pages in docs/`);
	} finally {
		removeUserFolder();
	}
}

void main();
