import type { Fault } from '../../../simulator';
import type { Chapter, FormCase } from '../case';
import { capillaryRefuses, down, hyperVergeRefuses, wibmoIsBusy } from './faults';
import { mobile } from './people';

const WORKFLOW = 'fallback';
const WIBMO_IS_DOWN = down('wibmo', '/sentOtpMobile');
const HYPERVERGE_IS_DOWN = down('hyperverge', '/verifyMobileSendOtp');

interface Lane {
	/** Why the earlier providers do not send, and which outputs their items take. */
	before: Pick<FormCase, 'faults' | 'takes'>;
	/** Numbers for these cases begin with these digits. */
	digits: string;
	/** The provider does not check, because of too many calls, or because of trouble. */
	stopped: Fault;
	trouble: Fault;
}

/** The code is checked by the provider that sent it. */
function lane({ before, digits, stopped, trouble }: Lane): FormCase[] {
	const one = (about: string, last: number, rest: Pick<FormCase, 'steps' | 'takes' | 'ends'>) => ({
		about,
		workflow: WORKFLOW,
		person: mobile(`+91 ${digits.slice(0, 5)}-${digits.slice(5)}${last}`),
		faults: before.faults,
		...rest,
		takes: [...before.takes, ...rest.takes],
	});
	return [
		one('Types the code', 1, { steps: ['right'], takes: ['Sent', 'Verified'], ends: 'Thank you' }),
		one('Mistypes it, types it with a dash', 2, {
			steps: ['wrong', 'letters', 'dashed'],
			takes: ['Sent', 'Wrong Code', 'Wrong Code', 'Verified'],
			ends: 'Thank you',
		}),
		one('Guesses', 6, {
			steps: ['wrong', 'wrong', 'wrong'],
			takes: ['Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
			ends: 'That code is not valid',
		}),
		one('Is stopped', 3, {
			steps: [{ types: 'right', fault: stopped }],
			takes: ['Sent', 'Blocked'],
			ends: 'Verification stopped',
		}),
		one('Failure while checking', 4, {
			steps: [{ types: 'right', fault: trouble }],
			takes: ['Sent', 'Error'],
			ends: 'Something went wrong',
		}),
	];
}

/** One provider after the other: where one says Not Sent, and where it has trouble. */
export const fallback: Chapter[] = [
	{
		title: 'Fallback, Wibmo sends',
		cases: [
			...lane({
				before: { takes: [] },
				digits: '987650030',
				stopped: wibmoIsBusy('/verifyMobileOtp'),
				trouble: down('wibmo', '/verifyMobileOtp'),
			}),
			{
				about: 'Opens the form too often',
				workflow: WORKFLOW,
				person: mobile('9876500305'),
				forms: 4,
				takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
				ends: 'Please wait a moment',
			},
		],
	},
	{
		title: 'Fallback, HyperVerge sends',
		cases: [
			...lane({
				before: { faults: [WIBMO_IS_DOWN], takes: ['Error'] },
				digits: '987650031',
				stopped: hyperVergeRefuses('/verifyMobileOtp', 429),
				trouble: down('hyperverge', '/verifyMobileOtp'),
			}),
			{
				about: 'Is unknown to Wibmo, opens it too often',
				workflow: WORKFLOW,
				person: mobile('9876500000'),
				forms: 4,
				takes: [...Array(3).fill(['Not Sent', 'Sent']).flat(), 'Not Sent', 'Throttled'],
				ends: 'Please wait a moment',
			},
		],
	},
	{
		title: 'Fallback, Capillary sends',
		cases: [
			...lane({
				before: { faults: [WIBMO_IS_DOWN, HYPERVERGE_IS_DOWN], takes: ['Error', 'Error'] },
				digits: '987650032',
				stopped: capillaryRefuses('/otp/validate', 429, 429, 'Rate limit exceeded'),
				trouble: down('capillary', '/otp/validate'),
			}),
			{
				about: 'Has had too many codes',
				workflow: WORKFLOW,
				person: mobile('9876500325'),
				faults: [
					WIBMO_IS_DOWN,
					HYPERVERGE_IS_DOWN,
					capillaryRefuses('/otp/generate', 429, 517, 'Rate limit exceeded'),
				],
				takes: ['Error', 'Error', 'Throttled'],
				ends: 'Please wait a moment',
			},
			{
				about: 'No provider can send',
				workflow: WORKFLOW,
				person: mobile('9876510000'),
				faults: [hyperVergeRefuses('/verifyMobileSendOtp', 400)],
				takes: ['Not Sent', 'Not Sent', 'Not Sent'],
			},
			{
				about: 'Mistypes the number, corrects it',
				workflow: WORKFLOW,
				person: mobile('98765 0O327'),
				steps: [{ fills: mobile('098765-00327') }, 'right'],
				takes: ['Not Sent', 'Not Sent', 'Not Sent', 'Sent', 'Verified'],
				ends: 'Thank you',
			},
			{
				about: 'Every provider fails',
				workflow: WORKFLOW,
				person: mobile('9876500326'),
				faults: [WIBMO_IS_DOWN, HYPERVERGE_IS_DOWN, down('capillary', '/otp/generate')],
				takes: ['Error', 'Error', 'Error'],
				ends: 'Something went wrong',
			},
		],
	},
];
