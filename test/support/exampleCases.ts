import { CHAPTERS } from '../../playground/demo/cases';
import type { Passage } from '../../playground/demo/passages';
import { runCase } from '../../playground/demo/runCase';
import type { Playground } from '../../playground/playground';

/** Plays every case of the example workflows, as a test each, and tells the branches that its items took. */
export function playExampleCases(
	playground: () => Playground,
	onPassages: (passages: Passage[]) => void = () => undefined,
): void {
	for (const { title, cases } of CHAPTERS) {
		describe(title, () => {
			for (const one of cases) {
				it(one.about, async () => {
					const played = await runCase(one, playground());
					onPassages(played.passages);
					expect(played.passages.map(({ branch }) => branch)).toEqual(one.takes);
					expect(played.astray).toEqual([]);
				});
			}
		});
	}
}
