import type { Chapter } from '../case';
import { api } from './api';
import { bulk } from './bulk';
import { encryptionWibmo } from './encryption-wibmo';
import { fallback } from './fallback';
import { onboardingHyperVerge } from './onboarding-hyperverge';
import { onboardingIServeU } from './onboarding-iserveu';
import { onboardingWibmo } from './onboarding-wibmo';
import { redemptionCapillary } from './redemption-capillary';
import { transactionIServeU } from './transaction-iserveu';

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
