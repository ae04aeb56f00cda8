import type { Reader } from './field';
import { lostZeros } from './readers';
import { readTyped } from './typedText';

/** What people copy along with a code, from `OTP` to `Your verification code`. */
const LABEL = '^(?:[a-z]+[ -])*(?:otp|code|pin|passcode|password)';
const LABEL_OF_DIGITS = new RegExp(`${LABEL}(?: is)?[ :=#-]*(?=[0-9])`, 'i');
const LABEL_OF_LETTERS = new RegExp(`${LABEL}(?: ?[:=#]| is[ :])`, 'i');

/** A code such as `VC-1234`, as one provider documents it. Other dashes only group characters. */
const WITH_DASH = /^[A-Za-z]{1,10}-[0-9]{1,20}$/;

interface CodeForm {
	/** Completes "must be the code that the user received: …" */
	form: string;
	pattern: RegExp;
	label: RegExp;
	/** The only length that the provider documents. A number of that length has lost no leading zero. */
	length?: number;
}

function codeOf({ form, pattern, label, length }: CodeForm): Reader<string | undefined> {
	const expected = `the code that the user received: ${form}`;
	return {
		expected,
		read(input) {
			const text = readTyped(input, expected, (value) => {
				if (Number.isSafeInteger(value) && String(value).length === length) return String(value);
				throw lostZeros(input);
			});
			if (text === undefined) return undefined;
			const spaced = text.replace(/[ .]+$/, '').replace(label, '');
			const compact = spaced.replace(/ /g, '');
			const code = WITH_DASH.test(compact) ? compact : compact.replace(/-/g, '');
			if (!pattern.test(code)) throw input.mistyped('malformedCode', expected);
			return code;
		},
	};
}

/**
 * Reads a code of digits, in any usual notation.
 *
 * @param form what its digits are, such as `6 digits`
 * @param length the only length that the provider documents, if there is one
 */
export function digitCode(form: string, pattern: RegExp, length?: number): Reader<string | undefined> {
	return codeOf({ form, pattern, label: LABEL_OF_DIGITS, length });
}

/** Reads a code of up to 50 digits and letters, in any usual notation. */
export const letterCode = codeOf({
	form: 'digits and letters',
	pattern: /^(?:[0-9A-Za-z]{1,50}|[A-Za-z]+-[0-9]+)$/,
	label: LABEL_OF_LETTERS,
});

/**
 * Reads an identifier that people write in groups, with spaces or dashes, or in lower case.
 *
 * @param expected completes "must be …"
 * @param limits `upperCase`: letters are sent in upper case. `textOnly`: leading zeros count, so numbers
 * are rejected
 */
export function grouped(
	pattern: RegExp,
	expected: string,
	{ upperCase = false, textOnly = false } = {},
): Reader<string | undefined> {
	return {
		expected,
		read(input) {
			const refuse = () => {
				throw lostZeros(input);
			};
			const text = readTyped(input, expected, textOnly ? refuse : undefined);
			if (text === undefined) return undefined;
			const compact = text.replace(/[ -]/g, '');
			const found = upperCase ? compact.toUpperCase() : compact;
			if (!pattern.test(found)) throw input.mistyped('invalidRequest', expected);
			return found;
		},
	};
}

/** `1000`, `1,00,000`, `100 000.5`; `1000,50` is none. */
const AMOUNT = /^([0-9]{1,12}|[0-9]{1,3}(?:[ ,][0-9]{2,3}){0,3}[ ,][0-9]{3})(?:\.([0-9]{1,9}))?$/;

/**
 * Reads an amount, with or without separators of thousands.
 *
 * @param expected completes "must be …"
 * @param decimals how many the provider accepts; more must be zeros and are left out
 * @returns digits, with a point before decimals
 */
export function amount(expected: string, decimals: number): Reader<string | undefined> {
	return {
		expected,
		read(input) {
			const text = readTyped(input, expected, String);
			if (text === undefined) return undefined;
			const [, whole, fraction = ''] = AMOUNT.exec(text) ?? [];
			const isExact = /^0*$/.test(fraction.slice(decimals));
			if (whole === undefined || !isExact) throw input.mistyped('invalidRequest', expected);
			const kept = fraction.slice(0, decimals);
			return whole.replace(/[ ,]/g, '') + (kept === '' ? '' : `.${kept}`);
		},
	};
}
