import { judge } from '../../../nodes/engine/answers/judge';
import type { Statement } from '../../../nodes/engine/answers/statement';
import type { OperationKind } from '../../../nodes/engine/operation/outcomes';
import { codes } from '../support/example';

type No = Omit<Extract<Statement, { says: 'no' }>, 'says'>;

function judged(kind: OperationKind, statement: Statement, httpStatus = 200): object {
	const answer = { httpStatus, headers: {}, text: 'text', json: { body: true } };
	return judge({ kind, codes }, answer, statement);
}

const kept = { reference: { id: '7' }, secrets: ['s'] };

const common = { httpStatus: 200, response: { body: true } };

it('grants with a 2xx and a code of the table, whose reason counts, and keeps what the reader found', () => {
	const correlations = [{ sent: '1', found: '1' }];
	const ok: Statement = { says: 'yes', statusCode: 'OK', message: 'Fine', correlations };
	const accepted = { outcome: 'verified', reason: 'accepted', statusCode: 'OK', message: 'Fine' };
	expect(judged('verify', ok, 201)).toEqual({ ...common, ...accepted, httpStatus: 201 });

	const more = { expiresAt: '2030-01-01T00:00:00Z', revealed: { code: '1' }, result: { more: 1 }, ...kept };
	const reissued = { outcome: 'sent', reason: 'reissued', statusCode: 'AGAIN', message: '' };
	expect(judged('send', { says: 'yes', statusCode: 'AGAIN', ...more })).toEqual({
		...common,
		...reissued,
		...more,
	});
});

it('leaves the body out where the reader puts something else in its place', () => {
	const statement: Statement = { says: 'yes', statusCode: '', response: undefined };
	expect(judged('decrypt', statement)).toHaveProperty('response', undefined);
});

it.each<[what: string, more: Partial<Statement>, httpStatus: number, fault: string]>([
	['a code that no table knows', { statusCode: 'NEW' }, 200, 'unreadable'],
	['no code', { statusCode: '' }, 200, 'unreadable'],
	['the code of a refusal', { statusCode: 'WRONG' }, 200, 'unreadable'],
	['the code of a fault', { statusCode: 'KEY' }, 200, 'unreadable'],
	['something that contradicts it', { contradicted: true }, 200, 'unreadable'],
	['the words of a refusal', { message: 'WRONG CODE' }, 200, 'unreadable'],
	['a status of a refusal', {}, 400, 'unreadable'],
	['the status of a redirect', {}, 302, 'unreadable'],
	['the status of wrong credentials', {}, 401, 'unreadable'],
	['the status of too many calls', {}, 429, 'unreadable'],
	['the status of a timeout', {}, 408, 'providerDown'],
	['the status of a provider that is down', {}, 500, 'providerDown'],
])('grants nothing for a yes with %s, and keeps what the provider gave', (_with, more, httpStatus, fault) => {
	const statement = { says: 'yes', statusCode: 'OK', ...kept, ...more } as Statement;
	expect(judged('redeem', statement, httpStatus)).toMatchObject({ fault, httpStatus, ...kept });
});

it.each(['yes', 'no', 'neither'] as const)(
	'calls an answer that says %s and belongs to another transaction mismatched, with its identifiers',
	(says) => {
		const correlations = [{ sent: '1', found: '2' }];
		const statement: Statement = { says, statusCode: 'OK', message: 'm', correlations, ...kept };
		const words = { httpStatus: 200, statusCode: 'OK', providerMessage: 'm' };
		expect(judged('verify', statement)).toEqual({ fault: 'mismatched', ...words, ...kept });
	},
);

const UNCLASSIFIED = { outcome: 'blocked', reason: 'unclassified' };
const EXPIRED = { statusCode: 'KEY', reason: 'codeExpired' } as const;
const VAGUE = { otherwise: 'incorrectOrExpired' } as const;

it.each<[string, OperationKind, No, object]>([
	['by its code', 'verify', { statusCode: 'WRONG' }, { outcome: 'wrongCode', reason: 'incorrectCode' }],
	['by a code that means a fault', 'verify', { statusCode: 'KEY' }, { fault: 'credentialsRefused' }],
	['by its words before its code', 'verify', EXPIRED, { outcome: 'expired' }],
	['by an unknown code', 'verify', { statusCode: '9' }, UNCLASSIFIED],
	['by what unknown codes stand for', 'verify', VAGUE, { outcome: 'wrongCode' }],
	['with the code of a success', 'verify', { statusCode: 'OK' }, UNCLASSIFIED],
	['of a look-up', 'fetch', { statusCode: 'WRONG' }, { fault: 'rejected', statusCode: 'WRONG' }],
	['of a look-up that has had enough', 'fetch', { statusCode: 'SLOW' }, { fault: 'rateLimited' }],
	['that a look-up has a branch for', 'fetch', { reason: 'noValidCode' }, { outcome: 'notFound' }],
	['of an encryption', 'encrypt', { message: 'no' }, { fault: 'rejected', providerMessage: 'no' }],
	['with several codes', 'send', { statusCodes: ['9', '8'] }, { statusCodes: ['9', '8'] }],
])('reads a refusal %s', (_how, kind, statement, meaning) => {
	expect(judged(kind, { says: 'no', statusCode: '9', ...statement }, 400)).toMatchObject(meaning);
});

it.each<[number, OperationKind, string]>([
	[200, 'verify', 'unreadable'],
	[302, 'verify', 'redirected'],
	[401, 'send', 'credentialsRefused'],
	[404, 'send', 'misaddressed'],
	[500, 'send', 'providerDown'],
	[429, 'check', 'rateLimited'],
	[429, 'fetch', 'rateLimited'],
	[429, 'customer', 'rateLimited'],
	[429, 'encrypt', 'rateLimited'],
])('takes an answer that says neither by its HTTP status: %i at a %s node', (httpStatus, kind, fault) => {
	expect(judged(kind, { says: 'neither' }, httpStatus)).toEqual({ fault, httpStatus });
});

it.each<[OperationKind, string]>([
	['send', 'throttled'],
	['verify', 'blocked'],
	['redeem', 'refused'],
])('has a branch for too many calls at a %s node, and keeps what came with them', (kind, outcome) => {
	const branch = { outcome, reason: 'rateLimited' };
	expect(judged(kind, { says: 'neither' }, 429)).toMatchObject({ ...branch, statusCode: '429' });
	const words = { statusCode: '517', message: 'slow', ...kept };
	expect(judged(kind, { says: 'neither', ...words }, 429)).toMatchObject({ ...branch, ...words });
});

it('takes an answer as the reader does where the body says more than the status, with a hint', () => {
	const told = { fault: 'providerDown', statusCode: '503', hint: 'Call them.' } as const;
	const shown = { ...told, httpStatus: 200, providerMessage: 'busy' };
	expect(judged('send', { says: 'neither', message: 'busy', ...told })).toEqual(shown);
});
