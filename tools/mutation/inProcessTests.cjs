const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, relative, sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { transformSync } = require('@swc/core');
const { expect } = require('expect');
const circus = require('jest-circus');

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
		this.compiled = new Map();
		this.resolved = new Map();
		this.idOf = new WeakMap();
		circus.addEventHandler((event) => this.handle(event));
	}

	/** Makes jest's globals known and prepares the process as `jest.config.js` says. */
	async start() {
		const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
		// All that the tests of `stryker.config.mjs` need of the object.
		const jest = new ModernFakeTimers({ config: { fakeTimers: {} }, global: globalThis });
		Object.assign(globalThis, {
			describe,
			it,
			test,
			beforeAll,
			beforeEach,
			afterAll,
			afterEach,
			expect,
			jest,
		});
		Module._extensions['.ts'] = (module, filename) => this.evaluate(module, filename);
		const load = (path) => require(path.replace('<rootDir>', this.root));
		await load(jestConfig.globalSetup).default();
		this.tearDown = load(jestConfig.globalTeardown).default;
		jestConfig.setupFiles.forEach(load);
	}

	/** Undoes what {@link start} left on the disk. */
	stop() {
		this.tearDown?.();
	}

	/** Loads a module, named from the root. */
	require(path) {
		require(join(this.root, path));
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
				this.load(file);
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

	/** Loads a test file, which makes its tests known; without their stacks, which cost much and are not shown. */
	load(file) {
		const { stackTraceLimit } = Error;
		Error.stackTraceLimit = 0;
		try {
			delete require.cache[file];
			require(file);
		} finally {
			Error.stackTraceLimit = stackTraceLimit;
		}
	}

	handle(event) {
		if (event.name === 'run_start') this.selectTests();
		if (event.name === 'test_start') {
			if (this.current.bail && this.current.failed) event.test.mode = 'skip';
			else this.current.onTest(this.idOf.get(event.test));
		}
		if (event.name === 'test_done') this.note(event.test);
	}

	/** Gives each test of the file an id, and takes out those that are not wanted. */
	selectTests() {
		const { file, wants } = this.current;
		const seen = new Map();
		const ids = [];
		const root = circus.getState().rootDescribeBlock;
		for (const test of testsOf(root)) {
			const name = `${this.nameOf(file)} ${namesOf(test).join(' > ')}`;
			const times = (seen.get(name) ?? 0) + 1;
			seen.set(name, times);
			const id = times === 1 ? name : `${name} (${times})`;
			this.idOf.set(test, id);
			ids.push(id);
		}
		// A mutant may change the names of tests, which then are not among those that are wanted.
		if (!this.idsOf.has(file)) this.idsOf.set(file, ids);
		keepOnly(root, (test) => wants(this.idOf.get(test)));
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

	/** Runs a module's code, which is transpiled and compiled only once however often it is loaded. */
	evaluate(module, filename) {
		if (!this.compiled.has(filename)) {
			const source = readFileSync(filename, 'utf8');
			const { code } = transformSync(source, { ...swcOptions, filename, swcrc: false, configFile: false });
			const names = ['exports', 'require', 'module', '__filename', '__dirname'];
			this.compiled.set(filename, compileFunction(code, names, { filename }));
		}
		const folder = dirname(filename);
		const load = (id) => {
			const key = `${folder}:${id}`;
			const known = this.resolved.get(key) ?? Module._resolveFilename(id, module);
			this.resolved.set(key, known);
			return require.cache[known]?.exports ?? module.require(known);
		};
		this.compiled.get(filename).call(module.exports, module.exports, load, module, filename, folder);
	}
}

function testsOf(block) {
	return block.children.flatMap((child) => (child.type === 'test' ? [child] : testsOf(child)));
}

function keepOnly(block, isWanted) {
	block.children = block.children.filter((child) =>
		child.type === 'test' ? isWanted(child) : keepOnly(child, isWanted),
	);
	return block.children.length > 0;
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
