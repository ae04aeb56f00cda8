import { chromium, type Browser, type Page } from 'playwright-core';

import { chromiumPath } from './chromium';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--font-render-hinting=none',
	'--force-color-profile=srgb',
];
/** These machines may be slow and shared; what is there appears at once elsewhere. */
const PATIENCE_MS = 60_000;

/** How a page is looked at. */
export interface Look {
	theme: Theme;
	/** Of the page, in pixels. */
	width: number;
	height: number;
	/** Of the pictures, in their pixels for each pixel of the page; 1 when not given. */
	deviceScaleFactor?: number;
}

/** Starts the browser. */
export async function launchBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });
}

/** Opens an empty page in a browser context of its own, with a preferred theme. */
export async function openPage(
	browser: Browser,
	{ theme, width, height, deviceScaleFactor }: Look,
): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width, height },
		deviceScaleFactor,
		colorScheme: theme,
		reducedMotion: 'reduce',
	});
	context.setDefaultTimeout(PATIENCE_MS);
	await context.addInitScript(`localStorage.setItem('N8N_THEME', '${theme}')`);
	return await context.newPage();
}
