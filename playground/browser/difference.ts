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
				const sums = new Map<number, { off: number; pixels: number }>();
				for (let i = 0; i < a.data.length; i += 4) {
					const pixel = i / 4;
					const square = Math.floor(pixel / a.width / side) * across + Math.floor((pixel % a.width) / side);
					const sum = sums.get(square) ?? { off: 0, pixels: 0 };
					for (let part = 0; part < 3; part++) sum.off += Math.abs(a.data[i + part] - b.data[i + part]) / 3;
					sum.pixels += 1;
					sums.set(square, sum);
				}
				return [...sums.values()].filter(({ off, pixels }) => off / pixels > tolerance).length;
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
