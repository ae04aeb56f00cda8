import type { Fault } from '../../../simulator';
import type { Chapter } from '../case';
import { down, hyperVergeRefuses } from './faults';

const WORKFLOW = 'bulk-send';
const SEND = '/sendOTPEmail';

/** HyperVerge's answer for one recipient in the list. */
const to = (recipient: string, fault: Fault): Fault => ({ ...fault, recipient });

/** The list of the example is asha, bela, chandra, and devi with half of an address. */
const MISTYPED = { outcome: 'notSent', reason: 'invalidRecipient', count_outcome: 1 };

/** A list with a mistyped address. */
export const bulk: Chapter = {
	title: 'Bulk send, HyperVerge',
	cases: [
		{
			about: 'All but the mistyped address get a code',
			workflow: WORKFLOW,
			trigger: 'Every Morning',
			takes: ['Not Sent', 'Sent', 'Sent', 'Sent'],
			report: [MISTYPED, { outcome: 'sent', reason: 'accepted', count_outcome: 3 }],
		},
		{
			about: 'One refused, one at the second attempt',
			workflow: WORKFLOW,
			trigger: 'By Hand',
			faults: [to('bela', hyperVergeRefuses(SEND, 400)), to('chandra', hyperVergeRefuses(SEND, 429))],
			takes: ['Not Sent', 'Not Sent', 'Throttled', 'Sent', 'Sent'],
			report: [
				{ outcome: 'notSent', reason: 'invalidRequest', count_outcome: 1 },
				MISTYPED,
				{ outcome: 'sent', reason: 'accepted', count_outcome: 2 },
			],
		},
		{
			about: 'Each one fails, in different ways',
			workflow: WORKFLOW,
			trigger: 'By Hand',
			faults: [
				to('asha', down('hyperverge', SEND)),
				to('bela', hyperVergeRefuses(SEND, 429)),
				to('bela', hyperVergeRefuses(SEND, 429)),
				to('chandra', hyperVergeRefuses(SEND, 429)),
				to('chandra', hyperVergeRefuses(SEND, 400)),
			],
			takes: ['Not Sent', 'Throttled', 'Throttled', 'Error', 'Not Sent', 'Throttled'],
			report: [
				MISTYPED,
				{ outcome: 'notSent', reason: 'invalidRequest', count_outcome: 1 },
				{ outcome: 'fault', reason: 'providerDown', count_outcome: 1 },
				{ outcome: 'throttled', reason: 'rateLimited', count_outcome: 1 },
			],
		},
		{
			about: 'Fails at the second attempt',
			workflow: WORKFLOW,
			trigger: 'By Hand',
			faults: [to('asha', hyperVergeRefuses(SEND, 429)), to('asha', down('hyperverge', SEND))],
			takes: ['Not Sent', 'Throttled', 'Sent', 'Sent', 'Error'],
			report: [
				MISTYPED,
				{ outcome: 'sent', reason: 'accepted', count_outcome: 2 },
				{ outcome: 'fault', reason: 'providerDown', count_outcome: 1 },
			],
		},
	],
};
