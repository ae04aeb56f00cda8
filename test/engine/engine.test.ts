import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INode } from 'n8n-workflow';

import { retryAfterSeconds } from '../../nodes/engine/answers/httpStatus';
import { checkBaseUrl } from '../../nodes/engine/credentials/baseUrl';
import { anyAnswerButRefusedCredentials, testRules } from '../../nodes/engine/credentials/credentialTest';
import { outputCount, outputOf, readRouting, type Routing } from '../../nodes/engine/fields/branching';
import { InvalidParameter, Parameters } from '../../nodes/engine/fields/parameters';
import { newIdentifier } from '../../nodes/engine/fields/uniqueId';
import { FAULTS, describeFault, type Fault, type FaultKind } from '../../nodes/engine/operation/faults';
import type { Operation, PreparedItem } from '../../nodes/engine/operation/operation';
import {
	branchIndex,
	BRANCHES,
	hasBranch,
	isGranting,
	outcomeOf,
	type OperationKind,
	type Reason,
} from '../../nodes/engine/operation/outcomes';
import { codeOptions, type CodeRow } from '../../nodes/engine/operation/statusCodes';
import { fingerprintOf, Attempts } from '../../nodes/engine/run/attempts';
import { toOutputItem } from '../../nodes/engine/run/outputItem';
import { prepareItems, toInvalid, type Ready } from '../../nodes/engine/run/prepare';

describe('Retry-After', () => {
	const now = Date.UTC(2026, 0, 1, 12, 0, 0);

	it.each([
		['120', 120],
		['0', 0],
		[' 7 ', 7],
		['123456789', 123456789],
		['Thu, 01 Jan 2026 12:01:30 GMT', 90],
		['Thu, 01 Jan 2026 12:00:00.001 GMT', 1],
		['Thu, 01 Jan 2026 11:00:00 GMT', 0],
	])('%s is %i seconds', (value, seconds) => {
		expect(retryAfterSeconds({ 'retry-after': value }, now)).toBe(seconds);
	});

	it.each([
		[{}],
		[{ 'retry-after': '' }],
		[{ 'retry-after': 'soon' }],
		[{ 'retry-after': '-5' }],
		[{ 'retry-after': '1e3' }],
		[{ 'retry-after': '1234567890' }],
		[{ 'retry-after': '5 seconds' }],
		[{ 'retry-after': 'x5' }],
		[{ 'retry-after': ' ' }],
		[{ 'retry-after': '2026-01-01' }],
	])('%j says nothing', (headers) => {
		expect(retryAfterSeconds(headers as Record<string, string>, now)).toBeUndefined();
	});
});

describe('base URLs', () => {
	it.each([
		['https://api.example.com/', 'https://api.example.com'],
		['https://api.example.com/v1/', 'https://api.example.com/v1'],
		['http://localhost:4010/x', 'http://localhost:4010/x'],
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
		['http://127.10.200.30', 'http://127.10.200.30'],
		['http://[::1]:4010', 'http://[::1]:4010'],
		[' https://api.example.com// ', 'https://api.example.com'],
	])('takes %s', (url, checked) => {
		expect(checkBaseUrl(url, 'Base URL')).toBe(checked);
	});

	it('says what to do about one that is refused', () => {
		expect(() => checkBaseUrl(' ', 'Crypto Base URL')).toThrow(
			expect.objectContaining({
				message: "'Crypto Base URL' of the credential must be an address that begins with https://",
				description:
					"Open the credential and correct 'Crypto Base URL'. http:// is allowed only for this machine (localhost).",
			}),
		);
	});

	it.each([
		'http://api.example.com',
		'http://x127.0.0.1',
		'http://127.0.0.1.0',
		'https://:secret@api.example.com',
		'https://user@api.example.com',
		'http://127.0.0.1.example.com',
		'http://localhost.example.com',
		'https://user:secret@api.example.com',
		'https://api.example.com/?a=b',
		'https://api.example.com/#a',
		'https://api.example.com\\@evil.example',
		'https://api.example.com\r\nX-Evil: 1',
		'ftp://api.example.com',
		'ftp://localhost',
		'http://notlocalhost',
		'http://localhosts',
		'file:///etc/passwd',
		'api.example.com',
		'',
		null,
		{},
		['https://api.example.com'],
	])('refuses %j and names the field', (url) => {
		expect(() => checkBaseUrl(url, 'Base URL')).toThrow("'Base URL' of the credential must be an address");
	});
});

