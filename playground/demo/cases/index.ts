import type { Chapter } from '../case';
import { api } from './api';
import { bulk } from './bulk';
import { encryptionWibmo } from './encryptionWibmo';
import { fallback } from './fallback';
import { onboardingHyperVerge } from './onboardingHyperverge';
import { onboardingIServeU } from './onboardingIserveu';
import { onboardingWibmo } from './onboardingWibmo';
import { redemptionCapillary } from './redemptionCapillary';
import { transactionIServeU } from './transactionIserveu';

/** Every case, in the order in which they have to be played: some build on earlier ones. */
export const CHAPTERS: Chapter[] = [
	...onboardingHyperVerge,
	onboardingWibmo,
	onboardingIServeU,
	transactionIServeU,
	encryptionWibmo,
	...redemptionCapillary,
	...fallback,
	bulk,
	api,
];
