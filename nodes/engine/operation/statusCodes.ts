import type { INodePropertyOptions } from 'n8n-workflow';

import type { FaultKind } from './faults';
import { branchIndex, BRANCHES, hasBranch, outcomeOf, type OperationKind, type Reason } from './outcomes';

/** A code that a provider documents, and what it means. */
export type CodeRow = {
	/** As a string, also where the provider prints a number. */
	code: string;
	/** What the provider prints. */
	text: string;
	/** Where the provider says so, or why the meaning is assumed. */
	source: string;
} & ({ reason: Reason } | { fault: FaultKind });

/**
 * @param codes a provider's table
 * @param code a code from an answer
 * @returns the code's row, or `undefined` if no table knows it
 */
export function findCode(codes: readonly CodeRow[], code: string): CodeRow | undefined {
	return codes.find((row) => row.code === code);
}

/**
 * The codes that a *Status Code* rule can name: those that leave through a branch. Codes that mean
 * a fault leave through n8n's error output instead.
 *
 * @param kind what the node does
 * @param codes the operation's table
 * @returns options for a dropdown, sorted by name
 */
export function codeOptions(kind: OperationKind, codes: readonly CodeRow[]): INodePropertyOptions[] {
	return codes
		.flatMap((row) => {
			if (!('reason' in row)) return [];
			if (!hasBranch(kind, row.reason)) return [];
			const outcome = outcomeOf(kind, row.reason);
			const { label } = BRANCHES[kind][branchIndex(kind, { outcome, reason: row.reason })];
			return [{ name: `${row.code} (${label}): ${row.text}`, value: row.code }];
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}
