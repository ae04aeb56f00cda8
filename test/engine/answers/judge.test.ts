import { judge } from '../../../nodes/engine/answers/judge';
import type { Statement } from '../../../nodes/engine/answers/statement';
import type { OperationKind } from '../../../nodes/engine/operation/outcomes';
import { codes } from '../support/example';

// What grants, and what the answers of each provider mean, is in test/suites/grants.test.ts and answers.test.ts.

type No = Omit<Extract<Statement, { says: 'no' }>, 'says'>;

function judged(kind: OperationKind, statement: Statement, httpStatus = 200, json?: object): object {
	return judge({ kind, codes }, { httpStatus, headers: {}, text: 'text', json }, statement);
}

it('keeps the body as JSON, or as text where it is none', () => {
	const yes: Statement = { says: 'yes', statusCode: 'OK' };
	expect(judged('verify', yes, 200, { body: true })).toHaveProperty('response', { body: true });
	expect(judged('verify', yes)).toEqual({
		...{ outcome: 'verified', reason: 'accepted', statusCode: 'OK', message: '', httpStatus: 200 },
		response: 'text',
	});
});

it('leaves the body out where the reader puts something else in its place', () => {
	const statement: Statement = { says: 'yes', statusCode: '', response: undefined };
	expect(judged('decrypt', statement)).toHaveProperty('response', undefined);
});

const UNCLASSIFIED = { outcome: 'blocked', reason: 'unclassified' };
const EXPIRED = { statusCode: 'KEY', reason: 'codeExpired' } as const;
const VAGUE = { otherwise: 'incorrectOrExpired' } as const;

it.each<[string, OperationKind, No, object]>([
	['by a code that means a fault', 'verify', { statusCode: 'KEY' }, { fault: 'credentialsRefused' }],
	['by its words before its code', 'verify', EXPIRED, { outcome: 'expired' }],
	['by what unknown codes stand for', 'verify', VAGUE, { outcome: 'wrongCode' }],
	['with the code of a success', 'verify', { statusCode: 'OK' }, UNCLASSIFIED],
	['without a code', 'verify', { statusCode: undefined }, { ...UNCLASSIFIED, statusCode: '' }],
	['of a look-up', 'fetch', { statusCode: 'WRONG' }, { fault: 'rejected', statusCode: 'WRONG' }],
	['of a look-up that has had enough', 'fetch', { statusCode: 'SLOW' }, { fault: 'rateLimited' }],
	['that a look-up has a branch for', 'fetch', { reason: 'noValidCode' }, { outcome: 'notFound' }],
	['of an encryption', 'encrypt', { message: 'no' }, { fault: 'rejected', providerMessage: 'no' }],
])('reads a refusal %s', (_how, kind, statement, meaning) => {
	expect(judged(kind, { says: 'no', statusCode: '9', ...statement }, 400)).toMatchObject(meaning);
});