describe('outcomes', () => {
	const kinds = Object.keys(BRANCHES) as OperationKind[];
	const refusals: Reason[] = [
		'invalidRecipient',
		'recipientNotRegistered',
		'invalidRequest',
		'deliveryFailed',
		'notConfigured',
		'notAllowed',
		'sendLimit',
		'cooldown',
		'rateLimited',
		'incorrectCode',
		'incorrectOrExpired',
		'codeExpired',
		'attemptsExhausted',
		'noValidCode',
		'unclassified',
	];

	it.each(kinds.filter((kind) => BRANCHES[kind].length > 1))(
		'of a %s node never grant for a refusal',
		(kind) => {
			for (const reason of refusals) expect(isGranting(kind, outcomeOf(kind, reason))).toBe(false);
			for (const reason of ['accepted', 'reissued'] as const)
				expect(isGranting(kind, outcomeOf(kind, reason))).toBe(true);
		},
	);

	it('tell waiting, wrong and expired apart where the node has a branch for it', () => {
		expect(outcomeOf('send', 'cooldown')).toBe('throttled');
		expect(outcomeOf('verify', 'incorrectOrExpired')).toBe('wrongCode');
		expect(outcomeOf('verify', 'codeExpired')).toBe('expired');
		expect(outcomeOf('verify', 'rateLimited')).toBe('blocked');
		expect(outcomeOf('redeem', 'incorrectCode')).toBe('wrongCode');
		expect(outcomeOf('redeem', 'incorrectCouponOrCode')).toBe('wrongCode');
		expect(outcomeOf('send', 'sendLimit')).toBe('throttled');
		expect(outcomeOf('send', 'rateLimited')).toBe('throttled');
		expect(outcomeOf('redeem', 'codeExpired')).toBe('refused');
		expect(outcomeOf('send', 'codeExpired')).toBe('notSent');
	});

	it('are there for what a look-up can tell, and for every answer of the others', () => {
		for (const reason of ['noValidCode', 'recipientNotRegistered', 'notOnboarded', 'accepted'] as const) {
			expect(hasBranch('fetch', reason)).toBe(true);
			expect(hasBranch('customer', reason)).toBe(true);
		}
		for (const kind of ['fetch', 'customer', 'encrypt', 'decrypt'] as const) {
			expect(hasBranch(kind, 'unclassified')).toBe(false);
			expect(hasBranch(kind, 'rateLimited')).toBe(false);
		}
		expect(hasBranch('encrypt', 'noValidCode')).toBe(false);
		for (const kind of ['send', 'verify', 'check', 'redeem'] as const)
			expect(hasBranch(kind, 'unclassified')).toBe(true);
	});

	it('have each a place among the outputs', () => {
		expect(branchIndex('customer', { outcome: 'found', reason: 'customerCreated' })).toBe(1);
		expect(branchIndex('customer', { outcome: 'found', reason: 'documentMissing' })).toBe(2);
		expect(branchIndex('customer', { outcome: 'found', reason: 'customerVerified' })).toBe(3);
		expect(branchIndex('customer', { outcome: 'found', reason: 'accepted' })).toBe(0);
		expect(branchIndex('verify', { outcome: 'wrongCode', reason: 'incorrectCode' })).toBe(2);
		expect(branchIndex('verify', { outcome: 'sent', reason: 'accepted' })).toBe(0);
	});
});

describe('faults', () => {
	it.each(Object.keys(FAULTS) as FaultKind[])(
		'%s never advises to try again when a message may have gone out',
		(fault) => {
			const { description, effect } = describeFault({ fault, effectLeft: true }, 'send', 'Wibmo');
			const claims = effect === 'unknown' ? /Delivery unknown/ : /^Nothing was sent\./;
			expect(description).toMatch(claims);
			if (effect === 'unknown') expect(description).not.toMatch(/safe to run it again/i);
		},
	);
});

