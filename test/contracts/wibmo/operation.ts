import type { INodeParameters } from 'n8n-workflow';

import type { Facts, Field } from '../contract';
import { choice } from '../fields';
import { answerWith, codesOf, grantsOf, operationAnswers } from './answers';
import {
	DECRYPT,
	ENCRYPT,
	known,
	MADE_UP,
	OPERATIONS,
	payloadFields,
	plaintext,
	post,
	SEALED,
	sealed,
	sendFields,
	token,
	wibmo,
} from './common';

/** What an operation has of its own. */
interface Operation extends Pick<Facts, 'page' | 'follows'> {
	kind: 'send' | 'verify';
	/** A text where the documentation has one. */
	messageCode: number | string;
	/** The last part of its path, and where public integrations know another, that one. */
	path: string;
	otherPath?: string;
	skipFlag: string;
	/** What the minimal item is given, and what is encrypted of it. */
	minimal: [given: INodeParameters, payload: object];
	/** The full item, whose message code may have the other type. */
	full: [given: INodeParameters, payload: object, messageCode?: number | string];
	fields: Readonly<Record<string, Field>>;
}

/** The path of a send: the documentation spells it "sent", a public integration "send". */
const pathField = (documented: string, other: string) => ({
	'providerQuirks.path': choice('Path', '', [other, documented], {
		empty: { is: `${OPERATIONS}/${documented}` },
		arrives: (given) => `${OPERATIONS}/${given}`,
		arrived: (requests) => requests[1]?.path,
	}),
});

/** The contract of an operation, which takes a payload that is encrypted, and whose answer is decrypted. */
export function operation(given: Operation): Facts {
	const { messageCode, path, otherPath, skipFlag, minimal, full, fields, ...own } = given;
	const number = Number(messageCode);
	const act = (last = path) => [
		post(`${OPERATIONS}/${last}`, { token: SEALED }, true),
		post(DECRYPT, { token: SEALED }),
	];
	const quirk = otherPath !== undefined && { providerQuirks: { path: otherPath } };
	return {
		...wibmo,
		...own,
		samples: {
			minimal: {
				parameters: minimal[0],
				requests: [plaintext(messageCode, minimal[1]), ...act()],
				reference: { clientTxnId: MADE_UP },
			},
			full: {
				parameters: { ...full[0], additionalFields: { ...known, skipCustomerValidation: true } },
				requests: [
					plaintext(full[2] ?? messageCode, { ...full[1], [skipFlag]: true }, known.clientTxnId),
					...act(),
				],
				reference: known,
			},
			// An Encrypt Payload node has encrypted the payload before.
			'with a token': {
				parameters: { payload: 'encrypted', token: SEALED, ...quirk },
				requests: act(otherPath),
				reference: {},
			},
		},
		fields: {
			...fields,
			...(own.kind === 'send' && sendFields),
			...payloadFields(messageCode, skipFlag),
			...(otherPath !== undefined && pathField(path, otherPath)),
			payload: choice('Payload', '', ['encrypted', 'fields'], {
				with: { token: SEALED },
				arrived: ([first]) => (first.path === ENCRYPT ? 'fields' : 'encrypted'),
				identifies: true,
			}),
			token: token({
				with: { payload: 'encrypted', token: SEALED },
				calls: [`POST ${OPERATIONS}/${path}`, `POST ${DECRYPT}`],
			}),
		},
		codes: codesOf(own.kind),
		before: [sealed, sealed],
		answers: operationAnswers(own.kind, number, path),
		answerWith: answerWith(number, path),
		grants: [grantsOf(number)],
	};
}
