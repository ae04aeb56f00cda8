/**
 * Addresses for the base URLs of credentials. `EVIL` stands for the port of the evil server, `PORT`
 * and `/PATH` for those that work.
 */

/** This machine, as a connection names it. */
export const LOOPBACK = '127.0.0.1';

/** Addresses that look like another place than they are, or say more than a place. */
export const TRICKS: Record<string, readonly unknown[]> = {
	'with http on another host': [
		...['http://api.example.com', 'http://127.0.0.1.evil.example/', 'http://127.0.0.1%2eevil.example/'],
		...['http://evil-localhost/', 'http://localhost.:PORT/', 'http://[::ffff:127.0.0.1]:PORT/'],
		...['http://192.168.1.1/', 'http://0.0.0.0:PORT/'],
	],
	'with a user': [
		...['http://127.0.0.1@127.0.0.1:EVIL/', 'http://127.0.0.1:PORT@127.0.0.1:EVIL/'],
		...['https://api.example.com@127.0.0.1:EVIL/', 'https://user:pass@api.example.com/'],
		'https://@api.example.com/x?',
	],
	'with a query or a fragment, also an empty one': [
		...['https://evil.example#.good.example', 'https://api.example.com/#', 'http://127.0.0.1:PORT/PATH#'],
		...['https://evil.example?.good.example', 'https://api.example.com/?', 'http://127.0.0.1:PORT/PATH?'],
	],
	'with backslashes': [
		...['https:\\\\evil.example', 'http://127.0.0.1:EVIL\\@127.0.0.1:PORT/'],
		'http://127.0.0.1:PORT\\@127.0.0.1:EVIL/',
	],
	'with too few or too many slashes': [
		...['https:evil.example', 'https:/evil.example', 'https:///evil.example', '//127.0.0.1:EVIL/'],
	],
	'with signs that no address has': [
		...['http://127.0.0.1:PORT/\r\nHost: evil.example', 'ht\ttp://127.0.0.1:EVIL/'],
		...['https://api.exa mple.com', 'https://api.example.com\u0000.evil.example'],
	],
	'with a host or a port that cannot be': [
		...['https://api.example.com:99999', 'http://127.0.0.1:PORT:EVIL/', 'https://[::1'],
		`https://${'a'.repeat(1e6)}.example`,
	],
	'with another scheme or none': [
		...['javascript:fetch("http://127.0.0.1:EVIL/")', 'file:///etc/passwd', 'data:text/html,hello'],
		...['ftp://127.0.0.1:EVIL/', 'ws://127.0.0.1:EVIL/', '127.0.0.1:EVIL'],
	],
	'that is none': [
		...['', '  \t ', null, 2130706433, true, '__proto__', '={{ "http://127.0.0.1:EVIL/" }}'],
		...[['http://127.0.0.1:EVIL/'], { href: 'http://127.0.0.1:EVIL/' }],
	],
};

/** Ways to write this machine that are as good as 127.0.0.1. */
export const THIS_MACHINE = [
	...[
		...['127.0.0.1', '2130706433', '127.1', '0x7f.0.0.1', '0177.0.0.1', '127.0.0.1.'],
		...['127\u30020\u30020\u30021', '\uff11\uff12\uff17.0.0.1'],
	].map((host) => `http://${host}:PORT/PATH`),
	...['http://127.0.0.1:PORT/PATH/', 'http://127.0.0.1:PORT/PATH////', 'HTTP://127.0.0.1:PORT/PATH'],
	...[' \n http://127.0.0.1:PORT/PATH \u00a0', 'http://127.0.0.1:PORT/x/../PATH/%2e'],
];

const BEHIND_THE_HOST = ['/@evil.example', '/http://evil.example', '//evil.example', '/%40evil.example'];

/** Addresses elsewhere, and the one place that may be called for them. */
export const ELSEWHERE: Array<[string, string]> = [
	...['', '/..%2f..%2fevil', ...BEHIND_THE_HOST].map((path): [string, string] => [
		`https://api.example.com${path}`,
		'api.example.com:443',
	]),
	['https://API.EXAMPLE.COM/v1/', 'api.example.com:443'],
	['https://api.example.com:8443/v1', 'api.example.com:8443'],
	['https://api.example.com.', 'api.example.com.:443'],
	['https://127.0.0.1.evil.example', '127.0.0.1.evil.example:443'],
	['https://b\u00fccher.example', 'xn--bcher-kva.example:443'],
	['https://api\u3002example\uff0ecom', 'api.example.com:443'],
	['https://3232235777/', '192.168.1.1:443'],
	['https://[2001:db8::1]/', '2001:db8::1:443'],
];

/** What an address is put together from. */
export const PIECES = [
	...['http://', 'https://', 'http:', '//', '127.0.0.1:PORT', '127.0.0.1', 'localhost', '[::1]'],
	...['evil.example', ':8443', '0x7f.1', 'user:pass', ':', '@', '#', '?', '/', '/PATH', '\\', '..', '.'],
	...['%2e', '%2f', '%40', '\u3002', '\t', '\n', ' ', '\u200b', '\u0000'],
];