describe('faults in words', () => {
	const NOTHING: Record<OperationKind, string> = {
		send: 'Nothing was sent. ',
		verify: 'The code was not checked. ',
		redeem: 'Nothing was redeemed. ',
		fetch: 'Nothing was fetched. ',
		customer: 'Nothing was looked up. ',
		check: 'Nothing was checked. ',
		encrypt: 'Nothing was encrypted. ',
		decrypt: 'Nothing was decrypted. ',
	};
	const UNKNOWN: Record<OperationKind, RegExp> = {
		send: /^Delivery unknown.*Check before sending again\. [A-Z]/,
		verify: /^It is not known whether the code was used up\. .*ask for a new code\. [A-Z]/,
		redeem: /^It is not known whether the redemption was booked\. .* [A-Z]/,
		fetch: /^Nothing was changed at the provider\. It is safe to run it again\. [A-Z]/,
		customer: /^Nothing was changed at the provider\. It is safe to run it again\. [A-Z]/,
		check: /^Check whether a code went out before running it again\. [A-Z]/,
		encrypt: /^Nothing was sent\. It is safe to run it again\. [A-Z]/,
		decrypt: /^Nothing was sent\. It is safe to run it again\. [A-Z]/,
	};
	const MAY_HAVE_ACTED = [
		'noAnswer',
		'providerDown',
		'unreadable',
		'undecryptable',
		'mismatched',
		'interrupted',
	];
	const kinds = Object.keys(NOTHING) as OperationKind[];

	describe.each(Object.keys(FAULTS) as FaultKind[])('%s', (fault) => {
		it.each(kinds)('at a %s node', (kind) => {
			const before = describeFault({ fault }, kind, 'Wibmo');
			expect(before.message).toMatch(/^[A-Z].*[a-z]$/);
			expect(before.message).toContain('Wibmo');
			expect(before.message.length).toBeGreaterThan('Wibmo'.length + 10);
			expect(before.effect).toBe('none');
			expect(before.description.startsWith(NOTHING[kind])).toBe(true);
			expect(before.description.slice(NOTHING[kind].length)).toMatch(/^[A-Z].*\.$/);

			const after = describeFault({ fault, effectLeft: true }, kind, 'Wibmo');
			const isUnknown = MAY_HAVE_ACTED.includes(fault);
			expect(after.effect).toBe(isUnknown ? 'unknown' : 'none');
			if (isUnknown) expect(after.description).toMatch(UNKNOWN[kind]);
			else expect(after.description).toBe(before.description);
		});
	});

	it('quote what the provider said, as far as it said something', () => {
		const said = (more: object) =>
			describeFault({ fault: 'rejected', ...more }, 'send', 'Wibmo').description.split('words. ')[1];
		expect(said({ httpStatus: 400, statusCode: '5', providerMessage: 'no' })).toBe(
			'Wibmo answered: HTTP 400, code 5, "no".',
		);
		expect(said({ httpStatus: 400 })).toBe('Wibmo answered: HTTP 400.');
		expect(said({ statusCode: '5', providerMessage: '' })).toBe('Wibmo answered: code 5.');
		expect(said({})).toBeUndefined();
	});
});

