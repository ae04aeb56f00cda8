import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
	determineHitLimitReached,
	DryRunStatus,
	MutantRunStatus,
	TestStatus,
} from '@stryker-mutator/api/test-runner';

const { InProcessTests, LONGEST_TEST_MS } = createRequire(import.meta.url)('./inProcessTests.cjs');

/** Where the instrumented code and the runner meet: which mutant is active, and what was covered. */
const stryker = (globalThis.__stryker__ ??= {});

/** Settings of this runner in `stryker.config.mjs`. */
export const strykerValidationSchema = {
	properties: {
		inProcess: {
			type: 'object',
			properties: {
				testFiles: { type: 'array', items: { type: 'string' } },
				keptFolders: { type: 'array', items: { type: 'string' } },
			},
		},
	},
};

const PROVIDERS = ['capillary', 'hyperverge', 'iserveu', 'wibmo'];
const SIMPLEST_AND_LONGEST = ['hyperverge', 'wibmo'];

/** Tells Stryker which tests notice a mutant. Runs in a worker process whose folder is the instrumented copy. */
class InProcessRunner {
	constructor(log, { testFiles, keptFolders }) {
		this.log = log;
		const root = process.cwd();
		const files = testFiles.map((file) => resolve(root, file));
		this.tests = new InProcessTests(root, files, keptFolders);
		this.isDirty = false;
		/** By source file, the tests that noticed its mutants, the latest first. */
		this.noticed = new Map();
		// Work that a mutant left behind may end in an error at any time; it is no reason to end the process.
		process.on('uncaughtException', (error) => this.log.debug('Uncaught: %s', error));
	}

	capabilities() {
		return { reloadEnvironment: true };
	}

	async init() {
		await this.tests.start();
		// Loads the tests without running them, to know their ids, and what tests load on their way, so that
		// it counts as static for all of them.
		readdirSync(resolve('credentials')).forEach((file) => this.tests.require(`credentials/${file}`));
		await this.tests.run({ wants: () => false, bail: false });
		const idsOf = (file) => this.tests.idsOf.get(file);
		this.repeated = new Set(this.tests.files.filter(isEngineRun).map(idsOf).filter(areMany).flat());
	}

	async dispose() {
		this.tests.stop();
	}

	async dryRun() {
		const results = await this.tests.run({
			wants: () => true,
			bail: false,
			onTest: (id) => (stryker.currentTestId = id),
		});
		return {
			status: DryRunStatus.Complete,
			mutantCoverage: stryker.mutantCoverage,
			tests: results.map(({ id, file, errors, durationMs }) => ({
				id,
				name: id,
				fileName: file,
				timeSpentMs: durationMs,
				...(errors.length === 0
					? { status: TestStatus.Success }
					: { status: TestStatus.Failed, failureMessage: errors[0] }),
			})),
		};
	}

	async mutantRun({ activeMutant, hitLimit, mutantActivation, reloadEnvironment, testFilter }) {
		const isStatic = mutantActivation === 'static';
		if (isStatic || reloadEnvironment || this.isDirty) this.tests.unload();
		this.isDirty = isStatic;
		stryker.hitLimit = hitLimit;
		stryker.hitCount = hitLimit === undefined ? undefined : 0;
		const activate = () => (stryker.activeMutant = activeMutant.id);
		const deactivate = () => (stryker.activeMutant = undefined);
		if (isStatic) activate();

		const file = activeMutant.fileName;
		const results = [];
		try {
			for (const wants of this.selections(file, testFilter)) {
				const options = isStatic ? {} : { before: activate, after: deactivate };
				results.push(...(await this.tests.run({ wants, bail: true, ...options })));
				if (results.some(({ errors }) => errors.length > 0)) break;
			}
		} finally {
			deactivate();
		}

		const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
		if (timeout !== undefined) return timeout;
		const failed = results.find(({ errors }) => errors.length > 0);
		if (failed === undefined) return { status: MutantRunStatus.Survived, nrOfTests: results.length };
		// A test that was given up may still be running, with the modules that it knows.
		if (failed.durationMs >= LONGEST_TEST_MS) this.isDirty = true;
		this.remember(file, failed.id);
		return {
			status: MutantRunStatus.Killed,
			killedBy: [failed.id],
			failureMessage: failed.errors[0],
			nrOfTests: results.length,
		};
	}

	/**
	 * The tests that may notice a mutant, those most likely first: what noticed its neighbours, then the
	 * rest. No provider imports another, so a provider's mutants need no tests that are about another one
	 * only; and what all of them share needs, of tests that are there for each, those with the simplest and
	 * with the one of most calls.
	 */
	selections(file, testFilter) {
		const provider = PROVIDERS.find((name) => file.replaceAll('\\', '/').includes(`/nodes/${name}/`));
		const isAbout = (id) => {
			const named = providersIn(id);
			if (provider === undefined && !this.repeated.has(id)) return true;
			const wanted = provider === undefined ? SIMPLEST_AND_LONGEST : [provider];
			return named.length === 0 || wanted.some((name) => named.includes(name));
		};
		const filter = testFilter === undefined ? undefined : new Set(testFilter);
		const candidate = (id) => (filter === undefined || filter.has(id)) && isAbout(id);
		const first = new Set((this.noticed.get(file) ?? []).filter(candidate));
		const rest = (id) => candidate(id) && !first.has(id);
		return first.size === 0 ? [rest] : [(id) => first.has(id), rest];
	}

	remember(file, id) {
		const latest = [id, ...(this.noticed.get(file) ?? []).filter((known) => known !== id)];
		this.noticed.set(file, latest.slice(0, 12));
	}
}

const isEngineRun = (file) => ['workflow', 'inN8n'].some((folder) => file.includes(`${sep}${folder}${sep}`));
const areMany = (ids) => ids.length > 60;

function providersIn(id) {
	return PROVIDERS.filter((name) => id.toLowerCase().includes(name));
}

function createRunner(getLogger, options) {
	return new InProcessRunner(getLogger('in-process'), options.inProcess);
}
createRunner.inject = tokens(commonTokens.getLogger, commonTokens.options);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', createRunner)];
