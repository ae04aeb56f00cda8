import { judge } from '../../../nodes/engine/answers/judge';
import type { Statement } from '../../../nodes/engine/answers/statement';
import type { OperationKind } from '../../../nodes/engine/operation/outcomes';
import type { CodeRow } from '../../../nodes/engine/operation/statusCodes';

const codes: readonly CodeRow[] = [
	{ code: 'OK', text: 'Done', reason: 'accepted', source: 'this test' },
	{ code: 'AGAIN', text: 'Done again', reason: 'reissued', source: 'this test' },
	{ code: 'WRONG', text: 'Wrong code', reason: 'incorrectCode', source: 'this test' },
	{ code: 'SLOW', text: 'Too many calls', reason: 'rateLimited', source: 'this test' },
	{ code: 'KEY', text: 'Unknown key', fault: 'credentialsRefused', source: 'this test' },
];

function judged(kind: OperationKind, statement: Statement, httpStatus = 200): object {
	const answer = { httpStatus, headers: {}, text: 'text', json: { body: true } };
	return judge({ kind, codes }, answer, statement);
}

const own = [{ sent: '1', found: '1' }];
const foreign = [{ sent: '1', found: '2' }];

describe('a yes', () => {
	it('grants with a 2xx and a code of the table', () => {
		expect(
			judged('verify', { says: 'yes', statusCode: 'OK', message: 'Fine', correlations: own }, 201),
		).toEqual({
			outcome: 'verified',
			reason: 'accepted',
			statusCode: 'OK',
			message: 'Fine',
			httpStatus: 201,
			response: { body: true },
		});
	});

	it('keeps the reason of its code and what the reader found', () => {
		const found = {
			reference: { id: '7' },
			secrets: ['s'],
			expiresAt: '2030-01-01T00:00:00Z',
			revealed: { code: '1' },
			result: { more: 1 },
		};
		expect(judged('send', { says: 'yes', statusCode: 'AGAIN', ...found })).toEqual({
			outcome: 'sent',
			reason: 'reissued',
			statusCode: 'AGAIN',
			message: '',
			httpStatus: 200,
			response: { body: true },
			...found,
		});
	});

	it('leaves the body out where the reader puts something else in its place', () => {
		const statement: Statement = { says: 'yes', statusCode: '', response: undefined };
		expect(judged('decrypt', statement)).toHaveProperty('response', undefined);
	});

	const refused: Array<[string, Partial<Statement>, number]> = [
		['a code that no table knows', { statusCode: 'NEW' }, 200],
		['no code', { statusCode: '' }, 200],
		['the code of a refusal', { statusCode: 'WRONG' }, 200],
		['the code of a fault', { statusCode: 'KEY' }, 200],
		['something that contradicts it', { statusCode: 'OK', contradicted: true }, 200],
		['the words of a refusal', { statusCode: 'OK', message: 'WRONG CODE' }, 200],
		['HTTP 400', { statusCode: 'OK' }, 400],
		['HTTP 302', { statusCode: 'OK' }, 302],
		['HTTP 401', { statusCode: 'OK' }, 401],
		['HTTP 429', { statusCode: 'OK' }, 429],
	];
	it.each(refused)('grants nothing with %s, and keeps what the provider gave', (_with, more, httpStatus) => {
		const statement = { says: 'yes', reference: { id: '7' }, ...more } as Statement;
		expect(judged('redeem', statement, httpStatus)).toMatchObject({
			fault: 'unreadable',
			httpStatus,
			reference: { id: '7' },
		});
	});

	it.each([408, 500, 503])('grants nothing with HTTP %i, which says that the provider is down', (status) => {
		const statement: Statement = { says: 'yes', statusCode: 'OK', message: 'Fine' };
		expect(judged('verify', statement, status)).toEqual({
			fault: 'providerDown',
			httpStatus: status,
			statusCode: 'OK',
			providerMessage: 'Fine',
		});
	});
});

it.each(['yes', 'no', 'neither'] as const)(
	'calls an answer that says %s and belongs to another transaction mismatched, with its identifiers',
	(says) => {
		const statement: Statement = {
			says,
			statusCode: 'OK',
			message: 'm',
			correlations: foreign,
			reference: { id: '7' },
			secrets: ['s'],
		};
		expect(judged('verify', statement)).toEqual({
			fault: 'mismatched',
			httpStatus: 200,
			statusCode: 'OK',
			providerMessage: 'm',
			reference: { id: '7' },
			secrets: ['s'],
		});
	},
);