describe('rules for status codes', () => {
	const read = (rules: unknown, branchOn = 'statusCode') => {
		const given: Record<string, unknown> = { branchOn, statusCodeRules: { rules } };
		const labels = new Map([['statusCodeRules', 'Status Code Rules']]);
		return readRouting('send', new Parameters((path) => given[path], labels));
	};
	const refusalOf = (rules: unknown): [string, string] => {
		try {
			read(rules);
		} catch (error) {
			if (error instanceof InvalidParameter) return [error.message, error.description];
			throw error;
		}
		throw new Error('The rules were taken');
	};

	it('are read with their codes from the list and those that were typed', () => {
		expect(
			read([
				{ branch: ' One ', codes: ['10', 11], otherCodes: ' 12, 12,, 13 ' },
				{ branch: 'Two', codes: 'none', otherCodes: 14 },
				{ branch: 'Three', codes: ['15'], otherCodes: null },
			]),
		).toEqual({
			branchOn: 'statusCode',
			rules: [['10', '11', '12', '12', '13'], ['none', '14'], ['15']],
		});
	});

	it.each([
		[
			[],
			"'Status Code Rules' must be at least one rule",
			"Add a rule with a code and a branch name, or set 'Branch On' to 'Outcome'.",
		],
		[
			'nothing',
			"'Status Code Rules' must be at least one rule",
			"Add a rule with a code and a branch name, or set 'Branch On' to 'Outcome'.",
		],
		[
			[{ branch: 5, otherCodes: '1' }],
			"'Status Code Rules' must be named: Rule 1 has no branch name",
			"Fill in 'Branch Name' of Rule 1.",
		],
		[
			[{ branch: 'Other', otherCodes: '1' }],
			"'Status Code Rules' must be different from each other: the branch name 'Other' is used twice",
			"Give Rule 1 a name of its own; the first output is called 'Other'.",
		],
		[
			[{ branch: 'Error', otherCodes: '1' }],
			"'Status Code Rules' must be different from each other: the branch name 'Error' is used twice",
			"Give Rule 1 a name of its own; the first output is called 'Other'.",
		],
		[
			[
				{ branch: 'A', otherCodes: '1' },
				{ branch: 'A', otherCodes: '2' },
			],
			"'Status Code Rules' must be different from each other: the branch name 'A' is used twice",
			"Give Rule 2 a name of its own; the first output is called 'Other'.",
		],
		[
			[{ branch: 'A', otherCodes: ' , ' }],
			"'Status Code Rules' must be filled in: Rule 1 has no code",
			"Choose a code in 'Codes' of Rule 1, or type one in 'Other Codes'.",
		],
		[
			[
				{ branch: 'A', otherCodes: '1' },
				{ branch: 'B', codes: ['1'] },
			],
			"'Status Code Rules' must be unambiguous: code 1 is in two rules",
			'Remove code 1 from one of the rules.',
		],
	])('%j are refused, with what to do', (rules, message, description) => {
		expect(refusalOf(rules)).toEqual([message, description]);
	});

	it('can name the codes that leave through a branch, in the order of the alphabet', () => {
		const codes: CodeRow[] = [
			{ code: 'b', text: 'found', reason: 'accepted', source: 'here' },
			{ code: 'c', text: 'who?', fault: 'credentialsRefused', source: 'here' },
			{ code: 'a', text: 'none', reason: 'noValidCode', source: 'here' },
			{ code: 'd', text: 'odd', reason: 'unclassified', source: 'here' },
		];
		expect(codeOptions('fetch', codes)).toEqual([
			{ name: 'a (Not Found): none', value: 'a' },
			{ name: 'b (Found): found', value: 'b' },
		]);
		expect(codeOptions('verify', codes).map(({ name }) => name)).toEqual([
			'a (Blocked): none',
			'b (Verified): found',
			'd (Blocked): odd',
		]);
	});

	it('make one output each, after Other', () => {
		const rules: Routing = { branchOn: 'statusCode', rules: [['1'], ['2'], ['3'], ['4']] };
		expect(outputCount('send', rules)).toBe(5);
		expect(outputCount('send', { branchOn: 'outcome' })).toBe(3);
		expect(outputCount('send', { branchOn: 'singleOutput' })).toBe(1);
	});

	it('take an item by any of its codes, and a success only where it is one', () => {
		const codes: CodeRow[] = [
			{ code: '0', text: 'yes', reason: 'accepted', source: 'here' },
			{ code: '1', text: 'no', reason: 'invalidRequest', source: 'here' },
			{ code: '2', text: 'who?', fault: 'credentialsRefused', source: 'here' },
		];
		const routing: Routing = { branchOn: 'statusCode', rules: [['0'], ['1', '2'], ['77', '78']] };
		const output = (outcome: 'sent' | 'notSent', statusCode: string, statusCodes?: string[]) =>
			outputOf({ kind: 'send', codes }, routing, {
				outcome,
				reason: outcome === 'sent' ? 'accepted' : 'unclassified',
				statusCode,
				...(statusCodes && { statusCodes }),
			});
		expect(output('sent', '0')).toBe(1);
		expect(output('notSent', '0')).toBe(0);
		expect(output('sent', '1')).toBe(0);
		expect(output('notSent', '1')).toBe(2);
		expect(output('notSent', '2')).toBe(2);
		expect(output('sent', '2')).toBe(0);
		expect(output('notSent', '77')).toBe(3);
		expect(output('sent', '77')).toBe(0);
		expect(output('notSent', '99')).toBe(0);
		expect(output('notSent', '99', ['99', '78'])).toBe(3);
	});
});

