/**
 * How much CPU time an item takes n8n, and how much the package: `{ items, pairs, url }` as JSON in the
 * argument, an {@link OwnShare} of each scenario as JSON in the output.
 */
import '../../tools/engine/environment';

import type { IExecuteFunctions } from 'n8n-workflow';

import createUserFolder, { removeUserFolder } from '../../tools/engine/userFolder';
import type { OwnShare } from '../results';
import type { Scenario } from '../scenarios';
import { spreadOf } from '../statistics';

/** Until the compiler has optimized the code. */
const WARM_UP_ROUNDS = 3;

interface Order {
	items: number;
	pairs: number;
	url: string;
}

async function measure(scenario: Scenario, { items, pairs, url }: Order): Promise<OwnShare> {
	const { builtNode, executeOf, registerAs } = await import('./builtNode');
	const { answeredAtOnce } = await import('./atOnce');
	const { record, replay } = await import('./replay');
	let cpuMs = 0;
	const timed = (execute: ReturnType<typeof executeOf>) => async (context: IExecuteFunctions) => {
		const before = process.cpuUsage();
		const outputs = await execute(context);
		const { user, system } = process.cpuUsage(before);
		cpuMs = (user + system) / 1000;
		return outputs;
	};
	const node = executeOf(builtNode(scenario));
	const recorded = record(node);
	await registerAs('recorded', scenario, url, recorded.execute)(2, 1);
	const bare = replay(recorded.trace, scenario.ours.output + 1);
	const run = {
		bare: registerAs('bare', scenario, url, timed(bare)),
		ours: registerAs('ours', scenario, url, timed(node)),
		bareAtOnce: registerAs('bareAtOnce', scenario, url, timed(answeredAtOnce(bare))),
		oursAtOnce: registerAs('oursAtOnce', scenario, url, timed(answeredAtOnce(node))),
	};
	const names = Object.keys(run) as Array<keyof typeof run>;
	const perItem: Record<keyof typeof run, number[]> = { bare: [], ours: [], bareAtOnce: [], oursAtOnce: [] };
	for (let round = -WARM_UP_ROUNDS; round < pairs; round += 1) {
		// Each of them leaves garbage for the next one to collect.
		for (const name of round % 2 === 0 ? names : [...names].reverse()) {
			await run[name](items);
			if (round >= 0) perItem[name].push(cpuMs / items);
		}
	}
	const { oursAtOnce, bareAtOnce } = perItem;
	return {
		title: scenario.title,
		bare: spreadOf(perItem.bare),
		ours: spreadOf(perItem.ours),
		share: spreadOf(oursAtOnce.map((value, round) => value - bareAtOnce[round])),
	};
}

async function main(): Promise<void> {
	createUserFolder();
	try {
		// n8n-core reads its user folder when it is loaded.
		const { SCENARIOS } = await import('../scenarios');
		const shares: OwnShare[] = [];
		for (const scenario of SCENARIOS) {
			shares.push(await measure(scenario, JSON.parse(process.argv[2]) as Order));
		}
		console.log(JSON.stringify(shares));
	} finally {
		removeUserFolder();
	}
}

void main();
