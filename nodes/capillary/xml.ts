import { type JsonObject } from '../engine';

/** Maximum nesting; Capillary's answers have about eight levels. */
const DEEPEST = 30;

/** A declaration, comment, CDATA section, tag or text. Sticky: each match starts where the last one ended. */
const TOKEN =
	/<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[(?<data>[^]*?)\]\]>|<(?<closing>\/?)(?<name>[A-Za-z_][\w.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>|(?<characters>[^<]+)/y;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

class Element {
	readonly children = new Map<string, unknown[]>();
	text = '';

	constructor(readonly name: string) {}

	add(name: string, value: unknown): void {
		const values = this.children.get(name);
		if (values === undefined) this.children.set(name, [value]);
		else values.push(value);
	}

	/** An element with children becomes an object; children with the same name become a list. */
	value(): JsonObject | string {
		if (this.children.size === 0) return this.text.trim();
		return Object.fromEntries(
			[...this.children].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
		);
	}
}

/**
 * Parses an XML answer of v1.1 into the shape of the JSON answer. Capillary's answers have no relevant
 * attributes, so attributes are skipped.
 *
 * @returns an object with the root element as its only member; `undefined` if the text is not well-formed,
 * or has a document type, as web pages do
 */
export function parseXml(text: string): JsonObject | undefined {
	const document = new Element('');
	const open = [document];
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < text.length) {
		const { data, closing, name, empty, characters } = TOKEN.exec(text)?.groups ?? {};
		const current = open[open.length - 1];
		if (TOKEN.lastIndex === 0) return undefined;
		if (name === undefined) {
			current.text += data ?? decodeEntities(characters ?? '');
		} else if (closing === '/') {
			if (current.name !== name) return undefined;
			open.pop();
			open[open.length - 1].add(name, current.value());
		} else if (empty === '/') {
			current.add(name, '');
		} else {
			if (open.length > DEEPEST) return undefined;
			open.push(new Element(name));
		}
	}
	const roots = [...document.children.values()].flat();
	const isDocument = open.length === 1 && roots.length === 1 && document.text.trim() === '';
	return isDocument ? (document.value() as JsonObject) : undefined;
}

function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,5}));/gi, (whole, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[name as string] ?? (whole as string);
		const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string);
	});
}
