import fc from 'fast-check';

import type { Answer, HttpAnswer, Part, Parts, Says } from './contract';

export const oneOf = (...values: unknown[]) => fc.constantFrom<unknown>(...values);

export const must = (text: string, good: unknown[], bad: unknown[]): Part => ({
	rule: 'must',
	text,
	good: oneOf(...good),
	bad: oneOf(...bad),
});

export const mustNot = (text: string, good: unknown[], bad: unknown[]): Part => ({
	...must(text, [undefined, ...good], bad),
	rule: 'mustNot',
});

/** Ways of writing that change nothing. */
export const eitherWay = (...values: unknown[]): Part => ({ rule: 'must', good: oneOf(...values) });

export const http = must(
	'HTTP 2xx',
	[200, 201, 299],
	[199, 300, 302, 400, 401, 404, 408, 422, 429, 500, 503],
);

export const withoutUndefined = (body: object) =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

/** Makes answers whose items say what they repeat of the body, and what else is given. */
export const answering =
	(repeated: (body: unknown) => Says) =>
	(status: number, body: unknown, says: Says): Answer => ({
		status,
		body,
		says: { ...repeated(body), ...says },
	});

/** The only answer of an item: every part is a member of its body. */
export const single = ({ http: status, ...body }: Parts): HttpAnswer[] => [
	{ status: status as number, body: withoutUndefined(body) },
];
