import type { Reader } from './field';
import { readTyped } from './typedText';

const LOCAL_PART = /^(?=.{1,64}$)[^\s@"<>(),;:\\[\]\p{C}.]+(\.[^\s@"<>(),;:\\[\]\p{C}.]+)*$/u;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;

const expected = 'an email address such as name@example.com';

/**
 * A domain in ASCII: what the mail system itself uses for an internationalized one, so that it needs no
 * support by the provider.
 *
 * @returns an empty text if it cannot be a domain
 */
function toAscii(domain: string): string {
	if (!/\P{ASCII}/u.test(domain)) return domain;
	if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return '';
	try {
		return new URL(`https://${domain}`).hostname;
	} catch {
		return '';
	}
}

/**
 * Reads an address, also with what surrounds it in a link or a list of recipients; `undefined` if it is none.
 * An address is never taken out of a longer text: a workflow may have checked how that text ends, such as
 * `someone@evil.example <name@example.com>`.
 */
function parse(text: string): string | undefined {
	const address = text
		.replace(/^<([^<>]*)>$/, '$1')
		.replace(/^ ?mailto:/i, '')
		.replace(/ ?([@.]) ?/g, '$1')
		.trim();
	const at = address.lastIndexOf('@');
	const domain = toAscii(address.slice(at + 1));
	return LOCAL_PART.test(address.slice(0, Math.max(at, 0))) && DOMAIN.test(domain)
		? `${address.slice(0, at)}@${domain}`
		: undefined;
}

/** Reads an email address, also one copied with `<>` around it or `mailto:` in front of it. */
export const emailAddress: Reader<string | undefined> = {
	expected,
	read(input) {
		const text = readTyped(input, expected, () => {
			throw input.refusal(expected);
		});
		const address = text === undefined ? undefined : parse(text);
		if (text !== undefined && address === undefined) throw input.mistyped('invalidRecipient', expected);
		return address;
	},
};
