/**
 * Addresses for the base URLs of credentials. `EVIL` stands for the port of the evil server, `PORT`
 * and `/PATH` for those that work.
 */

type Address = [address: string, place?: string];

/** Addresses that look like another place than they are, or say more than a place: they are refused. */
const TRICKS = [
	...['http://127.0.0.1%2eevil.example/', 'http://localhost.:PORT/', 'http://[::ffff:127.0.0.1]:PORT/'],
	...['http://evil-localhost/', 'http://192.168.1.1/', 'http://0.0.0.0:PORT/'],
	...['http://127.0.0.1@127.0.0.1:EVIL/', 'http://127.0.0.1:PORT@127.0.0.1:EVIL/'],
	...['https://api.example.com@127.0.0.1:EVIL/', 'https://@api.example.com/x?'],
	...['https://evil.example#.good.example', 'http://127.0.0.1:PORT/PATH#', 'http://127.0.0.1:PORT/PATH?'],
	...['https:\\\\evil.example', 'http://127.0.0.1:EVIL\\@127.0.0.1:PORT/'],
	...['http://127.0.0.1:PORT\\@127.0.0.1:EVIL/', 'https:evil.example', 'https:/evil.example'],
	...['https:///evil.example', '//127.0.0.1:EVIL/', '127.0.0.1:EVIL', 'ht\ttp://127.0.0.1:EVIL/'],
	...['http://127.0.0.1:PORT/\r\nHost: evil.example', 'https://api.example.com\u0000.evil.example'],
	...['https://api.example.com:99999', 'http://127.0.0.1:PORT:EVIL/'],
	...['javascript:fetch("http://127.0.0.1:EVIL/")', 'ws://127.0.0.1:EVIL/', '__proto__'],
	'={{ "http://127.0.0.1:EVIL/" }}',
];

/** Ways to write this machine that are as good as 127.0.0.1. */
const THIS_MACHINE = [
	...[
		...['127.0.0.1', '2130706433', '127.1', '0x7f.0.0.1', '0177.0.0.1', '127.0.0.1.'],
		...['127\u30020\u30020\u30021', '\uff11\uff12\uff17.0.0.1'],
	].map((host) => `http://${host}:PORT/PATH`),
	...['http://127.0.0.1:PORT/PATH////', 'HTTP://127.0.0.1:PORT/PATH'],
	...[' \n http://127.0.0.1:PORT/PATH \u00a0', 'http://127.0.0.1:PORT/x/../PATH/%2e'],
];

const BEHIND_THE_HOST = ['/@evil.example', '/http://evil.example', '//evil.example', '/%40evil.example'];

/** Addresses, and the one place that may be called for each. */
export const ADDRESSES: readonly Address[] = [
	...TRICKS.map((address): Address => [address]),
	...THIS_MACHINE.map((address): Address => [address, '127.0.0.1:PORT']),
	...['', '/..%2f..%2fevil', ...BEHIND_THE_HOST].map(
		(path): Address => [`https://api.example.com${path}`, 'api.example.com:443'],
	),
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
