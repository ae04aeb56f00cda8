import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Contract, DocumentedRequest, HttpAnswer, Sample } from '../contract';
import { code, form, madeUp, optional, toggle } from '../fields';
import { noForm, noLine } from '../wrongValues';

/** What is common to HyperVerge's OTP APIs for India. */
export const hyperVerge = {
	provider: 'hyperverge',
	title: 'HyperVerge',
	hides: ['otp', 'token', 'accessToken', 'jwt'],
	credentials: ['hyperVergeApi'],
} satisfies Partial<Contract>;

export const PAGES = 'https://documentation.hyperverge.co/api-reference/india_api';

const MADE_UP = madeUp(20);

function request(path: string, body: object, transactionId: string | RegExp): DocumentedRequest {
	const headers = { 'Content-Type': 'application/json', transactionId };
	return { method: 'POST', path, headers, body, acts: true };
}

/** An item with nothing but what is required. */
export const minimal = (
	parameters: INodeParameters,
	path: string,
	body: object,
	reference: IDataObject = {},
): Sample => ({
	parameters,
	requests: [request(path, body, MADE_UP)],
	reference: { ...reference, transactionId: MADE_UP },
});

/** An item of a journey that is tracked. */
export const tracked = (
	{ additionalFields, ...parameters }: INodeParameters,
	path: string,
	body: object,
	reference: IDataObject = {},
): Sample => ({
	parameters: {
		...parameters,
		additionalFields: { transactionId: 'journey-1', ...(additionalFields as object) },
	},
	requests: [request(path, body, 'journey-1')],
	reference: { ...reference, transactionId: 'journey-1' },
});

const HEADER = 'must be up to 200 letters, digits and symbols, without spaces';

export const trackedFields = {
	'additionalFields.transactionId': form(
		'Transaction ID',
		'headers.transactionId',
		'journey-1',
		[...noForm(HEADER, 'journey 1', 'journée-1', '٤٧١١', 'j'.repeat(201)), ...noLine().slice(-1)],
		'',
		{ empty: MADE_UP },
	),
};

export const emailFields = {
	...trackedFields,
	'additionalFields.widgetId': optional('Widget ID', 'body.widgetId', '33686c6f6e4e'),
};

export const lengthAsNumber = {
	'providerQuirks.otpLengthAsNumber': toggle('Send OTP Length as Number', 'body.otpLength', 6, '6'),
};

export const otp = { otp: code('OTP', 'body.otp') };

export const SEND_CODES = {
	'200': 'Sent',
	'400': 'Not Sent',
	'401': 'Error',
	'403': 'Error',
	'429': 'Throttled',
	'500': 'Error',
};

export const VERIFY_CODES = { ...SEND_CODES, '200': 'Verified', '400': 'Wrong Code', '429': 'Blocked' };

export function answerWith(statusCode: string): HttpAnswer {
	if (statusCode === '200') {
		return {
			status: 200,
			body: { status: 'success', statusCode, result: { message: 'req-0123456789abcdef' } },
		};
	}
	const status = Number(statusCode);
	const words = status === 500 ? { error: 'Internal Server Error' } : { message: 'refused' };
	return { status, body: { ...words, statusCode: status, status: 'failure' } };
}
