import { randomBytes } from 'crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Made in advance, because it takes about as long to make one byte as a thousand. */
let randomness = Buffer.alloc(0);

/** A random identifier of digits and capital letters. */
export function newIdentifier(length: number): string {
	if (randomness.length < length) randomness = randomBytes(1024 + length);
	const bytes = randomness.subarray(0, length);
	randomness = randomness.subarray(length);
	return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
