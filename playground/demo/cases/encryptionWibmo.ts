import type { Chapter } from '../case';
import { down, wibmoIsBusy } from './faults';
import { email } from './people';

const WORKFLOW = 'encrypt-then-send-wibmo';
const CHECK = 'Check the Encryption';

/** Encryption as a step of its own, with Wibmo. */
export const encryptionWibmo: Chapter = {
	title: 'Encrypt, then send, Wibmo',
	cases: [
		{
			about: 'Types the code',
			workflow: WORKFLOW,
			person: email('chandra'),
			steps: ['right'],
			takes: ['Encrypted', 'Sent', 'Encrypted', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Types the code with a dash',
			workflow: WORKFLOW,
			person: email('diya'),
			steps: ['dashed'],
			takes: ['Encrypted', 'Sent', 'Encrypted', 'Verified'],
			ends: 'Thank you',
		},
		{
			about: 'Types letters',
			workflow: WORKFLOW,
			person: email('diya'),
			steps: ['letters'],
			takes: ['Encrypted', 'Sent', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Mistypes it',
			workflow: WORKFLOW,
			person: email('devi'),
			steps: ['wrong'],
			takes: ['Encrypted', 'Sent', 'Encrypted', 'Wrong Code'],
			ends: 'That code is not valid',
		},
		{
			about: 'Is unknown',
			workflow: WORKFLOW,
			person: email('stranger'),
			takes: ['Encrypted', 'Not Sent'],
			ends: 'We could not send a code',
		},
		{
			about: 'Opens the form too often',
			workflow: WORKFLOW,
			person: email('esha'),
			forms: 4,
			takes: ['Encrypted', 'Sent', 'Encrypted', 'Sent', 'Encrypted', 'Sent', 'Encrypted', 'Throttled'],
			ends: 'Please wait a moment',
		},
		{
			about: 'Is stopped',
			workflow: WORKFLOW,
			person: email('farah'),
			steps: [{ types: 'right', fault: wibmoIsBusy('/verifyEmailOtp') }],
			takes: ['Encrypted', 'Sent', 'Encrypted', 'Blocked'],
			ends: 'Verification stopped',
		},
		{
			about: 'Failure while encrypting',
			workflow: WORKFLOW,
			person: email('gita'),
			faults: [down('wibmo', '/api/v2/encrypt')],
			takes: ['Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while sending',
			workflow: WORKFLOW,
			person: email('gita'),
			faults: [down('wibmo', '/sentOtpEmail')],
			takes: ['Encrypted', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while encrypting the code',
			workflow: WORKFLOW,
			person: email('gita'),
			steps: [{ types: 'right', fault: down('wibmo', '/api/v2/encrypt') }],
			takes: ['Encrypted', 'Sent', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Failure while checking',
			workflow: WORKFLOW,
			person: email('hema'),
			steps: [{ types: 'right', fault: down('wibmo', '/verifyEmailOtp') }],
			takes: ['Encrypted', 'Sent', 'Encrypted', 'Error'],
			ends: 'Something went wrong',
		},
		{
			about: 'Does the encryption work?',
			workflow: WORKFLOW,
			trigger: CHECK,
			takes: ['Encrypted', 'Decrypted'],
		},
		{
			about: 'It does not encrypt',
			workflow: WORKFLOW,
			trigger: CHECK,
			faults: [down('wibmo', '/api/v2/encrypt')],
			takes: ['Error'],
		},
		{
			about: 'It does not decrypt',
			workflow: WORKFLOW,
			trigger: CHECK,
			faults: [down('wibmo', '/api/v2/decrypt')],
			takes: ['Encrypted', 'Error'],
		},
	],
};
