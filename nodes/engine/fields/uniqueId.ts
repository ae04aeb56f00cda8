import { randomBytes } from 'crypto';

/**
 * An identifier that is unique for each request.
 *
 * @param length how many characters, digits and capital letters
 */
export function newIdentifier(length: number): string {
	const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}
