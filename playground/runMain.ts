import { say } from '../tools/progress';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Has something done when the program ends, in whatever way. */
export type AtEnd = (cleanUp: () => Promise<void>) => void;

/**
 * Runs a program: its result is the exit code, an error is shown and gives 1. What was to be done
 * at the end is done also when it's interrupted.
 */
export function runMain(main: (atEnd: AtEnd) => Promise<number>): void {
	const cleanUps: Array<() => Promise<void>> = [];
	let ending: Promise<never> | undefined;

	const end = (code: number): Promise<never> => {
		ending ??= (async () => {
			for (const cleanUp of cleanUps.reverse()) {
				try {
					await cleanUp();
				} catch (error) {
					say(String(error));
				}
			}
			return process.exit(code);
		})();
		return ending;
	};

	for (const [signal, code] of Object.entries(SIGNALS)) {
		process.on(signal, () => void end(code));
	}
	main((cleanUp) => cleanUps.push(cleanUp)).then(
		(code) => end(code),
		(error: unknown) => {
			if (!ending) say(error instanceof Error ? error.message : String(error));
			return end(1);
		},
	);
}
