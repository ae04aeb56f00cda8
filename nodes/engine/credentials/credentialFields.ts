import type { IHttpRequestOptions } from 'n8n-workflow';

import { InvalidParameter } from '../fields/parameters';
import type { Credential } from '../operation/provider';

/** What a header can carry: printable ASCII, with spaces only inside. Spaces around it are not sent. */
const HEADER_VALUE = /^[\t ]*[\x21-\x7e](?:[\x20-\x7e]{0,4000}[\x21-\x7e])?[\t ]*$/;

const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}]/u;
const LONGEST_TEXT = 1000;

/**
 * @param label the field as the credential's dialog calls it
 * @param expected what it must be, as the end of a sentence
 * @param advice what to look for, as the end of a sentence
 * @returns the refusal, to be thrown
 */
export function credentialRefusal(label: string, expected: string, advice = ''): InvalidParameter {
	return new InvalidParameter(
		`'${label}' in the credential must be ${expected}`,
		`Open the credential and correct '${label}'${advice === '' ? '' : `: ${advice}`}.`,
	);
}

/**
 * Checks fields that travel as headers. n8n's HTTP client takes characters out that a header cannot
 * carry, so that another key would arrive than the one that was meant.
 *
 * @param credential the decrypted credential
 * @param labels the fields, each with what the credential's dialog calls it
 * @throws InvalidParameter if one is empty, or holds anything but printable ASCII
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
 * Checks a field that travels in a body.
 *
 * @param credential the decrypted credential
 * @param field the field
 * @param label the field as the credential's dialog calls it
 * @returns the text without surrounding spaces; empty if there is none
 * @throws InvalidParameter if it is no line of text
 */
export function optionalCredentialText(credential: Credential, field: string, label: string): string {
	const value = credential[field] ?? '';
	const text = typeof value === 'string' ? value.trim() : undefined;
	if (text === undefined || text.length > LONGEST_TEXT || CONTROL_CHARACTERS.test(text)) {
		throw credentialRefusal(label, `a single line of text, up to ${LONGEST_TEXT} characters`);
	}
	return text;
}

/** Like {@link optionalCredentialText}, but refuses an empty text. */
export function credentialText(credential: Credential, field: string, label: string): string {
	const text = optionalCredentialText(credential, field, label);
	if (text === '') throw credentialRefusal(label, 'filled in');
	return text;
}

/**
 * @param credential the decrypted credential
 * @param field the field
 * @param label the field as the credential's dialog calls it
 * @returns whether the switch is on
 * @throws InvalidParameter if it is neither on nor off
 */
export function credentialSwitch(credential: Credential, field: string, label: string): boolean {
	const value = credential[field] ?? false;
	if (typeof value !== 'boolean') throw credentialRefusal(label, 'true or false');
	return value;
}

/**
 * Puts a credential into a request.
 *
 * @param request a node's request, or the one of a credential's test, whose URL is only a path, so
 * that the test calls the same address as the nodes
 * @param address the address of the API, without a slash at its end
 * @param headers what authenticates the request
 */
export function withCredential(
	request: IHttpRequestOptions,
	address: string,
	headers: Readonly<Record<string, string>>,
): IHttpRequestOptions {
	return {
		...request,
		// The HTTP Request node gives its URL under another name.
		...(request.url?.startsWith('/') && { url: address + request.url }),
		headers: { ...request.headers, ...headers },
	};
}