describe('a refusal', () => {
	it.each<[string, OperationKind, Omit<Extract<Statement, { says: 'no' }>, 'says'>, object]>([
		['by its code', 'verify', { statusCode: 'WRONG' }, { outcome: 'wrongCode', reason: 'incorrectCode' }],
		['by a code that means a fault', 'verify', { statusCode: 'KEY' }, { fault: 'credentialsRefused' }],
		[
			'by its words before its code',
			'verify',
			{ statusCode: 'KEY', reason: 'codeExpired' },
			{ outcome: 'expired', reason: 'codeExpired' },
		],
		['by an unknown code', 'verify', { statusCode: '9' }, { outcome: 'blocked', reason: 'unclassified' }],
		[
			'by an unknown code of a provider that says what it stands for',
			'verify',
			{ statusCode: '9', otherwise: 'incorrectOrExpired' },
			{ outcome: 'wrongCode', reason: 'incorrectOrExpired' },
		],
		[
			'with the code of a success',
			'verify',
			{ statusCode: 'OK' },
			{ outcome: 'blocked', reason: 'unclassified' },
		],
		['of a look-up', 'fetch', { statusCode: 'WRONG' }, { fault: 'rejected', statusCode: 'WRONG' }],
		['of a look-up that has had enough', 'fetch', { statusCode: 'SLOW' }, { fault: 'rateLimited' }],
		['that a look-up has a branch for', 'fetch', { reason: 'noValidCode' }, { outcome: 'notFound' }],
		[
			'of an encryption',
			'encrypt',
			{ statusCode: '9', message: 'no' },
			{ fault: 'rejected', providerMessage: 'no' },
		],
		['with several codes', 'send', { statusCode: '9', statusCodes: ['9', '8'] }, { statusCodes: ['9', '8'] }],
	])('is read %s', (_how, kind, statement, meaning) => {
		expect(judged(kind, { says: 'no', ...statement }, 400)).toMatchObject(meaning);
	});
});

describe('an answer that is neither', () => {
	it.each<[number, OperationKind, object]>([
		[200, 'verify', { fault: 'unreadable' }],
		[302, 'verify', { fault: 'redirected' }],
		[401, 'send', { fault: 'credentialsRefused' }],
		[404, 'send', { fault: 'misaddressed' }],
		[500, 'send', { fault: 'providerDown' }],
		[429, 'send', { outcome: 'throttled', reason: 'rateLimited', statusCode: '429' }],
		[429, 'verify', { outcome: 'blocked', reason: 'rateLimited', statusCode: '429' }],
		[429, 'redeem', { outcome: 'refused', reason: 'rateLimited', statusCode: '429' }],
		[429, 'check', { fault: 'rateLimited' }],
		[429, 'fetch', { fault: 'rateLimited' }],
		[429, 'customer', { fault: 'rateLimited' }],
		[429, 'encrypt', { fault: 'rateLimited' }],
	])('is told by its HTTP status: %i of a %s', (httpStatus, kind, meaning) => {
		expect(judged(kind, { says: 'neither' }, httpStatus)).toMatchObject(meaning);
	});

	it('is told by the reader where the body says more than the status, with a hint and its words', () => {
		const statement: Statement = {
			says: 'neither',
			fault: 'providerDown',
			statusCode: '503',
			message: 'busy',
			hint: 'Call them.',
		};
		expect(judged('send', statement)).toEqual({
			fault: 'providerDown',
			httpStatus: 200,
			statusCode: '503',
			providerMessage: 'busy',
			hint: 'Call them.',
		});
	});

	it('keeps the code that came with too many calls', () => {
		const statement: Statement = {
			says: 'neither',
			statusCode: '517',
			message: 'slow',
			reference: { id: '7' },
		};
		expect(judged('send', statement, 429)).toMatchObject({
			outcome: 'throttled',
			statusCode: '517',
			message: 'slow',
			reference: { id: '7' },
		});
	});
});
