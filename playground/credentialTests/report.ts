import type { CredentialTestResult } from '../../tools/n8n/restClient';
import type { CredentialCase } from './cases';

const WIDTHS = [18, 28, 6, 0];

/** The names of the columns. */
export function heading(): string {
	const titles = ['Type', 'Case', 'Status', 'Message'];
	return row(titles) + row(titles.map((title, column) => '-'.repeat(WIDTHS[column] || title.length)));
}

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

function row(cells: string[]): string {
	const line = cells.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0)).join('  ');
	return `${line.trimEnd()}\n`;
}
