import type { IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import { InvalidParameter } from '../fields/parameters';
import { asBoolean } from '../fields/readers';
import type { Credential } from '../operation/provider';

/** A header value: printable ASCII. Surrounding whitespace is not sent. */
const HEADER_VALUE = /^[\t ]*[\x21-\x7e](?:[\x20-\x7e]{0,4000}[\x21-\x7e])?[\t ]*$/;

const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}]/u;
const LONGEST_TEXT = 1000;

/**
 * Makes the error for an invalid field.
 *
 * @param label the field's label in the credential
 * @param expected completes "must be …"
 * @param advice completes "correct 'label': …"
 */
export function credentialRefusal(label: string, expected: string, advice = ''): InvalidParameter {
	return new InvalidParameter(
		`'${label}' in the credential must be ${expected}`,
		`Open the credential and correct '${label}'${advice === '' ? '' : `: ${advice}`}.`,
	);
}

/**
 * Checks fields that are sent as headers. n8n's HTTP client drops characters that are invalid in a header,
 * so a different key would arrive.
 *
 * @param labels the labels of the fields by name
 * @throws InvalidParameter if one is empty or is not printable ASCII
 */
export function checkHeaderFields(credential: Credential, labels: Readonly<Record<string, string>>): void {
	for (const [field, label] of Object.entries(labels)) {
		const value = credential[field];
		const text = Number.isSafeInteger(value) ? String(value) : value;
		if (typeof text !== 'string' || !HEADER_VALUE.test(text)) {
			throw credentialRefusal(
				label,
				'a single line of printable ASCII characters',
				'it is empty or contains a line break, an invisible character or a letter such as é',
			);
		}
	}
}

/**
 * Checks a field that is sent in a body.
 *
 * @returns the trimmed text; empty if the field is not set
 * @throws InvalidParameter if it is not a single line of text
 */
export function optionalCredentialText(credential: Credential, field: string, label: string): string {
	const value = credential[field] ?? '';
	const text = typeof value === 'string' ? value.trim() : undefined;
	if (text === undefined || text.length > LONGEST_TEXT || CONTROL_CHARACTERS.test(text)) {
		throw credentialRefusal(label, `a single line of text, up to ${LONGEST_TEXT} characters`);
	}
	return text;
}

/** Like {@link optionalCredentialText}, for a required field. */
export function credentialText(credential: Credential, field: string, label: string): string {
	const text = optionalCredentialText(credential, field, label);
	if (text === '') throw credentialRefusal(label, 'filled in');
	return text;
}

/** @throws InvalidParameter if the value is neither true nor false */
export function credentialFlag(credential: Credential, field: string, label: string): boolean {
	const isOn = asBoolean(credential[field] ?? false);
	if (isOn === undefined) throw credentialRefusal(label, 'true or false');
	return isOn;
}

const COUNTRY_CODE = 'Default Country Code';

/**
 * The country code for numbers that were typed without one.
 *
 * @param initial empty to leave such numbers as they are
 */
export function defaultCountryCodeProperty(initial: string): INodeProperties {
	return {
		displayName: COUNTRY_CODE,
		name: 'defaultCountryCode',
		type: 'string',
		default: initial,
		placeholder: 'e.g. 91',
		description:
			'The country code of mobile numbers without one, in digits. Numbers of up to 10 digits without + or 00 in front of them get it. If empty, they are sent without a country code.',
	};
}

/**
 * The default country code of a credential, in digits; empty if there is none.
 *
 * @param initial for a credential that does not have the field
 * @throws InvalidParameter if it is not a country code
 */
export function defaultCountryCode(credential: Credential, initial: string): string {
	const value = credential.defaultCountryCode ?? initial;
	const text = typeof value === 'string' ? value.trim() : Number.isInteger(value) ? String(value) : 'none';
	const found = /^(?:\+?([1-9][0-9]{0,3}))?$/.exec(text);
	if (found === null) throw credentialRefusal(COUNTRY_CODE, 'a country code such as 91', 'digits only');
	return found[1] ?? '';
}

/**
 * Adds the authentication headers to a request. The request of a credential test has only a path as its
 * URL, so that the test uses the same base URL as the nodes.
 *
 * @param address the base URL, without a trailing slash
 */
export function withCredential(
	request: IHttpRequestOptions,
	address: string,
	headers: Readonly<Record<string, string>>,
): IHttpRequestOptions {
	return {
		...request,
		// n8n's HTTP Request node does not set `url`.
		...(request.url?.startsWith('/') && { url: address + request.url }),
		headers: { ...request.headers, ...headers },
	};
}
