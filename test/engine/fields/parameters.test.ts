import { readSettings } from '../../../nodes/engine/fields/options';
import {
	InvalidParameter,
	isEmailAddress,
	labelsOf,
	Parameters,
} from '../../../nodes/engine/fields/parameters';

type Read = (parameters: Parameters) => unknown;

/** What reading a value gives: the value, or the refusal in words. */
function tryRead(value: unknown, read: Read): unknown {
	try {
		return read(new Parameters(() => value, new Map([['field', 'Field']])));
	} catch (error) {
		if (!(error instanceof InvalidParameter)) throw error;
		expect(error.name).toBe('InvalidParameter');
		return `refused: ${error.message}`;
	}
}

const optionalText: Read = (parameters) => parameters.optionalText('field');
const lines: Read = (parameters) => parameters.optionalText('field', { lines: true, longest: 5 });
const text: Read = (parameters) => parameters.text('field');
const flag: Read = (parameters) => parameters.flag('field');
const integer: Read = (parameters) => parameters.integer('field', { from: 2, to: 20 });
const choice: Read = (parameters) => parameters.choice('field', ['1', 'two']);
const choiceOr: Read = (parameters) => parameters.choice('field', ['1', 'two'], 'two');
const optionalMatch: Read = (parameters) => parameters.optionalMatch('field', /^[a-c]+$/, 'a, b or c');
const match: Read = (parameters) => parameters.match('field', /^[a-c]*$/, 'a, b or c');
const email: Read = (parameters) => parameters.email('field');
const optionalEmail: Read = (parameters) => parameters.optionalEmail('field');
const mobile: Read = (parameters) => parameters.tenDigitMobile('field');
const otp: Read = (parameters) => parameters.otp('field');

const NO_TEXT = "refused: 'Field' must be a text";
const ROUNDED = "refused: 'Field' must be a text: as a number it has lost digits";
const NO_LINE = "refused: 'Field' must be a single line without control characters";
const NO_EMAIL = "refused: 'Field' must be an e-mail address such as name@example.com";
const NO_MOBILE = "refused: 'Field' must be a mobile number of exactly 10 digits, without country code";
const NO_OTP =
	"refused: 'Field' must be the code that the person received: digits and letters only, without spaces";
const NO_INTEGER = "refused: 'Field' must be a whole number from 2 to 20";
const NO_CHOICE = "refused: 'Field' must be one of 1, two";

