import { generateKeyPairSync, sign } from 'node:crypto';
import tls from 'node:tls';

const [INTEGER, BIT_STRING, UTF8_STRING, UTC_TIME, SEQUENCE, SET] = [0x02, 0x03, 0x0c, 0x17, 0x30, 0x31];

/** `ecdsa-with-SHA256`, RFC 5758. */
const SIGNATURE_ALGORITHM = Buffer.from('300a06082a8648ce3d040302', 'hex');
/** `commonName`, RFC 5280. */
const COMMON_NAME = Buffer.from('0603550403', 'hex');

function der(tag: number, ...parts: Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** A key and a certificate for `localhost` that nobody has signed but itself, both as PEM. */
export function selfSignedCertificate(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const host = der(UTF8_STRING, Buffer.from('localhost'));
	const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, host)));
	const time = (text: string) => der(UTC_TIME, Buffer.from(text));
	const content = der(
		SEQUENCE,
		der(INTEGER, Buffer.from([1])),
		SIGNATURE_ALGORITHM,
		name,
		der(SEQUENCE, time('200101000000Z'), time('491231235959Z')),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', content, privateKey));
	const certificate = der(SEQUENCE, content, SIGNATURE_ALGORITHM, signature).toString('base64');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
	};
}

/** Has this process trust a certificate, as n8n does with `NODE_EXTRA_CA_CERTS`. Gives what ends it. */
export function trustCertificate(ca: string): () => void {
	const { createSecureContext } = tls;
	tls.createSecureContext = (options) => createSecureContext({ ...options, ca });
	return () => {
		tls.createSecureContext = createSecureContext;
	};
}
