import type { Chapter, FormCase, Person, Visit } from '../case';
import { capillaryRefuses, down } from './faults';
import { mobile } from './people';

const TILL = 'redeem-points-and-coupon-capillary';
const HELP_DESK = 'help-desk-capillary';
const POINTS = 'redeem-points';
const COUPON = 'redeem-coupon';

/** Asks for six codes in the first case of the number, and gets none in the later one. */
const EAGER = '919876500024';
/** Has a code for points, and calls the help desk. */
const CALLER = '919876500025';

/** Every customer has 1000 points in the simulator. */
const pointsOf = (number: string, points = 250): Visit & { person: Person } => ({
	form: POINTS,
	person: { ...mobile(number), Points: String(points) },
});

/** In the simulator, the coupon OTP50 needs a code, and SAVE10 must not have one. */
const couponOf = (number: string, coupon = 'OTP50'): Visit & { person: Person } => ({
	form: COUPON,
	person: { ...mobile(number), Coupon: coupon },
});

const points: FormCase[] = [
	{
		about: 'Redeems points, mistyping at first',
		workflow: TILL,
		...pointsOf('919876500031'),
		steps: ['wrong', 'right'],
		takes: ['Redeemable', 'Sent', 'Wrong Code', 'Redeemed'],
		ends: 'Done',
	},
	{
		about: 'Guesses',
		workflow: TILL,
		...pointsOf('919876500032'),
		steps: ['wrong', 'wrong', 'wrong'],
		takes: ['Redeemable', 'Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
		ends: 'Too many wrong codes',
	},
	{
		about: 'Has too few points',
		workflow: TILL,
		...pointsOf('919876500034', 1001),
		steps: [{ fills: { ...mobile('919876500034'), Points: '1,000' } }, 'right'],
		takes: ['Not Redeemable', 'Redeemable', 'Sent', 'Redeemed'],
		ends: 'Done',
	},
	{
		about: 'Is mistyped by the cashier',
		workflow: TILL,
		...pointsOf('98765'),
		steps: [{ fills: { ...mobile('098765-00038'), Points: '250.00' } }, 'letters', 'dashed'],
		takes: ['Not Redeemable', 'Redeemable', 'Sent', 'Wrong Code', 'Redeemed'],
		ends: 'Done',
	},
	{
		about: 'Spends them elsewhere',
		workflow: TILL,
		...pointsOf('919876500035', 600),
		meanwhile: { ...pointsOf('919876500035', 600), steps: ['right'] },
		steps: ['right'],
		takes: ['Redeemable', 'Sent', 'Redeemed', 'Redeemable', 'Sent', 'Refused'],
		ends: 'The points were not redeemed',
	},
	{
		about: 'Cannot be reached',
		workflow: TILL,
		...pointsOf('919876500036'),
		faults: [capillaryRefuses('/otp/generate', 400, 606, 'Cannot generate OTP at this moment')],
		takes: ['Redeemable', 'Not Sent'],
		ends: 'No code was sent',
	},
	{
		about: 'Asks for six codes',
		workflow: TILL,
		...pointsOf(EAGER),
		forms: 6,
		takes: [...Array(5).fill(['Redeemable', 'Sent']).flat(), 'Redeemable', 'Throttled'],
		ends: 'Please wait a moment',
	},
	{
		about: 'Failure while asking',
		workflow: TILL,
		...pointsOf('919876500037'),
		faults: [down('capillary', '/points/isredeemable')],
		takes: ['Error'],
		ends: 'Something went wrong',
	},
	{
		about: 'Failure while sending',
		workflow: TILL,
		...pointsOf('919876500037'),
		faults: [down('capillary', '/otp/generate')],
		takes: ['Redeemable', 'Error'],
		ends: 'Something went wrong',
	},
	{
		about: 'Failure while redeeming',
		workflow: TILL,
		...pointsOf('919876500037'),
		steps: [{ types: 'right', fault: down('capillary', '/points/redeem') }],
		takes: ['Redeemable', 'Sent', 'Error'],
		ends: 'Something went wrong',
	},
];

const coupons: FormCase[] = [
	{
		about: 'Redeems a coupon, mistyping at first',
		workflow: TILL,
		...couponOf('919876500041'),
		steps: ['wrong', 'right'],
		takes: ['Sent', 'Wrong Code', 'Redeemed'],
		ends: 'Done',
	},
	{
		about: 'Redeems the same one again',
		workflow: TILL,
		...couponOf('919876500041'),
		steps: ['right'],
		takes: ['Sent', 'Refused'],
		ends: 'The coupon was not redeemed',
	},
	{
		about: 'Guesses',
		workflow: TILL,
		...couponOf('919876500042'),
		steps: ['wrong', 'wrong', 'wrong'],
		takes: ['Sent', 'Wrong Code', 'Wrong Code', 'Wrong Code'],
		ends: 'Too many wrong codes',
	},
	{
		about: 'Cannot be reached',
		workflow: TILL,
		...couponOf('919876500000'),
		takes: ['Not Sent'],
	},
	{
		about: 'Is mistyped by the cashier',
		workflow: TILL,
		...couponOf('98765'),
		steps: [{ fills: mobile('+91 98765 00044') }, 'letters', 'dashed'],
		takes: ['Not Sent', 'Sent', 'Wrong Code', 'Redeemed'],
		ends: 'Done',
	},
	{
		about: 'Has asked too often before',
		workflow: TILL,
		...couponOf(EAGER),
		takes: ['Throttled'],
		ends: 'Please wait a moment',
	},
	{
		about: 'Failure while sending',
		workflow: TILL,
		...couponOf('919876500043'),
		faults: [down('capillary', '/otp/generate')],
		takes: ['Error'],
		ends: 'Something went wrong',
	},
	{
		about: 'Failure while redeeming',
		workflow: TILL,
		...couponOf('919876500043'),
		steps: [{ types: 'right', fault: down('capillary', '/coupon/redeem') }],
		takes: ['Sent', 'Error'],
		ends: 'Something went wrong',
	},
];

const asks = (number: string): Person => ({ ...mobile(number), Reason: 'The screen is broken' });
const approves = { asSupervisor: true, fills: { Decision: 'Approve' } };

const calls: FormCase[] = [
	{
		about: 'Gets a code, and cannot read it',
		workflow: TILL,
		...pointsOf(CALLER),
		takes: ['Redeemable', 'Sent'],
	},
	{
		about: 'Waits for the supervisor',
		workflow: HELP_DESK,
		person: asks(CALLER),
		takes: [],
	},
	{
		about: 'The supervisor refuses',
		workflow: HELP_DESK,
		person: asks(CALLER),
		steps: [{ asSupervisor: true, fills: { Decision: 'Refuse' } }],
		takes: [],
		ends: 'Not approved',
	},
	{
		about: 'The supervisor approves',
		workflow: HELP_DESK,
		person: asks(CALLER),
		steps: [approves],
		takes: ['Found'],
		ends: 'Valid code found',
	},
	{
		about: 'No code was sent',
		workflow: HELP_DESK,
		person: asks('919876500026'),
		steps: [approves],
		takes: ['Not Found'],
		ends: 'No valid code found',
	},
	{
		about: 'The number is mistyped',
		workflow: HELP_DESK,
		person: asks('98765'),
		steps: [approves],
		takes: ['Not Found'],
		ends: 'No valid code found',
	},
	{
		about: 'Failure while fetching it',
		workflow: HELP_DESK,
		person: asks(CALLER),
		faults: [down('capillary', '/v2/otp')],
		steps: [approves],
		takes: ['Error'],
		ends: 'Something went wrong',
	},
];

/** Redemptions at a till, and the help desk, with Capillary. */
export const redemptionCapillary: Chapter[] = [
	{ title: 'Till, Capillary, points', cases: points },
	{ title: 'Till, Capillary, coupon', cases: coupons },
	{ title: 'Help desk, Capillary', cases: calls },
];
