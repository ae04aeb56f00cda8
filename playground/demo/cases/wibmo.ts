import type { ProviderCases } from '../case';
import { journeys } from './journeys';
import { email, mobile } from './people';

export const wibmo: ProviderCases = {
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
		...journeys('wibmo-mobile-otp', {
			right: mobile('919876500001'),
			mistyped: mobile('919876500002'),
			guesser: mobile('919876500003'),
			refused: mobile('919876500000'),
		}),
		{
			about: 'Asks for four codes at once',
			workflow: 'wibmo-mobile-otp',
			person: mobile('919876500004'),
			forms: 4,
			takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
		},
	],
};
