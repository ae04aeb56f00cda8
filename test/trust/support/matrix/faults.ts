import { gzipSync } from 'node:zlib';

import type { DeadEnd } from './deadEnds';
import type { Play, ProviderAnswer, StruckCall } from './proxy';
import type { FaultWord } from './verdicts';

/** Something that goes wrong between a node and its provider. */
export interface Fault {
	name: string;
	/** What it means for the call that a node is for. */
	means: FaultWord | 'success';
	/** The status of the answer; `null` where there was none. */
	httpStatus: number | null;
	/** Strikes one call and its repetitions; without it, the address is a dead end for every item. */
	play?: Play;
	/** Whether the provider had acted on the call when the fault struck. */
	acts?: true;
	/** Whether the node has to give up by itself. */
	waits?: true;
	/** Whether it is also tried on variants of a node and on its other calls. */
	everywhere?: true;
}

/** How long a fault that asks the node to wait says so, in seconds. */
export const RETRY_AFTER_SECONDS = 120;

/** More digits than a number of JavaScript can hold. */
export const BIG_NUMBER = '90071992547409930001';

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');
const JSON_TYPE = { 'content-type': 'application/json' };

const PAGE = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1><p>code 200, success</p></body></html>';
const REFUSAL_IN_XML =
	'<response><status><success>false</success><code>401</code><message>Invalid user</message></status></response>';
const YES_IN_XML = '<?xml version="1.0"?><answer><status>success</status><entity>true</entity></answer>';
const OF_THE_WRONG_SHAPE = '{"success":true,"verified":true,"data":[{"status":"ok"}],"code":null}';
const YES_IN_THE_PROTOTYPE =
	'{"__proto__":{"status":"SUCCESS","statusCode":"2","entity":true,"createdId":10,"code":"123456","token":"AAAAAAAAAAAAAAAAAAAAAA==","responseCode":"00"}}';

function end({ response }: StruckCall, status: number, headers: object, body: string | Buffer = ''): void {
	response.writeHead(status, { ...headers }).end(body);
}

type Means = Fault['means'];

const at = (name: DeadEnd, means: Means = 'unreachable'): Fault => ({ name, means, httpStatus: null });

const waiting = (fault: Fault): Fault => ({ ...fault, waits: true });
const everywhere = (...faults: Fault[]): Fault[] => faults.map((fault) => ({ ...fault, everywhere: true }));

/** The provider is not reached; something in front of it answers. */
const instead = (name: string, means: Means, httpStatus: number, headers: object, body = ''): Fault => ({
	name,
	means,
	httpStatus,
	play: (call) => end(call, httpStatus, headers, body),
});

const status = (code: number, means: Means, name = String(code), headers: object = {}) =>
	instead(name, means, code, { ...JSON_TYPE, ...headers }, JSON.stringify({ message: name }));

/** The provider acts, and its answer is spoiled. */
const spoiled = (
	name: string,
	means: Means,
	spoil: (call: StruckCall, answer: ProviderAnswer) => void,
	httpStatus: number | null = 200,
): Fault => ({
	name,
	means,
	httpStatus,
	acts: true,
	play: async (call) => spoil(call, await call.forward()),
});

const replaced = (name: string, means: Means, code: number, headers: object, body: string) =>
	spoiled(name, means, (call) => end(call, code, headers, body), code);

/** The provider's own answer with a further member. */
const extended = (name: string, member: string, encoding: BufferEncoding = 'utf8') =>
	spoiled(name, 'success', (call, answer) => {
		const text = answer.body.toString().replace(/\}\s*$/, `,${member}}`);
		end(call, 200, JSON_TYPE, Buffer.from(text, encoding));
	});

/** The provider's own answer in another spelling. */
const encoded = (name: string, encode: (text: string) => Buffer, charset = 'utf-8') =>
	spoiled(name, 'success', (call, { body }) =>
		end(call, 200, { 'content-type': `application/json; charset=${charset}` }, encode(body.toString())),
	);

function endlessly({ response }: StruckCall): void {
	response.writeHead(200, JSON_TYPE).write('{');
	const trickle = setInterval(() => {
		if (response.destroyed) clearInterval(trickle);
		else response.write(' ');
	}, 50);
}

function inMegabytes({ response }: StruckCall, megabytes: number): void {
	response.writeHead(200, JSON_TYPE);
	let left = megabytes;
	const more = () => {
		while (left > 0) {
			left -= 1;
			if (!response.write(MEGABYTE)) return void response.once('drain', more);
		}
		response.end();
	};
	more();
}

function cutAfter({ response }: StruckCall, answer: ProviderAnswer, bytes: number): void {
	response.writeHead(200, { ...JSON_TYPE, 'content-length': answer.body.length });
	response.write(answer.body.subarray(0, bytes), () => response.socket?.resetAndDestroy());
}

