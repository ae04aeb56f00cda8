import { gzipSync } from 'node:zlib';

import type { DeadEnds } from './deadEnds';
import type { Play, ProviderAnswer, StruckCall } from './proxy';

/** A fault at the address: no item of the node reaches the provider. */
export interface AddressFault {
	name: string;
	at: 'address';
	/** Where the base URL points instead. */
	deadEnd: Exclude<keyof DeadEnds, 'close'>;
	/** Whether the node has to give up by itself. */
	waits: boolean;
}

/** A fault of one call, and of its repetitions. */
export interface CallFault {
	name: string;
	at: 'call';
	/** Whether the provider had acted on the call when the fault struck. */
	acts: boolean;
	waits: boolean;
	play: Play;
}

/** Something that goes wrong between a node and its provider. */
export type Fault = AddressFault | CallFault;

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

const at = (name: string, deadEnd: AddressFault['deadEnd'], waits = false): AddressFault => ({
	name,
	at: 'address',
	deadEnd,
	waits,
});

/** The provider is not reached; something in front of it answers. */
const instead = (
	name: string,
	status: number,
	headers: object,
	body: string | (() => string) = '',
): CallFault => ({
	name,
	at: 'call',
	acts: false,
	waits: false,
	play: (call) => end(call, status, headers, typeof body === 'string' ? body : body()),
});

const status = (name: string, code: number, headers: object = {}) =>
	instead(name, code, { ...JSON_TYPE, ...headers }, JSON.stringify({ message: name }));

/** The provider acts, and its answer is spoiled. */
const spoiled = (name: string, spoil: (call: StruckCall, answer: ProviderAnswer) => void): CallFault => ({
	name,
	at: 'call',
	acts: true,
	waits: false,
	play: async (call) => spoil(call, await call.forward()),
});

const waiting = (fault: CallFault): CallFault => ({ ...fault, waits: true });

const replaced = (name: string, code: number, headers: object, body: string | Buffer) =>
	spoiled(name, (call) => end(call, code, headers, body));

/** The provider's own answer with a further member. */
const extended = (name: string, member: string, encoding: BufferEncoding = 'utf8') =>
	spoiled(name, (call, answer) => {
		const text = answer.body.toString().replace(/\}\s*$/, `,${member}}`);
		end(call, 200, JSON_TYPE, Buffer.from(text, encoding));
	});

