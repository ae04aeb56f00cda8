import '../engine/environment';

import crypto, { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { IDataObject, OnError } from 'n8n-workflow';

import { startSimulator, type RecordedRequest, type Simulator } from '../../simulator';
import createUserFolder, { removeUserFolder } from '../engine/userFolder';
import { built, manifest } from '../package';
import { simulatorCredentials } from '../simulatorCredentials';
import { scenarios, type Scenario } from './scenarios';

interface Tried {
	given: Scenario;
	/** What came of it, by *On Error*. */
	became: Partial<Record<OnError, object>>;
}

interface Snapshot {
	nodes: object[];
	credentials: object[];
	/** The files of `dist`; those that are no code with a hash. */
	files: Record<string, string>;
	scenarios: Record<string, Tried>;
}

const root = join(__dirname, '..', '..');
const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/**
 * Only what JSON can hold, so that what was just made compares with what was stored. Of a function it
 * says no more than that there is one: what it does shows in the requests.
 */
function plain<T>(value: T): T {
	const asJson = JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'function' ? 'function' : part,
	);
	return JSON.parse(asJson) as T;
}

function files(): Record<string, string> {
	const paths = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	return Object.fromEntries(
		paths.map((path) => [relative(root, path), path.endsWith('.js') ? 'code' : hash(readFileSync(path))]),
	);
}

let drawn = 0;

/**
 * Stops the clock and takes the chance out of identifiers: those drawn before the first request, by
 * the node, are numbered; those drawn later, by the simulator while items overtake each other, are all
 * alike.
 */
function standStill(simulator: Simulator): void {
	Date.now = () => Date.UTC(2026, 0, 1);
	const next = () => (simulator.requests().length === 0 ? (drawn += 1) : 0);
	Object.assign(crypto, {
		randomBytes: (size: number) => Buffer.alloc(size, next()),
		randomInt: () => 0,
	});
}

async function tryOut(simulator: Simulator, given: Scenario, onError: OnError): Promise<object> {
	// n8n-core reads its user folder when it is loaded.
	const { execute } = await import('../engine');
	const { ownHeaders } = await import('../../test/support/samples');
	drawn = 0;
	simulator.reset();
	given.faults.forEach((fault) => simulator.inject(fault));
	const { node: type, credential, fields, parameters, items } = given;
	const saved = { [credential]: { ...simulatorCredentials(simulator.url)[credential].data, ...fields } };
	const { status, error, outputs, run } = await execute(
		{ type, parameters, settings: { onError } },
		items,
		saved,
	);

	const arrived = (request: RecordedRequest) => {
		const { provider, method, path, query, text, body } = request;
		const headers = Object.entries(ownHeaders(request)).map(([name, value]) => {
			const lower = name.toLowerCase();
			return [lower, ['accept', 'content-type'].includes(lower) ? value : `hashed ${hash(value)}`];
		});
		return {
			method,
			path: `${provider}${path}`,
			query,
			headers: Object.fromEntries(headers),
			body: body ?? text,
		};
	};
	const requests = simulator.requests().map(arrived);
	// Items of a batch are sent side by side, and their requests arrive in no order.
	if (items.length > 1) requests.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
	const { hints } = run.data.resultData.runData['Under Test']?.[0] ?? {};
	const seen = {
		status,
		...(error && { error: { message: error.message, description: error.description } }),
		requests,
		outputs: Object.fromEntries(Object.entries(outputs).filter(([, left]) => left.length > 0)),
		...(hints && { hints }),
	};
	const { host } = new URL(simulator.url);
	return JSON.parse(JSON.stringify(seen).replaceAll(host, 'simulator')) as object;
}

/** @param tried the scenarios of an earlier snapshot, or new ones */
async function take(tried: Record<string, Scenario>): Promise<Snapshot> {
	const simulator = await startSimulator();
	try {
		standStill(simulator);
		// The engine draws identifiers of its own when it runs for the first time.
		const [first] = Object.values(tried);
		await tryOut(simulator, first, 'stopWorkflow');
		const results: Snapshot['scenarios'] = {};
		for (const [name, given] of Object.entries(tried)) {
			const became: Tried['became'] = {};
			for (const onError of given.onError) became[onError] = await tryOut(simulator, given, onError);
			results[name] = { given, became };
		}
		const { nodes, credentials } = manifest.n8n;
		return plain({
			nodes: built(nodes),
			credentials: built(credentials),
			files: files(),
			scenarios: results,
		});
	} finally {
		await simulator.close();
	}
}

const short = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 80);

/** One line for each path at which two values differ. */
function differences(before: unknown, after: unknown, path = ''): string[] {
	if (Object.is(before, after)) return [];
	const areBoth = [before, after].every((value) => typeof value === 'object' && value !== null);
	if (!areBoth || Array.isArray(before) !== Array.isArray(after)) {
		return [`${path}: ${short(before)} → ${short(after)}`];
	}
	const [old, now] = [before as IDataObject, after as IDataObject];
	const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
	return [...keys].flatMap((key) => differences(old[key], now[key], path === '' ? key : `${path} › ${key}`));
}

async function main([first, second]: string[]): Promise<void> {
	const file = first === '--compare' ? second : first;
	if (file === undefined) throw new Error('Usage: npm run snapshot -- [--compare] <file>');
	createUserFolder();
	try {
		if (first !== '--compare') {
			const snapshot = await take(scenarios());
			writeFileSync(file, `${JSON.stringify(snapshot, null, '\t')}\n`);
			console.log(`${Object.keys(snapshot.scenarios).length} scenarios written to ${file}`);
			return;
		}
		const before = JSON.parse(readFileSync(file, 'utf8')) as Snapshot;
		const given = Object.entries(before.scenarios).map(([name, tried]) => [name, tried.given]);
		const found = differences(before, await take(Object.fromEntries(given) as Record<string, Scenario>));
		console.log(found.length === 0 ? 'the same' : found.join('\n'));
		if (found.length > 0) process.exitCode = 1;
	} finally {
		removeUserFolder();
	}
}

void main(process.argv.slice(2));
