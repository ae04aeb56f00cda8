import type { Browser } from 'playwright-core';

const QUALITY = 0.9;

/** Makes a picture a fifth of its size, by the browser's own means. */
export async function toWebp(browser: Browser, png: Buffer): Promise<Buffer> {
	const page = await browser.newPage();
	try {
		const webp = await page.evaluate(
			async ([source, quality]) => {
				const picture = await createImageBitmap(await (await fetch(source)).blob());
				const canvas = new OffscreenCanvas(picture.width, picture.height);
				canvas.getContext('2d')?.drawImage(picture, 0, 0);
				const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
				return Array.from(new Uint8Array(await blob.arrayBuffer()));
			},
			[`data:image/png;base64,${png.toString('base64')}`, QUALITY] as const,
		);
		return Buffer.from(webp);
	} finally {
		await page.close();
	}
}
