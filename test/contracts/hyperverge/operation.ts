import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Facts, HttpAnswer, Sample } from '../contract';
import { form, madeUp, optional, toggle } from '../fields';
import { noForm, noLine } from '../wrongValues';
import { verifyAnswers } from './answers';
import { sendEmailGrants, sendGrants, verifyGrants } from './grants';
import { sendAnswers } from './sendAnswers';

const MADE_UP = madeUp(20);

const HEADER = 'must be up to 200 letters, digits and symbols, without spaces';

const trackedFields = {
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
	'additionalFields.widgetId': optional('Widget ID', 'body.widgetId', '33686c6f6e4e'),
};

export const lengthAsNumber = {
	'providerQuirks.otpLengthAsNumber': toggle('Send OTP Length as Number', 'body.otpLength', 6, '6'),
};

const PAGES = 'https://documentation.hyperverge.co/api-reference/india_api';
export const EMAIL_PAGES = `${PAGES}/Email%20OTP%20Verification%20APIs`;
export const MOBILE_PAGES = `${PAGES}/Mobile%20Number%20OTP%20APIs`;

type Given = [parameters: INodeParameters, body: object];

/** What an operation has of its own. */
interface Operation extends Pick<Facts, 'page' | 'follows' | 'fields'> {
	path: string;
	minimal: Given;
	full: Given;
	/** Items with more than that. */
	more?: Readonly<Record<string, Given>>;
	/** The identifier that an item has besides that of its journey. */
	reference?: IDataObject;
}

function operation({ path, minimal, full, more = {}, reference, fields, ...own }: Operation) {
	const sample = ([parameters, body]: Given, transactionId: string | RegExp): Sample => {
		const headers = { 'Content-Type': 'application/json', transactionId };
		return {
			parameters,
			requests: [{ method: 'POST', path, headers, body, acts: true }],
			reference: { ...reference, transactionId },
		};
	};
	/** An item of a journey that is tracked. */
	const tracked = ([{ additionalFields, ...parameters }, body]: Given) => {
		const journey = { additionalFields: { transactionId: 'journey-1', ...(additionalFields as object) } };
		return sample([{ ...parameters, ...journey }, body], 'journey-1');
	};
	const others = Object.entries(more).map(([name, given]) => [name, tracked(given)]);
	return {
		...own,
		title: 'HyperVerge',
		hides: ['otp', 'token', 'accessToken', 'jwt'],
		credentials: ['hyperVergeApi'],
		samples: {
			...(Object.fromEntries(others) as Record<string, Sample>),
			minimal: sample(minimal, MADE_UP),
			full: tracked(full),
		},
		fields: { ...trackedFields, ...fields },
		answerWith,
	} satisfies Partial<Facts>;
}

const FAULT_CODES = { '401': 'Error', '403': 'Error', '500': 'Error' };

/**
 * A send.
 *
 * @param idAs the reference that a request ID becomes, where the node gives one
 */
export const send = (own: Operation, idAs?: 'requestId' | 'returnedRequestId'): Facts => ({
	...operation(own),
	kind: 'send',
	codes: { '200': 'Sent', '400': 'Not Sent', '429': 'Throttled', ...FAULT_CODES },
	answers: sendAnswers(idAs, own.reference?.requestId as string | undefined),
	grants: [idAs === 'requestId' ? sendEmailGrants : sendGrants],
});

export function verification(own: Operation): Facts {
	const { hides, ...common } = operation(own);
	return {
		...common,
		kind: 'verify',
		codes: { '200': 'Verified', '400': 'Wrong Code', '429': 'Blocked', ...FAULT_CODES },
		// What it holds is not published; it may be a token.
		hides: [...hides, 'result'],
		answers: verifyAnswers,
		grants: [verifyGrants],
	};
}

/** Makes the answer with a given code. */
function answerWith(statusCode: string): HttpAnswer {
	const success = { status: 'success', statusCode, result: { message: 'req-0123456789abcdef' } };
	if (statusCode === '200') return { status: 200, body: success };
	const status = Number(statusCode);
	const words = status === 500 ? { error: 'Internal Server Error' } : { message: 'refused' };
	return { status, body: { ...words, statusCode: status, status: 'failure' } };
}
