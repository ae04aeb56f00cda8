import type { Person } from '../case';

/** A user who enters an email address. */
export const email = (name: string): Person => ({ Email: `${name}@example.com` });

/** A user who enters only a mobile number. */
export const mobile = (number: string): Person => ({ 'Mobile number': number });
