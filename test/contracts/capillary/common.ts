import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { DocumentedRequest, Facts, Field, Sample } from '../contract';
import { choice, code, email, mobileWithCode, type More } from '../fields';
import { LETTERS, NUMBERS_UNCHANGED } from '../spellings';

/** What is common to Capillary's loyalty platform, to which a till or an API client signs in. */
export const capillary = {
	title: 'Capillary',
	hides: ['accessToken', 'validation_code', 'validationCode'],
	credentials: ['capillaryTillApi', 'capillaryClientApi'],
} satisfies Partial<Facts>;

export const PAGES = 'https://docs.capillarytech.com/reference';

export const post = (path: string, body: object, query?: object): DocumentedRequest => ({
	method: 'POST',
	path,
	headers: { 'Content-Type': 'application/json' },
	body,
	acts: true,
	...(query && { query: { ...query } }),
});

export const get = (path: string, query: object, acts = false): DocumentedRequest => ({
	method: 'GET',
	path,
	query: { ...query },
	acts,
});

export const sample = (
	parameters: INodeParameters,
	request: DocumentedRequest,
	reference: IDataObject = {},
): Sample => ({ parameters, requests: [request], reference });

/** How the node signs in, which only shows in the request that n8n signs. */
export const signIn = {
	authentication: choice('Authentication', '', ['client', 'till'], {
		arrived: ([{ headers }]) => ('Authorization' in (headers ?? {}) ? 'till' : 'client'),
		signs: true,
	}),
};

/** A choice of which one value needs other parameters than the rest. */
export const withOther = (
	field: Field,
	value: string,
	parameters: INodeParameters,
	more: More = {},
): Field => ({
	...field,
	takes: field.takes.filter((taken) => taken !== value) as unknown as Field['takes'],
	also: [...(field.also ?? []), { ...field, takes: [value], refuses: [], with: parameters, ...more }],
});

/** A mobile number. Without a default country code in the credential, it gets none. */
export const mobile = (label: string, place: string, more: More = {}) =>
	mobileWithCode(label, place, NUMBERS_UNCHANGED, { identifies: true, ...more });

/** A code of Capillary, which may have letters. */
export const letterCode = (label: string, place: string, more: More = {}) =>
	code(label, place, 'digits and letters', LETTERS, more);

/** A text that other parameters need, with what is said and advised where it is missing. */
export const needed = (field: Field, says: string, advice: string): Field => ({
	...field,
	refuses: field.refuses.map((wrong) =>
		wrong.says === 'must be filled in' ? { ...wrong, says, advice } : wrong,
	),
});

/** Actions for which a code is both made and checked. */
export const ACTIONS = [
	...['COUPON', 'CUSTOMER_IDENTIFIER_CHANGE', 'CUSTOMER_ISSUE_LINK_CARD', 'CUSTOMER_STATUS_UPDATE'],
	...['GENERIC', 'POINTS', 'REGISTRATION', 'SUBSCRIPTION', 'USERGROUP'],
];

const EMAIL_ENTITY = {
	entityType: 'EMAIL',
	entityValue: 'jane@example.com',
	channels: { channel: [{ type: 'EMAIL', value: '' }] },
};

/** Whom a code belongs to. */
export const entityFields = {
	...signIn,
	entityType: withOther(choice('Entity Type', 'body.entityType', ['EMAIL', 'MOBILE']), 'EMAIL', EMAIL_ENTITY),
	entityValue: mobile('Entity Value', 'body.entityValue', {
		also: [email('body.entityValue', { label: 'Entity Value', with: EMAIL_ENTITY, identifies: true })],
	}),
};

export const errors = (...list: ReadonlyArray<readonly [code: unknown, message: unknown]>) => ({
	errors: list.map(([code, message]) => ({ code, message, status: false })),
});

/** The codes of every call. */
export const PLATFORM_CODES = Object.fromEntries(
	[
		...['401', '403', '404', '405', '415', '461', '500', '520', '1060', '1061', '1062', '1064', '4000'],
		'4001',
	].map((code) => [code, 'Error']),
);

export const all = (codes: readonly string[], output: string) =>
	Object.fromEntries(codes.map((code) => [code, output]));
