import type { Case, Person, ProviderCases } from '../case';
import { journeys } from './journeys';
import { mobile } from './people';

const POINTS = 'capillary-points-redemption';
const COUPON = 'capillary-coupon-redemption';

/** Asks for six codes in the first case of the number, and gets none in the later ones. */
const EAGER = '919876500024';

const pointsOf = (number: string, points: number): Person => ({
	...mobile(number),
	Points: String(points),
});

const couponOf = (number: string, coupon: string): Person => ({ ...mobile(number), Coupon: coupon });

/** Everybody has 1000 points in the simulator. */
const points: Case[] = [
	{
		about: 'Redeems points',
		workflow: POINTS,
		person: pointsOf('919876500031', 250),
		codes: ['right'],
		takes: ['Redeemable', 'Sent', 'Redeemed'],
	},
	{
		about: 'Mistypes the code at first',
		workflow: POINTS,
		person: pointsOf('919876500032', 250),
		codes: ['wrong', 'right'],
		takes: ['Redeemable', 'Sent', 'Wrong Code', 'Redeemed'],
	},
	{
		about: 'Types the code too late',
		workflow: POINTS,
		person: pointsOf('919876500033', 250),
		waitSeconds: 700,
		codes: ['right'],
		takes: ['Redeemable', 'Sent', 'Wrong Code'],
	},
	{
		about: 'Has too few points',
		workflow: POINTS,
		person: pointsOf('919876500034', 1001),
		takes: ['Not Redeemable'],
	},
	{
		about: 'Is no member',
		workflow: POINTS,
		person: pointsOf('919876500000', 250),
		takes: ['Not Redeemable'],
	},
	{
		about: 'Spends them elsewhere',
		workflow: POINTS,
		person: pointsOf('919876500035', 600),
		meanwhile: { workflow: POINTS, person: pointsOf('919876500035', 600), codes: ['right'] },
		codes: ['right'],
		takes: ['Redeemable', 'Sent', 'Redeemed', 'Redeemable', 'Sent', 'Refused'],
	},
	{
		about: 'Has asked too often before',
		workflow: POINTS,
		person: pointsOf(EAGER, 250),
		takes: ['Redeemable', 'Throttled'],
	},
];

/** In the simulator, the coupon OTP50 needs a code, and SAVE10 must not have one. */
const coupons: Case[] = [
	{
		about: 'Redeems a coupon',
		workflow: COUPON,
		person: couponOf('919876500041', 'OTP50'),
		codes: ['right'],
		takes: ['Sent', 'Redeemed'],
	},
	{
		about: 'Mistypes the code at first',
		workflow: COUPON,
		person: couponOf('919876500042', 'OTP50'),
		codes: ['wrong', 'right'],
		takes: ['Sent', 'Wrong Code', 'Redeemed'],
	},
	{
		about: 'Redeems the same one twice',
		workflow: COUPON,
		person: couponOf('919876500043', 'OTP50'),
		after: { workflow: COUPON, person: couponOf('919876500043', 'OTP50'), codes: ['right'] },
		codes: ['right'],
		takes: ['Sent', 'Redeemed', 'Sent', 'Refused'],
	},
	{
		about: 'Its coupon takes no code',
		workflow: COUPON,
		person: couponOf('919876500044', 'SAVE10'),
		codes: ['right'],
		takes: ['Sent', 'Refused'],
	},
	{
		about: 'Cannot be reached',
		workflow: COUPON,
		person: couponOf('919876500000', 'OTP50'),
		takes: ['Not Sent'],
	},
	{
		about: 'Has asked too often before',
		workflow: COUPON,
		person: couponOf(EAGER, 'OTP50'),
		takes: ['Throttled'],
	},
];

export const capillary: ProviderCases = {
	provider: 'Capillary',
	cases: [
		...journeys('capillary-otp', {
			right: mobile('919876500021'),
			mistyped: mobile('919876500022'),
			guesser: mobile('919876500023'),
			refused: mobile('919876500000'),
		}),
		{
			about: 'Asks for six codes at once',
			workflow: 'capillary-otp',
			person: mobile(EAGER),
			forms: 6,
			takes: ['Sent', 'Sent', 'Sent', 'Sent', 'Sent', 'Throttled'],
		},
		{
			about: 'Calls the help desk',
			workflow: 'capillary-help-desk',
			person: mobile('919876500025'),
			after: { workflow: 'capillary-otp', person: mobile('919876500025') },
			takes: ['Sent', 'Found'],
		},
		{
			about: 'Calls it without a code',
			workflow: 'capillary-help-desk',
			person: mobile('919876500026'),
			takes: ['Not Found'],
		},
		...points,
		...coupons,
	],
};
