import type { Fault } from '../../simulator';
import type { BranchName } from './branches';

/** What the person types as the code: the one from the inbox, or another one. */
export type Typed = 'right' | 'wrong';

/** What the person types on the first page of a form, by the label of the field. */
export type Person = Record<string, string>;

/** One visit of a person to the form of an example workflow. */
export interface Visit {
	/** The example workflow, by the name of its file without `.json`. */
	workflow: string;
	person: Person;
	/** What the person types on the pages that ask for the code, one after another. */
	codes?: Typed[];
}

/** One person who uses the form of an example workflow. */
export interface Case extends Visit {
	/** What happens, in a few words. */
	about: string;
	/** Another visit that is over before this one begins. */
	after?: Visit;
	/** Another visit that begins and ends before the person types a code in this one. */
	meanwhile?: Visit;
	/** How often the person fills in the first page; all but the last time without going on. */
	forms?: number;
	/** How long the person waits for, by the simulator's clock, before typing a code. */
	waitSeconds?: number;
	/** An answer that the simulator does not give by itself. */
	fault?: Fault;
	/** The branch that each node must take, in the order in which they run, visit by visit. */
	takes: BranchName[];
}

/** The cases of one provider. */
export interface ProviderCases {
	provider: string;
	cases: Case[];
}
