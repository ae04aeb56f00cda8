import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { checkBaseUrl } from '../../nodes/shared/baseUrl';
import { FAULTS, describeFault, type Fault, type FaultKind } from '../../nodes/shared/faults';
import { retryAfterSeconds } from '../../nodes/shared/http';
import { newIdentifier } from '../../nodes/shared/identifiers';
import { Memory } from '../../nodes/shared/memory';
import {
	BRANCHES,
	isGranting,
	outcomeOf,
	type OperationKind,
	type Reason,
} from '../../nodes/shared/outcomes';

describe('Retry-After', () => {
	const now = Date.UTC(2026, 0, 1, 12, 0, 0);

	it.each([
		['120', 120],
		['0', 0],
		['Thu, 01 Jan 2026 12:01:30 GMT', 90],
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
		['http://[::1]:4010', 'http://[::1]:4010'],
	])('takes %s', (url, checked) => {
		expect(checkBaseUrl(url, 'Base URL')).toBe(checked);
	});

	it.each([
		'http://api.example.com',
		'http://127.0.0.1.example.com',
		'http://localhost.example.com',
		'https://user:secret@api.example.com',
		'https://api.example.com/?a=b',
		'https://api.example.com/#a',
		'https://api.example.com\\@evil.example',
		'https://api.example.com\r\nX-Evil: 1',
		'ftp://api.example.com',
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

describe('the memory of a run', () => {
	/** n8n keeps a node's context as JSON with the execution; `execution` is the one that runs now. */
	function openAgain(stored: string, execution: string): { memory: Memory; store: () => string } {
		const nodeContext = JSON.parse(stored) as IDataObject;
		const context = {
			getContext: () => nodeContext,
			getExecutionId: () => execution,
			evaluateExpression: () => 0,
		} as unknown as IExecuteFunctions;
		return { memory: Memory.open(context), store: () => JSON.stringify(nodeContext) };
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
