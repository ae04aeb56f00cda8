const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { relative, sep } = require('node:path');
const circus = require('jest-circus');
const { expect } = require('expect');
const { transformSync } = require('@swc/core');

const jestConfig = require('../../jest.config.js');

const [, swcOptions] = jestConfig.transform['^.+\\.ts$'];

/** The longest that one test may take, in milliseconds; far above what any of them needs. */
const LONGEST_TEST_MS = 6_000;

/**
 * Runs the project's test files with jest's own engine (jest-circus, expect) in this very process. Jest
 * itself gives each file a module registry of its own, and loading n8n-core into one takes longer than
 * most files take to run; a mutation check runs them thousands of times. Here n8n-core is loaded once, and
 * only the project's modules are loaded again.
 */
class InProcessTests {
	/**
	 * @param root the folder of the project
	 * @param files the test files, as absolute paths, in the order in which they run
	 * @param keptFolders folders whose modules stay loaded, because nothing that is mutated is in them
	 */
	constructor(root, files, keptFolders) {
		this.root = root;
		this.files = files;
		this.kept = ['node_modules', ...keptFolders].map((folder) => `${root}${sep}${folder}${sep}`);
		/** The ids of the tests of each file, once it has been loaded. */
		this.idsOf = new Map();
		this.transpiled = new Map();
		this.idOf = new WeakMap();
		circus.addEventHandler((event) => this.handle(event));
	}

	/** Makes jest's globals known and prepares the process as `jest.config.js` says. */
	async start() {
		const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
		Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect });
		Module._extensions['.ts'] = (module, filename) => module._compile(this.transpile(filename), filename);
		const load = (path) => require(path.replace('<rootDir>', this.root));
		await load(jestConfig.globalSetup).default();
		this.tearDown = load(jestConfig.globalTeardown).default;
		jestConfig.setupFiles.forEach(load);
	}

	/** Undoes what {@link start} left on the disk. */
	stop() {
		this.tearDown?.();
	}

	/** Forgets the project's modules, so that they are loaded anew. */
	unload() {
		for (const path of Object.keys(require.cache)) {
			if (path.startsWith(this.root) && !this.kept.some((folder) => path.startsWith(folder))) {
				delete require.cache[path];
			}
		}
	}

	/**
	 * Runs tests, one file after the other.
	 *
	 * @param options `wants` tells by its id whether a test is to run; `bail` ends at the first failure;
	 * `before` and `after` are called around each file's tests, `onTest` with the id of the test that
	 * runs now, or `undefined` between tests
	 * @returns `{ id, file, errors, durationMs }` for each test that ran; a file that cannot be loaded
	 * counts as one failed test
	 */
	async run({ wants, bail, before = () => {}, after = () => {}, onTest = () => {} }) {
		const results = [];
		for (const file of this.files) {
			if (this.idsOf.get(file)?.some(wants) === false) continue;
			this.current = { file, wants, bail, onTest, results, failed: false };
			circus.resetState();
			circus.getState().testTimeout = LONGEST_TEST_MS;
			try {
				delete require.cache[file];
				require(file);
			} catch (error) {
				results.push({ id: `${this.nameOf(file)} loads`, file, errors: [String(error)], durationMs: 0 });
				if (bail) return results;
				continue;
			}
			before();
			const { unhandledErrors } = await circus.run();
			after();
			if (unhandledErrors.length > 0) {
				results.push({ id: `${this.nameOf(file)} ends`, file, errors: unhandledErrors, durationMs: 0 });
				this.current.failed = true;
			}
			if (bail && this.current.failed) return results;
		}
		return results;
	}

	handle(event) {
		if (event.name === 'run_start') this.selectTests();
		if (event.name === 'test_start') {
			if (this.current.bail && this.current.failed) event.test.mode = 'skip';
			if (event.test.mode !== 'skip') this.current.onTest(this.idOf.get(event.test));
		}
		if (event.name === 'test_done') this.note(event.test);
	}

	/** Gives each test of the file an id, and passes over those that are not wanted. */
	selectTests() {
		const { file, wants } = this.current;
		const seen = new Map();
		for (const test of testsOf(circus.getState().rootDescribeBlock)) {
			const name = `${this.nameOf(file)} ${namesOf(test).join(' > ')}`;
			const times = (seen.get(name) ?? 0) + 1;
			seen.set(name, times);
			const id = times === 1 ? name : `${name} (${times})`;
			this.idOf.set(test, id);
			if (!wants(id)) test.mode = 'skip';
			if (!this.idsOf.has(file)) this.idsOf.set(file, []);
			if (!this.idsOf.get(file).includes(id)) this.idsOf.get(file).push(id);
		}
	}

	note(test) {
		const { file, onTest, results } = this.current;
		const errors = test.errors.map((error) => textOf(error));
		results.push({ id: this.idOf.get(test), file, errors, durationMs: test.duration ?? 0 });
		if (errors.length > 0) this.current.failed = true;
		onTest(undefined);
	}

	nameOf(file) {
		return relative(this.root, file).split(sep).join('/');
	}

	transpile(filename) {
		if (!this.transpiled.has(filename)) {
			const source = readFileSync(filename, 'utf8');
			const { code } = transformSync(source, { ...swcOptions, filename, swcrc: false, configFile: false });
			this.transpiled.set(filename, code);
		}
		return this.transpiled.get(filename);
	}
}

function testsOf(block) {
	return block.children.flatMap((child) => (child.type === 'test' ? [child] : testsOf(child)));
}

function namesOf(test) {
	const names = [test.name];
	for (let block = test.parent; block.parent !== undefined; block = block.parent) names.unshift(block.name);
	return names;
}

function textOf(error) {
	const [thrown] = Array.isArray(error) ? error : [error];
	return thrown instanceof Error ? thrown.message : String(thrown);
}

module.exports = { InProcessTests, LONGEST_TEST_MS };