/** The provider's own answer in another spelling. */
const encoded = (name: string, encode: (text: string) => Buffer, charset = 'utf-8') =>
	spoiled(name, (call, { status: code, body }) =>
		end(call, code, { 'content-type': `application/json; charset=${charset}` }, encode(body.toString())),
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

const REDIRECT = { location: '/elsewhere' };
const inSeconds = { 'retry-after': String(RETRY_AFTER_SECONDS) };

/** Every fault, in the order in which a person would meet them. */
export const FAULTS: readonly Fault[] = [
	at('DNS failure', 'noSuchName'),
	at('connection refused', 'refused'),
	at('unanswered SYN', 'dropped', true),
	at('connection closed at the TLS client hello', 'closedAtHello'),
	at('connection reset at the TLS client hello', 'resetAtHello'),
	at('untrusted certificate', 'untrustedCertificate'),
	at('client certificate required in TLS 1.2', 'clientCertificateInTls12'),
	at('client certificate required in TLS 1.3', 'clientCertificateInTls13'),
	at('TLS handshake refused', 'noHandshake'),
	at('no TLS at the address', 'noTls'),
	at('timeout during the TLS handshake', 'silent', true),
	at('timeout in the TLS session', 'silentInTls', true),
	at('connection closed in the TLS session', 'closedInTls'),
	at('reset before the request is read', 'cut'),
	waiting(spoiled('timeout after the request is written', () => {})),
	spoiled('reset before the response', ({ response }) => response.socket?.resetAndDestroy()),
	spoiled('reset during the response', (call, answer) =>
		cutAfter(call, answer, Math.floor(answer.body.length / 2)),
	),
	spoiled('reset after the response', (call, answer) => cutAfter(call, answer, answer.body.length)),
	instead('301', 301, REDIRECT),
	instead('302', 302, REDIRECT),
	instead('307', 307, REDIRECT),
	instead('308', 308, REDIRECT),
	status('400', 400),
	status('401 in JSON', 401),
	instead('401 in XML', 401, { 'content-type': 'application/xml' }, REFUSAL_IN_XML),
	status('403', 403),
	status('404', 404),
	status('408', 408),
	status('413', 413),
	status('415', 415),
	status('429', 429),
	status('429 with Retry-After in seconds', 429, inSeconds),
	{
		...status('429 with Retry-After as a date', 429),
		play: (call) => {
			const date = new Date(Date.now() + RETRY_AFTER_SECONDS * 1000).toUTCString();
			end(call, 429, { ...JSON_TYPE, 'retry-after': date }, '{"message":"Slow down"}');
		},
	},
	replaced('500', 500, JSON_TYPE, '{"message":"Internal Server Error"}'),
	replaced('502 in HTML', 502, { 'content-type': 'text/html' }, PAGE),
	status('503', 503),
	replaced('504', 504, JSON_TYPE, '{"message":"Gateway Timeout"}'),
	replaced('200 with an empty body', 200, JSON_TYPE, ''),
	spoiled('200 with truncated JSON', (call, { body }) =>
		end(call, 200, JSON_TYPE, body.subarray(0, Math.floor(body.length / 2))),
	),
	replaced('200 with JSON of the wrong shape', 200, JSON_TYPE, OF_THE_WRONG_SHAPE),
	replaced('200 in HTML', 200, { 'content-type': 'text/html' }, PAGE),
	replaced('200 in XML', 200, { 'content-type': 'application/xml' }, YES_IN_XML),
	spoiled('a body of 50 MB', (call) => inMegabytes(call, 50)),
	waiting(spoiled('a body that never ends', endlessly)),
	replaced('invalid gzip', 200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'this is no gzip'),
	spoiled('truncated gzip', (call, { body }) => {
		const whole = gzipSync(body);
		end(call, 200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, whole.subarray(0, whole.length / 2));
	}),
	encoded('UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)),
	encoded('UTF-16 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
	encoded('UTF-16 declared in the header', (text) => Buffer.from(text, 'utf16le'), 'utf-16le'),
	encoded('whitespace that JSON does not allow', (text) => Buffer.from(`\u00a0\v${text}\u2003`)),
	spoiled('UTF-16 instead of UTF-8', (call, answer) =>
		end(call, 200, JSON_TYPE, Buffer.from(answer.body.toString(), 'utf16le')),
	),
	extended('Latin-1 instead of UTF-8', '"note":"caf\u00e9"', 'latin1'),
	extended('a number beyond 2^53', `"big":${BIG_NUMBER}`),
	extended('a key named __proto__ next to the response', '"__proto__":{"polluted":true}'),
	replaced('a key named __proto__ that contains the yes', 200, JSON_TYPE, YES_IN_THE_PROTOTYPE),
];

/** Those that a call before or after the one that a node is for is struck with, and variants of a node. */
const SOME: ReadonlySet<string> = new Set([
	'connection refused',
	'unanswered SYN',
	'connection closed at the TLS client hello',
	'client certificate required in TLS 1.2',
	'client certificate required in TLS 1.3',
	'timeout after the request is written',
	'reset before the response',
	'reset during the response',
	'302',
	'400',
	'401 in JSON',
	'403',
	'404',
	'429',
	'500',
	'502 in HTML',
	'503',
	'200 with an empty body',
	'200 with truncated JSON',
	'200 with JSON of the wrong shape',
	'200 in HTML',
	'invalid gzip',
	'UTF-8 with a byte order mark',
	'a number beyond 2^53',
]);

/** @returns whether a fault is also tried on variants of a node and on its other calls */
export const isTriedOnOtherCalls = ({ name }: Fault): boolean => SOME.has(name);
