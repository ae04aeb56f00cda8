import type { INodePropertyOptions } from 'n8n-workflow';

import type { FaultKind } from './faults';
import { branchIndex, BRANCHES, hasBranch, outcomeOf, type OperationKind, type Reason } from './outcomes';

/** A code of a provider, and its meaning. */
export type CodeRow = {
	/** A string, even if the provider returns a number. */
	code: string;
	/** The provider's own text. */
	text: string;
	/** Where it is documented, or why its meaning is assumed. */
	source: string;
} & ({ reason: Reason } | { fault: FaultKind });

/** @returns the row of the code; `undefined` if it is not documented */
export function findCode(codes: readonly CodeRow[], code: string): CodeRow | undefined {
	return codes.find((row) => row.code === code);
}

/**
 * The codes that a *Status Code* rule can list: those that are routed to a branch. Items with the code of
 * a fault are routed to n8n's error output instead.
 *
 * @returns options sorted by name, as n8n's lint requires
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
