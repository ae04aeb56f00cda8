import { arch, cpus, platform, totalmem } from 'node:os';

import { installN8n } from '../tools/n8n/installN8n';
import { VERSIONS } from '../tools/n8n/versions';
import { runCommand } from '../tools/runCommand';
import type { Surroundings } from './results';

const GIGABYTE = 1024 ** 3;

/** The machine, the versions and the date, for the page. */
export async function surroundings(): Promise<Surroundings> {
	const { n8n, core } = VERSIONS[VERSIONS.length - 1];
	const { folder, node } = await installN8n(n8n);
	const nodeOfN8n = await runCommand(node, ['--version'], { cwd: folder, env: process.env });
	const [{ model }] = cpus();
	const memory = `${Math.round(totalmem() / GIGABYTE)} GB`;
	return {
		machine: [model.trim(), `${cpus().length} cores`, memory, `${platform()} ${arch()}`].join(', '),
		n8n: `${n8n}, Node.js ${nodeOfN8n.trim()}, SQLite`,
		core: `${core}, Node.js ${process.version}`,
		date: new Date().toISOString().slice(0, 10),
	};
}
