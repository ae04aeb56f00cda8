import type { Browser } from 'playwright-core';

/** The side of the squares that are compared, in pixels. */
const SQUARE = 24;
/**
 * How far the brightness of a square may be off on the average, of 255. Fonts are drawn a little
 * differently from machine to machine; another word or line goes beyond it.
 */
const TOLERANCE = 12;

/**
 * Compares two pictures, square by square.
 *
 * @returns how many squares differ; `Infinity` where the pictures have different sizes
 */
export async function differentSquares(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
	const page = await browser.newPage();
	try {
		const count = await page.evaluate(
			async ([sources, side, tolerance]) => {
				const [a, b] = await Promise.all(
					sources.map(async (source) => {
						const picture = await createImageBitmap(await (await fetch(source)).blob());
						const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
						context?.drawImage(picture, 0, 0);
						return context?.getImageData(0, 0, picture.width, picture.height);
					}),
				);
				if (!a || !b || a.width !== b.width || a.height !== b.height) return -1;
				const across = Math.ceil(a.width / side);
				const squares = across * Math.ceil(a.height / side);
				const [off, pixels] = [new Float64Array(squares), new Float64Array(squares)];
				for (let pixel = 0; pixel < a.width * a.height; pixel++) {
					const [x, y] = [pixel % a.width, Math.floor(pixel / a.width)];
					const square = Math.floor(y / side) * across + Math.floor(x / side);
					for (let part = 4 * pixel; part < 4 * pixel + 3; part++) {
						off[square] += Math.abs(a.data[part] - b.data[part]) / 3;
					}
					pixels[square] += 1;
				}
				return off.filter((sum, square) => sum / pixels[square] > tolerance).length;
			},
			[
				[one, other].map((picture) => `data:image/webp;base64,${picture.toString('base64')}`),
				SQUARE,
				TOLERANCE,
			] as const,
		);
		return count < 0 ? Infinity : count;
	} finally {
		await page.close();
	}
}
