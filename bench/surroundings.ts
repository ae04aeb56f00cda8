import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';

import { installN8n } from '../tools/n8n/installN8n';
import { runCommand } from '../tools/runCommand';
import type { Surroundings } from './results';

const GIGABYTE = 1024 ** 3;

function versionIn(folder: string): string {
	const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
	return version;
}

/** The machine, the versions and the date, for the page. */
export async function surroundings(): Promise<Surroundings> {
	const { folder, node } = await installN8n();
	const nodeOfN8n = await runCommand(node, ['--version'], { cwd: folder, env: process.env });
	const [{ model }] = cpus();
	const memory = `${Math.round(totalmem() / GIGABYTE)} GB`;
	return {
		machine: [model.trim(), `${cpus().length} cores`, memory, `${platform()} ${arch()}`].join(', '),
		n8n: `${versionIn(join(folder, 'node_modules', 'n8n'))}, Node.js ${nodeOfN8n.trim()}, SQLite`,
		core: `${versionIn(join(__dirname, '..', 'node_modules', 'n8n-core'))}, Node.js ${process.version}`,
		date: new Date().toISOString().slice(0, 10),
	};
}