it.each<[what: string, read: Read, value: unknown, result: unknown]>([
	['a text', optionalText, ' some text ', 'some text'],
	['a text', optionalText, undefined, ''],
	['a text', optionalText, null, ''],
	['a text', optionalText, 42, '42'],
	['a text', optionalText, Number.MAX_SAFE_INTEGER, '9007199254740991'],
	['a text', optionalText, -Number.MAX_SAFE_INTEGER, '-9007199254740991'],
	['a text', optionalText, 2 ** 53, ROUNDED],
	['a text', optionalText, -(2 ** 53), ROUNDED],
	['a text', optionalText, NaN, ROUNDED],
	['a text', optionalText, true, NO_TEXT],
	['a text', optionalText, {}, NO_TEXT],
	['a text', optionalText, ['a'], NO_TEXT],
	['a text', optionalText, 'a\nb', NO_LINE],
	['a text', optionalText, 'a\u0000b', NO_LINE],
	['a text', optionalText, 'x'.repeat(1000), 'x'.repeat(1000)],
	['a text', optionalText, 'x'.repeat(1001), "refused: 'Field' must be at most 1000 characters long"],
	['a text of lines', lines, 'a\r\n\tb', 'a\r\n\tb'],
	['a text of lines', lines, '12345', '12345'],
	['a text of lines', lines, '123456', "refused: 'Field' must be at most 5 characters long"],
	['a text of lines', lines, 'a\u0000b', "refused: 'Field' must be free of control characters"],
	['a required text', text, 'a', 'a'],
	['a required text', text, ' ', "refused: 'Field' must be filled in"],
	['a switch', flag, true, true],
	['a switch', flag, false, false],
	['a switch', flag, undefined, false],
	['a switch', flag, '', false],
	['a switch', flag, 'true', "refused: 'Field' must be true or false"],
	['a whole number', integer, 2, 2],
	['a whole number', integer, 20, 20],
	['a whole number', integer, ' 7 ', 7],
	['a whole number', integer, '12', 12],
	['a whole number', integer, 1, NO_INTEGER],
	['a whole number', integer, 21, NO_INTEGER],
	['a whole number', integer, 2.5, NO_INTEGER],
	['a whole number', integer, '7x', NO_INTEGER],
	['a whole number', integer, 'x7', NO_INTEGER],
	['a whole number', integer, '', NO_INTEGER],
	['a whole number', integer, null, NO_INTEGER],
	['a whole number', integer, [7], NO_INTEGER],
	['one of a list', choice, '1', '1'],
	['one of a list', choice, 1, '1'],
	['one of a list', choice, 'two', 'two'],
	['one of a list', choice, 'three', NO_CHOICE],
	['one of a list', choice, undefined, NO_CHOICE],
	['one of a list', choice, ['1'], NO_CHOICE],
	['one of a list, or the usual one', choiceOr, undefined, 'two'],
	['one of a list, or the usual one', choiceOr, '1', '1'],
	['a form', optionalMatch, 'abc', 'abc'],
	['a form', optionalMatch, '', ''],
	['a form', optionalMatch, 'abd', "refused: 'Field' must be a, b or c"],
	['a required form', match, 'abc', 'abc'],
	['a required form', match, '', "refused: 'Field' must be a, b or c"],
	['an e-mail address', email, 'a.b@example.com', 'a.b@example.com'],
	['an e-mail address', email, `${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
	['an e-mail address', email, `${'a'.repeat(65)}@example.com`, NO_EMAIL],
	['an e-mail address', email, 'a@b@example.com', NO_EMAIL],
	['an e-mail address', email, 'a b@example.com', NO_EMAIL],
	['an e-mail address', email, 'a@exa mple.com', NO_EMAIL],
	['an e-mail address', email, 'a@example.c om', NO_EMAIL],
	['an e-mail address', email, '<a@example.com>', NO_EMAIL],
	['an e-mail address', email, 'a@example.c', NO_EMAIL],
	['an e-mail address', email, 'a@example', NO_EMAIL],
	['an e-mail address', email, '@example.com', NO_EMAIL],
	['an e-mail address', email, 'a@.com', NO_EMAIL],
	['an e-mail address', email, '', NO_EMAIL],
	['an e-mail address, or none', optionalEmail, '', ''],
	['an e-mail address, or none', optionalEmail, 'a@example.com', 'a@example.com'],
	['an e-mail address, or none', optionalEmail, 'a', NO_EMAIL],
	['a mobile number', mobile, '9876543210', '9876543210'],
	['a mobile number', mobile, 9876543210, '9876543210'],
	['a mobile number', mobile, '987654321', NO_MOBILE],
	['a mobile number', mobile, '98765432101', NO_MOBILE],
	['a mobile number', mobile, 'x9876543210', NO_MOBILE],
	['a mobile number', mobile, '', NO_MOBILE],
	['a code', otp, '0123aZ', '0123aZ'],
	['a code', otp, '1'.repeat(50), '1'.repeat(50)],
	['a code', otp, '1'.repeat(51), NO_OTP],
	['a code', otp, '12 34', NO_OTP],
	['a code', otp, '-12', NO_OTP],
	['a code', otp, '12-', NO_OTP],
	['a code', otp, '', NO_OTP],
])('%s', (_what, read, value, result) => {
	expect(tryRead(value, read)).toBe(result);
});

it('an e-mail address holds no control characters', () => {
	expect(isEmailAddress('a@example.com')).toBe(true);
	expect(isEmailAddress('a\u0007@example.com')).toBe(false);
	expect(isEmailAddress('a')).toBe(false);
});

it('a refusal says what to do, and names a row of a list as people count', () => {
	const labels = new Map([
		['field', 'Field'],
		['rows.row.value', 'Value'],
	]);
	const parameters = new Parameters(() => undefined, labels);
	expect(parameters.refusal('field', 'set')).toMatchObject({
		message: "'Field' must be set",
		description: "Set 'Field' in the node; if it is an expression, check what it gives for this item.",
	});
	expect(parameters.refusal('field', 'set', 'Do it.')).toMatchObject({ description: 'Do it.' });
	expect(parameters.label('rows.row[0].value')).toBe("'Value' of row 1");
	expect(parameters.label('rows.row[11].value')).toBe("'Value' of row 12");
	expect(parameters.label('unknown')).toBe("'unknown'");
	expect(parameters.raw('field')).toBeUndefined();
});

it('labels reach into collections, and the first of two fields with one name gives the label', () => {
	const field = (name: string, displayName: string, more: object = {}) =>
		({ name, displayName, type: 'string', default: '', ...more }) as never;
	const labels = labelsOf([
		field('plain', 'Plain', { options: [{ name: 'No Field', value: 'x', displayName: 'No Label' }] }),
		field('plain', 'Plain Again'),
		field('more', 'More', { type: 'collection', options: [field('inner', 'Inner')] }),
		field('empty', 'Empty', { type: 'collection' }),
		field('rows', 'Rows', {
			type: 'fixedCollection',
			options: [{ name: 'row', displayName: 'Row', values: [field('value', 'Value')] }],
		}),
	]);
	expect(Object.fromEntries(labels)).toEqual({
		plain: 'Plain',
		more: 'More',
		'more.inner': 'Inner',
		empty: 'Empty',
		rows: 'Rows',
		'rows.row': 'Row',
		'rows.row.value': 'Value',
	});
});

describe('settings', () => {
	const settings = (given: Record<string, unknown>) =>
		readSettings(new Parameters((path) => given[path], new Map()));

	it('are ten at a time, without a pause, half a minute each, with the answer, unless set otherwise', () => {
		expect(settings({})).toEqual({
			batchSize: 10,
			batchIntervalMs: 0,
			timeoutMs: 30_000,
			includeResponse: true,
		});
	});

	it.each([
		[1, 0, 1, true],
		[1000, 3_600_000, 600_000, false],
	])(
		'take from the least to the most: %i, %i, %i',
		(batchSize, batchIntervalMs, timeoutMs, includeResponse) => {
			expect(
				settings({
					'options.batching.batch.batchSize': batchSize,
					'options.batching.batch.batchInterval': batchIntervalMs,
					'options.timeout': timeoutMs,
					'options.includeResponse': includeResponse,
				}),
			).toEqual({ batchSize, batchIntervalMs, timeoutMs, includeResponse });
		},
	);

	it.each([
		['options.batching.batch.batchSize', 0],
		['options.batching.batch.batchSize', 1001],
		['options.batching.batch.batchInterval', -1],
		['options.batching.batch.batchInterval', 3_600_001],
		['options.timeout', 0],
		['options.timeout', 600_001],
		['options.includeResponse', 'no'],
	])('refuse %s %p', (path, value) => {
		expect(() => settings({ [path]: value })).toThrow(InvalidParameter);
	});
});
