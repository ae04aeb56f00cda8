import { startN8n } from '../tools/n8n';
import { manifest, packagedNodes } from '../tools/package';
import { checkNode, toolOf, unaccounted } from './nodeChecks/checkNode';
import { hasPreview } from './nodeChecks/hasPreview';
import { whatModelsRead } from './nodeChecks/whatModelsRead';
import { runMain } from './runMain';

runMain(async (atEnd) => {
	const n8n = await startN8n();
	atEnd(() => n8n.stop());

	const nodes = packagedNodes().map(({ node: { description }, operation: { tool } }) => ({
		type: `${manifest.name}.${description.name}`,
		tool,
	}));
	const declaredTools = nodes.filter(({ tool }) => tool !== undefined).map(({ type }) => toolOf(type));
	const loaded = await n8n.rest.nodeTypes();
	const read = await whatModelsRead(declaredTools, n8n);
	const width = Math.max(...nodes.map(({ type }) => type.length)) + 2;
	const checks = await Promise.all(
		nodes.map(async (node) => {
			const check = checkNode(node, loaded, read);
			if (await hasPreview(n8n.url, node.type)) return { ...node, ...check };
			return { ...node, ...check, complaints: [...check.complaints, 'NO, it has no schema preview'] };
		}),
	);
	for (const { type, isTool, complaints } of checks) {
		const verdict = [isTool ? 'node and tool' : 'node', ...complaints].join('   ');
		process.stdout.write(`${type.padEnd(width)}${verdict}\n`);
	}
	const strangers = unaccounted(nodes, loaded);
	for (const name of strangers)
		process.stdout.write(`${name.padEnd(width)}NO, the package does not declare it\n`);

	const wrong = checks.filter(({ complaints }) => complaints.length > 0).length + strangers.length;
	const tools = checks.filter(({ isTool }) => isTool).length;
	process.stdout.write(
		`\n${checks.filter((check) => check.loaded).length} of ${nodes.length} nodes loaded, ` +
			`${tools} of ${declaredTools.length} tools: ` +
			`${wrong === 0 ? 'all as declared in the package' : `${wrong} NOT as declared in the package`}.\n`,
	);
	return wrong === 0 ? 0 : 1;
});
