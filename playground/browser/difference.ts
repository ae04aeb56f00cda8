import { readFileSync } from 'node:fs';
import type pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';

/** Runs in the page, which also reads WebP. */
const PIXELMATCH = readFileSync(require.resolve('pixelmatch'), 'base64');

/** Pixels are counted in the window of this side that has most, so that one word stands out. */
const WINDOW = 24;
/** How far the color of a pixel may be off, from 0 to 1: fonts are drawn a little differently from machine to machine. */
const TOLERANCE = 0.3;

/**
 * Compares two pictures.
 *
 * @returns how many pixels differ in the window of 24 by 24 where most do; `Infinity` where the
 *   pictures have different sizes
 */
export async function differentPixels(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
	const page = await browser.newPage();
	try {
		const content = `import match from 'data:text/javascript;base64,${PIXELMATCH}'; window.pixelmatch = match;`;
		await page.addScriptTag({ type: 'module', content });
		const pixels = await page.evaluate(
			async ([sources, options]) => {
				const [a, b] = await Promise.all(
					sources.map(async (source) => {
						const picture = await createImageBitmap(await (await fetch(source)).blob());
						const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
						context?.drawImage(picture, 0, 0);
						return context?.getImageData(0, 0, picture.width, picture.height);
					}),
				);
				if (!a || !b || a.width !== b.width || a.height !== b.height) return -1;
				const { pixelmatch: match } = window as unknown as { pixelmatch: typeof pixelmatch };
				return match(a.data, b.data, undefined, a.width, a.height, options);
			},
			[
				[one, other].map((picture) => `data:image/webp;base64,${picture.toString('base64')}`),
				{ windowSize: WINDOW, threshold: TOLERANCE },
			] as const,
		);
		return pixels < 0 ? Infinity : pixels;
	} finally {
		await page.close();
	}
}
