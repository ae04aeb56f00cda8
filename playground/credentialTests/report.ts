import type { CredentialTestResult } from '../../tools/n8n/restClient';
import { textTable } from '../textTable';
import type { CredentialCase } from './cases';

const { row, heading } = textTable([18, 28, 6]);

/** The names of the columns. */
export const HEADING = heading(['Type', 'Case', 'Status', 'Message']);

/**
 * The result of a test, and how it differs from the expected one.
 *
 * @param checksText whether the message must be the expected one; some older n8n show their own
 */
export function describeTest(
	{ type, about, passes, says }: CredentialCase,
	{ status, message }: CredentialTestResult,
	checksText = true,
): { text: string; right: boolean } {
	const right = (status === 'OK') === passes && (!checksText || says.test(message));
	const complaint = `NO, expected ${passes ? 'OK' : 'Error'} and a message like ${String(says)}`;
	return {
		text: row([type, about, status, message]) + (right ? '' : row(['', '', '', complaint])),
		right,
	};
}
