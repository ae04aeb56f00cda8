import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Answer, Facts, Grants, Sample } from '../contract';
import { text } from '../fields';
import { http, must, single } from '../parts';
import { faults, successes, type Echo } from './answers';

const PAGES = 'https://developer.iserveu.in/dmtlite-common-api';
const PREFIX = '/common/dmt-lite/unified';

/** The user name of the credential, which an item has unless the builder gives another. */
const username = 'simulator_agent';

type Given = [parameters: INodeParameters, body: object, reference?: IDataObject];

/** What an operation has of its own. */
interface Operation extends Pick<Facts, 'kind' | 'page' | 'follows' | 'fields' | 'codes'> {
	path: string;
	acts?: false;
	samples: { minimal: Given; full: Given } & Readonly<Record<string, Given>>;
	/** Members of an answer whose values are hidden besides those of every operation. */
	hides?: readonly string[];
	/** The success as iServeU prints it, its output, and what it means. */
	yes: [body: IDataObject, output: string, reason: string];
	/** What a success and an answer to another request repeat. */
	same: readonly Echo[];
	other: readonly Echo[];
	/** Answers besides those that every operation has. */
	answers: Facts['answers'];
	/** The codes that stand next to a SUCCESS, which differ from operation to operation. */
	successCodes: readonly string[];
	/** What else an answer with a code has. */
	more?: object;
	parts: Grants['parts'];
}

export function operation(given: Operation): Facts {
	const { path, acts = true, samples, hides = [], yes, same, other, ...rest } = given;
	const { successCodes, more, parts, ...own } = rest;
	const [body, output, reason] = yes;
	const sample = ([parameters, fields, reference]: Given): Sample => ({
		parameters,
		requests: [
			{
				...{ method: 'POST', path: PREFIX + path, headers: { 'Content-Type': 'application/json' }, acts },
				body: { username, ...fields },
			},
		],
		reference: { username, ...reference },
	});
	const { Error: otherFaults = [] } = own.answers as { Error?: readonly Answer[] };
	return {
		...own,
		title: 'iServeU',
		hides: ['otp', 'ovdData', 'pid', 'name', 'address', ...hides],
		credentials: ['iServeUApi'],
		page: `${PAGES}/${own.page}`,
		samples: Object.fromEntries(
			Object.entries(samples).map(([name, values]) => [name, sample(values)]),
		) as Facts['samples'],
		fields: {
			...own.fields,
			username: text('Username', 'body.username', 'agent-one', {
				empty: { is: username },
				also: [text('Username', 'body.username', 'agent-one', { credential: { username: '' } })],
			}),
		},
		answers: {
			...own.answers,
			[output]: successes(body, reason, same),
			Error: [...faults(body, other), ...otherFaults],
		},
		answerWith: (statusCode) =>
			statusCode === '429'
				? { status: 429, body: { message: 'API rate limit exceeded' } }
				: {
						status: 200,
						body: {
							status: successCodes.includes(statusCode) ? 'SUCCESS' : 'FAILED',
							...{ statusCode, statusDesc: 'text', ...more },
						},
					},
		grants: [
			{
				parts: {
					http,
					status: must(
						'`status` is `SUCCESS`',
						['SUCCESS', 'success', ' SUCCESS '],
						[
							...['FAILED', 'INPROGRESS', 'REFUNDED', 'PENDING', 'SUCCESSFUL', 'OK'],
							...[true, 1, null, undefined, ['SUCCESS']],
						],
					),
					...parts,
				},
				answers: single,
			},
		],
	};
}
