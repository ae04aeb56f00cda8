import type { BranchName } from './branches';
import type { Case, Person, ProviderCases, Typed } from './case';

const FIVE_WRONG: Typed[] = ['wrong', 'wrong', 'wrong', 'wrong', 'wrong'];
const FIVE_REFUSED: BranchName[] = FIVE_WRONG.map(() => 'Wrong Code');

/** What every provider can tell, whose form takes these people. */
function journeys(
	workflow: string,
	person: Record<'right' | 'mistyped' | 'guesser' | 'refused', Person>,
): Case[] {
	return [
		{
			about: 'Types the code',
			workflow,
			person: person.right,
			codes: ['right'],
			takes: ['Sent', 'Verified'],
		},
		{
			about: 'Mistypes it at first',
			workflow,
			person: person.mistyped,
			codes: ['wrong', 'right'],
			takes: ['Sent', 'Wrong Code', 'Verified'],
		},
		{
			about: 'Guesses on and on',
			workflow,
			person: person.guesser,
			codes: [...FIVE_WRONG, 'right'],
			takes: ['Sent', ...FIVE_REFUSED, 'Blocked'],
		},
		{
			about: 'Cannot be reached',
			workflow,
			person: person.refused,
			takes: ['Not Sent'],
		},
	];
}

const email = (name: string): Person => ({ Email: `${name}@example.com` });

const customer = (mobile: string): Person => ({
	Name: 'Asha Example',
	'Mobile number': mobile,
	'Aadhaar number': '200000000000',
});

const member = (mobile: string): Person => ({ 'Mobile number': mobile });

/** The cases of the demo, by provider. */
export const CASES: ProviderCases[] = [
	{
		provider: 'Wibmo',
		cases: [
			...journeys('wibmo-email-otp', {
				right: email('asha'),
				mistyped: email('bela'),
				guesser: email('guesser'),
				refused: email('stranger'),
			}),
			{
				about: 'Asks for four codes at once',
				workflow: 'wibmo-email-otp',
				person: email('eager'),
				forms: 4,
				takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
			},
			{
				about: 'Encrypts first, then sends',
				workflow: 'wibmo-encrypt-then-send',
				person: email('chandra'),
				codes: ['right'],
				takes: ['Encrypted', 'Sent', 'Verified'],
			},
			{
				about: 'The same, and is unknown',
				workflow: 'wibmo-encrypt-then-send',
				person: email('stranger'),
				takes: ['Encrypted', 'Not Sent'],
			},
		],
	},
	{
		provider: 'iServeU',
		cases: [
			...journeys('iserveu-customer-otp', {
				right: customer('9876500011'),
				mistyped: customer('9876500012'),
				guesser: customer('9876500013'),
				refused: customer('9876500000'),
			}),
			{
				about: 'Types the code too late',
				workflow: 'iserveu-customer-otp',
				person: customer('9876500014'),
				waitSeconds: 200,
				codes: ['right'],
				takes: ['Sent', 'Expired'],
			},
			{
				about: 'Asks for two codes at once',
				workflow: 'iserveu-customer-otp',
				person: customer('9876500015'),
				forms: 2,
				takes: ['Sent', 'Throttled'],
			},
		],
	},
	{
		provider: 'Capillary',
		cases: [
			...journeys('capillary-otp', {
				right: member('919876500021'),
				mistyped: member('919876500022'),
				guesser: member('919876500023'),
				refused: member('919876500000'),
			}),
			{
				about: 'Asks for six codes at once',
				workflow: 'capillary-otp',
				person: member('919876500024'),
				forms: 6,
				takes: ['Sent', 'Sent', 'Sent', 'Sent', 'Sent', 'Throttled'],
			},
			{
				about: 'Calls the help desk',
				workflow: 'capillary-help-desk',
				person: member('919876500025'),
				after: { workflow: 'capillary-otp', person: member('919876500025') },
				takes: ['Sent', 'Found'],
			},
			{
				about: 'Calls it without a code',
				workflow: 'capillary-help-desk',
				person: member('919876500026'),
				takes: ['Not Found'],
			},
		],
	},
	{
		provider: 'HyperVerge',
		cases: [
			...journeys('hyperverge-email-otp', {
				right: email('asha'),
				mistyped: email('bela'),
				guesser: email('guesser'),
				refused: { Email: 'nobody@mail.invalid' },
			}),
			{
				about: 'Types the code too late',
				workflow: 'hyperverge-email-otp',
				person: email('late'),
				waitSeconds: 3600,
				codes: ['right'],
				takes: ['Sent', 'Wrong Code'],
			},
			{
				about: 'Asks for four codes at once',
				workflow: 'hyperverge-email-otp',
				person: email('eager'),
				forms: 4,
				takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
			},
		],
	},
];
