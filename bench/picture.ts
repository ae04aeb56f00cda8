import { describeLatency, format, type RaceResult } from './results';

const WIDTH = 800;
const LEFT = 250;
const RIGHT = 70;
const BAR = 12;
const ROW = 38;
const HEADING = 34;
const TOP = 84;

const COLORS = { chain: '#9aa4b2', ours: '#d6336c', text: '#24292f', muted: '#57606a', line: '#d0d7de' };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

interface TextStyle {
	size?: number;
	color?: string;
	weight?: number;
	anchor?: 'start' | 'end';
}

function text(x: number, y: number, content: string, style: TextStyle = {}): string {
	const { size = 13, color = COLORS.text, weight = 400, anchor = 'start' } = style;
	const font = `font-size="${size}" font-weight="${weight}" fill="${color}" text-anchor="${anchor}"`;
	return `<text x="${x}" y="${y}" ${font}>${escaped(content)}</text>`;
}

const bar = (x: number, y: number, width: number, color: string) =>
	`<rect x="${x}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2" fill="${color}"/>`;

/**
 * Draws the seconds of both workflows as bars, as SVG. It has a background of its own, so that it can be read
 * on light and dark pages.
 *
 * @param items how many each run had
 */
export function drawPicture(races: readonly RaceResult[], items: number): string {
	const longest = Math.max(
		...races.flatMap(({ chain, ours }) => [chain.seconds.median, ours.seconds.median]),
	);
	const scale = (WIDTH - LEFT - RIGHT) / longest;
	const drawn: string[] = [
		text(24, 34, `Seconds for ${format(items)} items; shorter is better`, { size: 16, weight: 600 }),
		...[bar(24, 50, BAR, COLORS.chain), text(44, 61, 'HTTP Request and If')],
		...[bar(194, 50, BAR, COLORS.ours), text(214, 61, 'These nodes')],
	];
	let y = TOP;
	let title = '';
	for (const race of races) {
		if (race.title !== title) {
			({ title } = race);
			drawn.push(text(24, y + 20, title, { size: 14, weight: 600 }));
			y += HEADING;
		}
		drawn.push(
			text(LEFT - 12, y + 19, describeLatency(race.latency), { anchor: 'end', color: COLORS.muted }),
		);
		for (const [index, name] of (['chain', 'ours'] as const).entries()) {
			const [top, seconds] = [y + 2 + index * (BAR + 2), race[name].seconds.median];
			drawn.push(bar(LEFT, top, seconds * scale, COLORS[name]));
			drawn.push(text(LEFT + seconds * scale + 6, top + 10, format(seconds, 1), { size: 11 }));
		}
		y += ROW;
	}
	const height = y + 16;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif">`,
		`<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="${COLORS.line}"/>`,
		...drawn,
		'</svg>',
		'',
	].join('\n');
}
