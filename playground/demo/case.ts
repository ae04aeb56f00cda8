import type { Fault } from '../../simulator';
import type { BranchName } from './branches';

/**
 * What the user types as the code: the one from the inbox, the same with dashes, another one,
 * letters in place of digits, or nothing.
 */
export type Typed = 'right' | 'dashed' | 'wrong' | 'letters' | 'nothing';

/** What the user types on a page, by the label of the field. */
export type Person = Record<string, string>;

/** What the user does on a page after the first. */
export interface Step {
	/** On the page that asks for the code. */
	types?: Typed;
	/** On any other page. */
	fills?: Person;
	/** Signs in first, because the page is a supervisor's. */
	asSupervisor?: boolean;
	/** How long the user waits before, by the simulator's clock. */
	afterSeconds?: number;
	/** An answer that the simulator does not give by itself, from now on. */
	fault?: Fault;
}

/** One visit of a user to a form. */
export interface Visit {
	/** The path of the form; that of the workflow's first form when not given. */
	form?: string;
	/** The first page. */
	person: Person;
	/** The pages after it, one after another. */
	steps?: Array<Typed | Step>;
}

interface AnyCase {
	/** What happens, in a few words. */
	about: string;
	/** The example workflow, by the name of its file without `.json`. */
	workflow: string;
	/** Answers that the simulator does not give by itself, from the start. */
	faults?: Fault[];
	/** The branch that each node must take, in the order in which they run, visit by visit. */
	takes: BranchName[];
}

/** One user of a form. */
export interface FormCase extends AnyCase, Visit {
	/** Another visit that begins and ends before the user continues from the first page. */
	meanwhile?: Visit;
	/** How often the user fills in the first page; all but the last time without continuing. */
	forms?: number;
	/** The title of the page on which it ends; none when the user does not reach an ending page. */
	ends?: string;
}

/** One call of the API. */
export interface Call {
	/** The email address that a code is asked for. */
	sends?: unknown;
	/** The code that is to be checked, with the request ID of the last answer. */
	verifies?: Typed;
	/** Leaves the secret of the API out. */
	withoutKey?: boolean;
	/** An answer that the simulator does not give by itself, from now on. */
	fault?: Fault;
	/** The HTTP status that must come back. */
	status: number;
}

/** One program that uses the API. */
export interface ApiCase extends AnyCase {
	calls: Call[];
}

/** One line of the report on a list. */
export interface ReportLine {
	outcome: string;
	reason: string;
	count_outcome: number;
}

/** A workflow that is started by hand, or as by its schedule. */
export interface StartedCase extends AnyCase {
	/** The name of the trigger. */
	trigger: string;
	/** What its node *Report* must say, if it has one. */
	report?: ReportLine[];
}

export type Case = FormCase | ApiCase | StartedCase;

/** The cases of some workflows that belong together. */
export interface Chapter {
	title: string;
	cases: Case[];
}
