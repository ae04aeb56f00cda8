import type { JsonObject } from '../shared/json';

/** Longest nesting that is read; Capillary's answers have some eight levels. */
const DEEPEST = 30;

const TOKEN =
	/<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!\[CDATA\[((?:[^\]]|\](?!\]>))*)\]\]>|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open {
	name: string;
	children: Array<[name: string, value: unknown]>;
	text: string;
}

/**
 * Reads an XML answer of v1.1 as if it were the JSON that was asked for: an element with children
 * becomes an object, one without becomes its text, and repeated elements become a list. Attributes say
 * nothing in Capillary's answers and are skipped.
 *
 * @param text a body as it arrived
 * @returns the document, with its root element as the only member; `undefined` if it is not well-formed
 * or has a document type, as web pages do
 */
export function parseXml(text: string): JsonObject | undefined {
	const stack: Open[] = [{ name: '', children: [], text: '' }];
	const source = text.trim();
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < source.length) {
		const token = TOKEN.exec(source);
		if (token === null) return undefined;
		const [, data, closing, name, , empty, words] = token;
		const top = stack[stack.length - 1];
		if (name === undefined) {
			top.text += data ?? decodeEntities(words ?? '');
		} else if (closing === '/') {
			if (top.name !== name || stack.length === 1) return undefined;
			stack.pop();
			stack[stack.length - 1].children.push([name, valueOf(top)]);
		} else if (empty === '/') {
			top.children.push([name, '']);
		} else {
			if (stack.length > DEEPEST) return undefined;
			stack.push({ name, children: [], text: '' });
		}
	}
	const [root] = stack;
	const isDocument = stack.length === 1 && root.children.length === 1 && root.text.trim() === '';
	return isDocument ? objectOf(root) : undefined;
}

function valueOf(element: Open): unknown {
	return element.children.length === 0 ? element.text.trim() : objectOf(element);
}

function objectOf({ children }: Open): JsonObject {
	const members = new Map<string, unknown[]>();
	for (const [name, value] of children) members.set(name, [...(members.get(name) ?? []), value]);
	return Object.fromEntries(
		[...members].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
	);
}

function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,5}));/gi, (whole, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[name as string] ?? (whole as string);
		const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string);
	});
}