const half = (body: Buffer) => body.subarray(0, Math.floor(body.length / 2));
const reset = ({ response }: StruckCall) => void response.socket?.resetAndDestroy();
const [HTML, XML, GZIP] = [
	{ 'content-type': 'text/html' },
	{ 'content-type': 'application/xml' },
	{ ...JSON_TYPE, 'content-encoding': 'gzip' },
];
const inSeconds = { 'retry-after': String(RETRY_AFTER_SECONDS) };
const redirect = (code: number) => instead(String(code), 'redirected', code, { location: '/elsewhere' });

/** Every fault, in the order in which a person would meet them. */
export const FAULTS: readonly Fault[] = [
	at('DNS failure'),
	...everywhere(
		at('connection refused'),
		waiting(at('unanswered SYN')),
		at('connection closed at the TLS client hello'),
	),
	at('connection reset at the TLS client hello'),
	at('untrusted certificate'),
	...everywhere(at('client certificate required in TLS 1.2'), at('client certificate required in TLS 1.3')),
	at('TLS handshake refused'),
	at('no TLS at the address'),
	waiting(at('timeout during the TLS handshake')),
	// A node cannot see whether the other end has read anything.
	waiting(at('timeout in the TLS session', 'noAnswer')),
	at('connection closed in the TLS session', 'noAnswer'),
	at('reset before the request is read', 'noAnswer'),
	...everywhere(
		waiting(spoiled('timeout after the request is written', 'noAnswer', () => {}, null)),
		spoiled('reset before the response', 'noAnswer', reset, null),
		spoiled('reset during the response', 'noAnswer', (call, answer) =>
			cutAfter(call, answer, half(answer.body).length),
		),
	),
	spoiled('reset after the response', 'success', (call, answer) =>
		cutAfter(call, answer, answer.body.length),
	),
	redirect(301),
	...everywhere(redirect(302)),
	redirect(307),
	redirect(308),
	...everywhere(status(400, 'unreadable'), status(401, 'credentialsRefused', '401 in JSON')),
	instead('401 in XML', 'credentialsRefused', 401, XML, REFUSAL_IN_XML),
	...everywhere(status(403, 'credentialsRefused'), status(404, 'misaddressed')),
	status(408, 'providerDown'),
	status(413, 'unreadable'),
	status(415, 'misaddressed'),
	...everywhere(status(429, 'rateLimited')),
	status(429, 'rateLimited', '429 with Retry-After in seconds', inSeconds),
	{
		...status(429, 'rateLimited', '429 with Retry-After as a date'),
		play: (call) => {
			const date = new Date(Date.now() + RETRY_AFTER_SECONDS * 1000).toUTCString();
			end(call, 429, { ...JSON_TYPE, 'retry-after': date }, '{"message":"Slow down"}');
		},
	},
	...everywhere(
		replaced('500', 'providerDown', 500, JSON_TYPE, '{"message":"Internal Server Error"}'),
		replaced('502 in HTML', 'providerDown', 502, HTML, PAGE),
		status(503, 'providerDown'),
	),
	replaced('504', 'providerDown', 504, JSON_TYPE, '{"message":"Gateway Timeout"}'),
	...everywhere(
		replaced('200 with an empty body', 'unreadable', 200, JSON_TYPE, ''),
		spoiled('200 with truncated JSON', 'unreadable', (call, { body }) =>
			end(call, 200, JSON_TYPE, half(body)),
		),
		replaced('200 with JSON of the wrong shape', 'unreadable', 200, JSON_TYPE, OF_THE_WRONG_SHAPE),
		replaced('200 in HTML', 'unreadable', 200, HTML, PAGE),
	),
	replaced('200 in XML', 'unreadable', 200, XML, YES_IN_XML),
	spoiled('a body of 50 MB', 'unreadable', (call) => inMegabytes(call, 50)),
	waiting(spoiled('a body that never ends', 'noAnswer', endlessly)),
	...everywhere(replaced('invalid gzip', 'unreadable', 200, GZIP, 'this is no gzip')),
	spoiled('truncated gzip', 'unreadable', (call, { body }) => end(call, 200, GZIP, half(gzipSync(body)))),
	...everywhere(encoded('UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`))),
	encoded('UTF-16 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
	encoded('UTF-16 declared in the header', (text) => Buffer.from(text, 'utf16le'), 'utf-16le'),
	encoded('whitespace that JSON does not allow', (text) => Buffer.from(`\u00a0\v${text}\u2003`)),
	spoiled('UTF-16 instead of UTF-8', 'unreadable', (call, { body }) =>
		end(call, 200, JSON_TYPE, Buffer.from(body.toString(), 'utf16le')),
	),
	extended('Latin-1 instead of UTF-8', '"note":"caf\u00e9"', 'latin1'),
	...everywhere(extended('a number beyond 2^53', `"big":${BIG_NUMBER}`)),
	extended('a key named __proto__ next to the response', '"__proto__":{"polluted":true}'),
	replaced('a key named __proto__ that contains the yes', 'unreadable', 200, JSON_TYPE, YES_IN_THE_PROTOTYPE),
];
