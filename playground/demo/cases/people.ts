import type { Person } from '../case';

/** Somebody who gives an email address. */
export const email = (name: string): Person => ({ Email: `${name}@example.com` });

/** Somebody who gives a mobile number and nothing else. */
export const mobile = (number: string): Person => ({ 'Mobile number': number });
