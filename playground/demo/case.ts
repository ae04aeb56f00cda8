import type { BranchName } from './branches';

/** What the person types as the code: the one from the inbox, or another one. */
export type Typed = 'right' | 'wrong';

/** What the person types on the first page of a form, by the label of the field. */
export type Person = Record<string, string>;

/** One person who uses the form of an example workflow. */
export interface Case {
	/** What happens, in a few words. */
	about: string;
	/** The example workflow, by the name of its file without `.json`. */
	workflow: string;
	person: Person;
	/** Another form whose first page was filled in before. */
	after?: { workflow: string; person: Person };
	/** How often the person fills in the first page; all but the last time without going on. */
	forms?: number;
	/** How long the person waits for, by the simulator's clock, before typing a code. */
	waitSeconds?: number;
	/** What the person types on the pages that ask for the code, one after another. */
	codes?: Typed[];
	/** The branch that each node must take, in the order in which they run. */
	takes: BranchName[];
}

/** The cases of one provider. */
export interface ProviderCases {
	provider: string;
	cases: Case[];
}
