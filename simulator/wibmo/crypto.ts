import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-192-cbc';
const BLOCK_BYTES = 16;

/** Turns plaintext into tokens and back, with a secret of its own. */
export class TokenCrypto {
	private readonly secret = randomBytes(24);

	/**
	 * AES-192-CBC with PKCS padding after https://developer.wibmo.com/reference/prepaid-apis-introduction
	 * Assumption: a random initialisation vector stands in front of the ciphertext. The rule is not
	 * printed; the lengths of the sample tokens and their differing first blocks suggest it.
	 * @returns base64
	 */
	encrypt(plaintext: string): string {
		const vector = randomBytes(BLOCK_BYTES);
		const cipher = createCipheriv(CIPHER, this.secret, vector);
		return Buffer.concat([vector, cipher.update(plaintext, 'utf8'), cipher.final()]).toString('base64');
	}

	/** The plaintext of a token; undefined for a text that is no token of this simulator. */
	decrypt(token: unknown): string | undefined {
		if (typeof token !== 'string' || !/^[A-Za-z0-9+/]+=*$/.test(token)) return undefined;
		const bytes = Buffer.from(token, 'base64');
		if (bytes.length < 2 * BLOCK_BYTES || bytes.length % BLOCK_BYTES !== 0) return undefined;
		try {
			const decipher = createDecipheriv(CIPHER, this.secret, bytes.subarray(0, BLOCK_BYTES));
			return Buffer.concat([decipher.update(bytes.subarray(BLOCK_BYTES)), decipher.final()]).toString('utf8');
		} catch {
			return undefined;
		}
	}
}
