import { randomBytes } from 'crypto';

/** A random identifier of digits and capital letters. */
export function newIdentifier(length: number): string {
	const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}
