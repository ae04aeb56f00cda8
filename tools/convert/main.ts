import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { WorkflowFile } from '../n8n/restClient';
import { convert } from './convert';

const {
	values: { out },
	positionals: [file],
} = parseArgs({ options: { out: { type: 'string', short: 'o' } }, allowPositionals: true });

if (file === undefined) {
	console.error('Usage: npm run convert -- <workflow.json> [-o <out.json>]');
	process.exit(1);
}
const converted = convert(JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile);
const text = `${JSON.stringify(converted, null, '\t')}\n`;
if (out === undefined) process.stdout.write(text);
else writeFileSync(out, text);