describe("a credential's test", () => {
	it('takes any answer but one that refuses the credentials, and follows no redirect', () => {
		expect(anyAnswerButRefusedCredentials).toEqual({
			ignoreHttpStatusErrors: { ignore: true, except: [401, 403] },
			disableFollowRedirect: true,
		});
	});

	it('ends with the sentence for what came back', () => {
		const texts = { refused: 'wrong key', denied: 'no right', elsewhere: 'not here' };
		const ofStatus = (value: number, message: string) => ({
			type: 'responseCode',
			properties: { value, message },
		});
		const ofBody = (key: string, value: unknown, message: string) => ({
			type: 'responseSuccessBody',
			properties: { key, value, message },
		});
		const statuses = [ofStatus(401, 'wrong key'), ofStatus(403, 'no right'), ofStatus(404, 'not here')];
		expect(testRules(texts, { key: 'token' })).toEqual([...statuses, ofBody('token', undefined, 'not here')]);
		expect(testRules(texts, { key: 'ok', codeKeys: ['list[0].code'], codes: { 4000: 'denied' } })).toEqual([
			...statuses,
			ofBody('list[0].code', '401', 'wrong key'),
			ofBody('list[0].code', 401, 'wrong key'),
			ofBody('list[0].code', '403', 'no right'),
			ofBody('list[0].code', 403, 'no right'),
			ofBody('list[0].code', '404', 'not here'),
			ofBody('list[0].code', 404, 'not here'),
			ofBody('list[0].code', '4000', 'no right'),
			ofBody('list[0].code', 4000, 'no right'),
			ofBody('ok', undefined, 'not here'),
		]);
	});
});

it('an error that was thrown while an item was read keeps its words, and gets advice where it has none', () => {
	const advice = 'Open the node, check that a credential is chosen, and that each expression gives a value.';
	const node = {} as INode;
	expect([
		toInvalid(new InvalidParameter('no', 'Do it.')),
		toInvalid(new InvalidParameter('no', '')),
		toInvalid(new NodeOperationError(node, 'no', { description: 'Do that.' })),
		toInvalid(new NodeOperationError(node, 'no')),
		toInvalid(Object.assign(new Error('no'), { description: 'of somebody else' })),
		toInvalid('no'),
	]).toEqual([
		{ message: 'no', description: 'Do it.' },
		{ message: 'no', description: '' },
		{ message: 'no', description: 'Do that.' },
		{ message: 'no', description: advice },
		{ message: 'no', description: advice },
		{ message: 'no', description: advice },
	]);
});

it('items share a credential, and its access token, only where it is the same account', async () => {
	const accounts = [
		{ key: 'a', accessToken: '1' },
		{ key: 'b', accessToken: '1' },
		{ key: 'a', accessToken: '2', renewAt: 5 },
	];
	const context = {
		getNodeParameter: () => null,
		getCredentials: async (_type: string, index: number) => accounts[index],
		getInstanceId: () => 'an n8n',
	} as unknown as IExecuteFunctions;
	const operation = {
		provider: { name: 'example', checkCredential: () => {} },
		name: 'send',
		credentialType: () => 'exampleApi',
		prepare: () => ({ identity: ['same'] }),
	} as unknown as Operation;
	const items = (await prepareItems(context, operation, new Map(), 3)) as Ready[];
	const [first, second, third] = items.map(({ credential }) => credential);
	expect(first).toEqual({ type: 'exampleApi', data: accounts[0] });
	expect(second).toEqual({ type: 'exampleApi', data: accounts[1] });
	expect(third).toBe(first);
	expect(items[2].fingerprint).toBe(items[0].fingerprint);
	expect(items[1].fingerprint).toBe(items[0].fingerprint);
});

