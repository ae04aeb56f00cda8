import { checkBaseUrl } from '../../../nodes/engine/credentials/baseUrl';

const checked = (baseUrl: unknown, more: object = {}) =>
	checkBaseUrl({ baseUrl, ...more }, 'baseUrl', 'Base URL');

it.each([
	['https://api.example.com/', 'https://api.example.com'],
	['https://api.example.com/v1/', 'https://api.example.com/v1'],
	[' https://api.example.com// ', 'https://api.example.com'],
	['http://localhost:4010/x', 'http://localhost:4010/x'],
	['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
	['http://127.10.200.30', 'http://127.10.200.30'],
	['http://[::1]:4010', 'http://[::1]:4010'],
])('takes the address %s', (url, taken) => {
	expect(checked(url)).toBe(taken);
});

const ELSEWHERE = ['x127.0.0.1', '127.0.0.1.0', '127.0.0.1.a.example', 'localhost.a.example', 'notlocalhost'];
const REDIRECTING = ['https://api.example.com\\@evil.example', 'https://a.example\r\nX-Evil: 1'];

it.each([
	['with http on another machine', [...ELSEWHERE, 'a.example', 'localhosts'].map((host) => `http://${host}`)],
	['with a user', ['https://user@a.example', 'https://:x@a.example', 'https://u:x@a.example']],
	['with a query or a fragment', ['https://api.example.com/?a=b', 'https://api.example.com/#a']],
	['with signs of another address', REDIRECTING],
	['with another scheme or none', ['ftp://a.example', 'ftp://localhost', 'file:///etc/passwd', 'a.example']],
	['that is no text', ['', ' ', null, {}, ['https://api.example.com']]],
])('refuses an address %s, and says what to do', (_what, urls) => {
	for (const url of urls) {
		expect(() => checked(url)).toThrow(
			expect.objectContaining({
				message: "'Base URL' in the credential must be a URL that begins with https://",
				description:
					"Open the credential and correct 'Base URL'. http:// is allowed only for localhost and, with 'Allow HTTP for This Private Host' on, for private hosts.",
			}),
		);
	}
});

const PRIVATE = [
	'10.1.2.3',
	'172.16.0.1',
	'172.31.255.1',
	'192.168.1.20',
	'169.254.1.1',
	'[fd12:3456::1]',
	'[fe80::1]',
];
const LOCAL_NAMES = ['simulator', 'host.docker.internal', 'printer.local', 'my_stand-in', '3232235777'];

it.each([...PRIVATE, ...LOCAL_NAMES])('takes http on the private host %s with the switch on only', (host) => {
	const url = `http://${host}:4010`;
	for (const on of [true, 'true', ' True ']) expect(checked(url, { allowPrivateHttp: on })).toMatch(/^http:/);
	for (const off of [undefined, false, 'false']) {
		expect(() => checked(url, { allowPrivateHttp: off })).toThrow('must be a URL that begins with https://');
	}
});

it.each([
	...['api.example.com', '8.8.8.8', '172.15.0.1', '172.32.0.1', '192.169.1.1', '11.0.0.1', '100.64.0.1'],
	...['[2001:db8::1]', '[::ffff:8.8.8.8]', 'internal.example.com', 'local.example', '10.1.2.3.example.com'],
	...['example.internal.', '134744072', 'a.example'],
])('refuses http on the public host %s, also with the switch on', (host) => {
	expect(() => checked(`http://${host}`, { allowPrivateHttp: true })).toThrow('must be a URL that begins');
});
