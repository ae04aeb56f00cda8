const REMIND_EVERY_MS = 60_000;

/** Writes one line of progress; standard error, so that a command's own output stays clean. */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Does one step of several, and says when it begins, each minute that it goes on, and how long it took. */
export async function withProgress<T>(step: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
	say(`${step} …`);
	const timer = setInterval(() => say(`${step} … ${elapsed()}`), REMIND_EVERY_MS);
	try {
		const result = await work();
		say(`${step}: done in ${elapsed()}`);
		return result;
	} finally {
		clearInterval(timer);
	}
}
