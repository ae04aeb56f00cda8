import { checkBaseUrl } from '../../../nodes/engine/credentials/baseUrl';

it.each([
	['https://api.example.com/', 'https://api.example.com'],
	['https://api.example.com/v1/', 'https://api.example.com/v1'],
	[' https://api.example.com// ', 'https://api.example.com'],
	['http://localhost:4010/x', 'http://localhost:4010/x'],
	['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
	['http://127.10.200.30', 'http://127.10.200.30'],
	['http://[::1]:4010', 'http://[::1]:4010'],
])('takes the address %s', (url, checked) => {
	expect(checkBaseUrl(url, 'Base URL')).toBe(checked);
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
		expect(() => checkBaseUrl(url, 'Base URL')).toThrow(
			expect.objectContaining({
				message: "'Base URL' in the credential must be a URL that begins with https://",
				description: "Open the credential and correct 'Base URL'. http:// is allowed only for localhost.",
			}),
		);
	}
});
