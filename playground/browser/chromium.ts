import { existsSync } from 'node:fs';

import { say } from '../../tools/progress';
import { runCommand } from '../../tools/runCommand';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What the pictures in README and docs were drawn with. */
const FONTS = ['fonts-dejavu-core', 'fonts-liberation'];

/**
 * Finds a Chromium or Chrome on this machine, and installs Debian's where there is none and this
 * process may do so.
 *
 * @returns the path of its program
 * @throws Error that says what to install, if there is none
 */
export async function chromiumPath(): Promise<string> {
	const found = process.env.CHROMIUM_PATH ?? PLACES.find((place) => existsSync(place));
	if (found !== undefined) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		say('Installing Chromium. This is done once.');
		await aptGet(['update']);
		await aptGet(['install', '-y', '--no-install-recommends', 'chromium', ...FONTS]);
		if (existsSync(PLACES[0])) return PLACES[0];
	}
	throw new Error(
		'There is no Chromium on this machine. Install it (on Debian or Ubuntu: apt-get install chromium), ' +
			'or name the path of a Chromium or Chrome in CHROMIUM_PATH.',
	);
}

async function aptGet(args: string[]): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	try {
		await runCommand('apt-get', args, { cwd: '/', env });
	} catch (error) {
		throw new Error(`Chromium could not be installed. ${(error as Error).message}`);
	}
}
