import type { ProviderCases } from '../case';
import { capillary } from './capillary';
import { hyperVerge } from './hyperverge';
import { iServeU } from './iserveu';
import { wibmo } from './wibmo';

/** The cases of the demo, by provider. */
export const CASES: ProviderCases[] = [wibmo, iServeU, capillary, hyperVerge];
