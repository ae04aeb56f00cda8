import { randomBytes, randomInt } from 'node:crypto';

/** Letters and digits without those that are easily confused. */
const CLEAR_CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A random text of `length` decimal digits; leading zeros occur. */
export function randomDigits(length: number): string {
	return randomFrom('0123456789', length);
}

/** A random text of `length` upper-case letters and digits. */
export function randomAlphanumeric(length: number): string {
	return randomFrom(CLEAR_CHARACTERS, length);
}

/** `bytes` random bytes in hexadecimal. */
export function randomHex(bytes: number): string {
	return randomBytes(bytes).toString('hex');
}

/** A text in the form of a JSON Web Token that carries `claims`; its signature is random. */
export function jwtLike(claims: Record<string, unknown>): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(32).toString('base64url')}`;
}

/** Whether a text has the form of an email address. */
export function isEmailAddress(text: string): boolean {
	return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
}

/**
 * Whether a recipient stands for one whom the provider does not know: an email address whose
 * local part begins with `stranger`, or a number that ends in `0000`.
 */
export function isStranger(recipient: string): boolean {
	return recipient.includes('@')
		? recipient.toLowerCase().startsWith('stranger')
		: recipient.endsWith('0000');
}

function randomFrom(characters: string, length: number): string {
	let text = '';
	while (text.length < length) text += characters.charAt(randomInt(characters.length));
	return text;
}
