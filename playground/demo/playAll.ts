import type { Playground } from '../playground';
import { CHAPTERS } from './cases';
import type { Passage } from './passages';
import { describeCase, heading } from './report';
import { runCase } from './runCase';

const DAY_SECONDS = 24 * 3600;

/** What became of the items of all cases. */
export interface AllPlayed {
	passages: Passage[];
	/** How many steps went otherwise than expected. */
	astray: number;
}

/**
 * Plays every case through the example workflows.
 *
 * @param print is given the report, chapter by chapter and case by case
 */
export async function playAll(playground: Playground, print: (text: string) => void): Promise<AllPlayed> {
	// Some cases wait by the simulator's clock only, and n8n would keep using an expired token.
	playground.simulator.setTokenTtl(DAY_SECONDS);
	const all: AllPlayed = { passages: [], astray: 0 };
	for (const { title, cases } of CHAPTERS) {
		print(heading(title));
		for (const one of cases) {
			const played = await runCase(one, playground);
			const described = describeCase(one, played);
			print(described.text);
			all.astray += described.astray;
			all.passages.push(...played.passages);
		}
	}
	return all;
}
