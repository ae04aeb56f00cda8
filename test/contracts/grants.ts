import type { Grants } from './contract';
import { CONTRACTS } from './index';

/** What grants, and in which nodes. */
export interface Granting extends Pick<Grants, 'parts'> {
	/** Type names. */
	nodes: readonly string[];
}

/** What grants in every node with a granting output; nodes with the same conditions stand together. */
export const GRANTS: readonly Granting[] = CONTRACTS.flatMap(({ grants }) => grants.map(({ parts }) => parts))
	.filter((parts, index, all) => all.indexOf(parts) === index)
	.map((parts) => ({
		parts,
		nodes: CONTRACTS.filter(({ grants }) => grants.some((one) => one.parts === parts)).map(
			({ node }) => node,
		),
	}));
