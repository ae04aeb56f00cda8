const INTERVAL_MS = 5_000;

/** Writes one line of progress; standard error, so that a command's own output stays clean. */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Does the work, and says every few seconds that it's still being done and for how long. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	say(`${what} …`);
	const timer = setInterval(() => {
		say(`${what} … ${elapsed(startedAt)}`);
	}, INTERVAL_MS);
	try {
		return await work();
	} finally {
		clearInterval(timer);
	}
}

function elapsed(since: number): string {
	const seconds = Math.round((Date.now() - since) / 1000);
	const minutes = Math.floor(seconds / 60);
	return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