describe('the item that leaves', () => {
	const privacy = { secrets: ['1234'], recipients: ['jane@example.com'], secretKeys: ['token'] };
	const operation = { provider: { name: 'example' }, name: 'send', codes: [] } as unknown as Operation;
	const prepared = {
		recipients: ['jane@example.com'],
		reference: { own: 'a', both: 'b' },
	} as unknown as PreparedItem;
	const least = {
		outcome: 'sent',
		reason: 'accepted',
		statusCode: '0',
		message: 'code 1234 to jane@example.com',
		httpStatus: 200,
		response: { token: 't', note: '1234' },
	} as const;
	const common = {
		provider: 'example',
		operation: 'send',
		outcome: 'sent',
		reason: 'accepted',
		statusCode: '0',
		message: 'code [redacted] to j•••@example.com',
		httpStatus: 200,
	};

	it('says nothing of what the provider did not say', () => {
		expect(toOutputItem(operation, { ...prepared, recipients: [] }, least, privacy, false)).toEqual({
			...common,
			reference: { own: 'a', both: 'b' },
			recipient: null,
			retryAfterSeconds: null,
			attemptsRemaining: null,
			expiresAt: null,
		});
	});

	it('says all that the provider said, but for what is secret', () => {
		const most = {
			...least,
			statusCodes: ['0', '1'],
			reference: { both: 'c', theirs: 'd' },
			retryAfterSeconds: 0,
			attemptsRemaining: 0,
			expiresAt: '2030-01-01T00:00:00Z',
			result: { token: 'kept' },
		};
		const item = toOutputItem(operation, prepared, most, privacy, true);
		expect(item).toEqual({
			...common,
			statusCodes: ['0', '1'],
			reference: { own: 'a', both: 'b', theirs: 'd' },
			recipient: 'j•••@example.com',
			retryAfterSeconds: 0,
			attemptsRemaining: 0,
			expiresAt: '2030-01-01T00:00:00Z',
			token: '[redacted]',
			response: { token: '[redacted]', note: '[redacted]' },
		});
		expect(toOutputItem(operation, prepared, least, privacy, true)).not.toHaveProperty('statusCodes');
	});
});

describe('what tells one request from another', () => {
	const prepared = (...identity: string[]): PreparedItem => ({
		perform: () => {
			throw new Error('Nothing is sent');
		},
		recipients: ['jane@example.com'],
		secrets: ['123456'],
		identity,
		reference: {},
	});
	const operation = (provider: string, name: string) =>
		({ provider: { name: provider }, name }) as unknown as Operation;
	const send = operation('example', 'send');
	const fingerprint = fingerprintOf(send, prepared('jane@example.com', '123456'), 'an n8n');

	it('is the person, the code and the operation, in one n8n', () => {
		const other = (...[operationOf, item, key]: globalThis.Parameters<typeof fingerprintOf>) =>
			expect(fingerprintOf(operationOf, item, key)).not.toBe(fingerprint);
		expect(fingerprintOf(send, prepared('jane@example.com', '123456'), 'an n8n')).toBe(fingerprint);
		other(send, prepared('joan@example.com', '123456'), 'an n8n');
		other(send, prepared('jane@example.com', '123457'), 'an n8n');
		other(operation('example', 'verify'), prepared('jane@example.com', '123456'), 'an n8n');
		other(operation('another', 'send'), prepared('jane@example.com', '123456'), 'an n8n');
		other(send, prepared('jane@example.com', '123456'), 'another n8n');
		expect(fingerprint).toMatch(/^[A-Za-z0-9_-]{43}$/);
	});
});

describe('the memory of a run', () => {
	/** n8n keeps a node's context as JSON with the execution; `execution` is the one that runs now. */
	function openAgain(stored: string, execution: string): { memory: Attempts; store: () => string } {
		const nodeContext = JSON.parse(stored) as IDataObject;
		const context = {
			getContext: () => nodeContext,
			getExecutionId: () => execution,
			evaluateExpression: () => 0,
		} as unknown as IExecuteFunctions;
		return { memory: Attempts.open(context), store: () => JSON.stringify(nodeContext) };
	}

	it.each(['same', 'retry'])(
		'holds an item that was cut off in mid-call for one that may have gone out (%s execution)',
		(execution) => {
			const first = openAgain('{}', 'same');
			first.memory.started(0, 'fingerprint');
			const { memory } = openAgain(first.store(), execution);
			expect(memory.recall(0, 'another')).toBeUndefined();
			const fault = memory.recall(0, 'fingerprint') as Fault;
			expect(describeFault(fault, 'send', 'Wibmo')).toMatchObject({
				message: 'An earlier try of this item was cut off before Wibmo answered',
				description: expect.stringMatching(/^Delivery unknown/) as string,
				effect: 'unknown',
			});
		},
	);
});

it('makes identifiers that differ, of the asked length, in letters and digits', () => {
	const made = new Set(Array.from({ length: 5000 }, () => newIdentifier(14)));
	expect(made.size).toBe(5000);
	for (const identifier of made) expect(identifier).toMatch(/^[0-9A-Z]{14}$/);
});
