/** What the person types as the code: the one from the inbox, or another one. */
export type Typed = 'right' | 'wrong';

/** The branches that the nodes of the examples can take, one item each. */
export type BranchName =
	| 'Not Sent'
	| 'Throttled'
	| 'Sent'
	| 'Blocked'
	| 'Expired'
	| 'Wrong Code'
	| 'Verified'
	| 'Not Found'
	| 'Found';

/** One person who uses the form of an example workflow. */
export interface Case {
	/** What the person types on the first page, by the label of the field. */
	person: Record<string, string>;
	/** How often the person fills in the first page; all but the last time without going on. */
	forms?: number;
	/** How long the person waits for, by the simulator's clock, before typing a code. */
	waitSeconds?: number;
	/** What the person types on the pages that ask for the code, one after another. */
	codes?: Typed[];
	/** The branch that each node must take, in the order in which they run. */
	takes: BranchName[];
}

/** The cases by the example workflow that they run, which is named by its file without `.json`. */
export const CASES: Record<string, Case[]> = {
	'hyperverge-email-otp': [
		{
			person: { Email: 'asha@example.com' },
			codes: ['right'],
			takes: ['Sent', 'Verified'],
		},
		{
			person: { Email: 'bela@example.com' },
			codes: ['wrong', 'right'],
			takes: ['Sent', 'Wrong Code', 'Verified'],
		},
		{
			person: { Email: 'late@example.com' },
			waitSeconds: 3600,
			codes: ['right'],
			takes: ['Sent', 'Wrong Code'],
		},
		{
			person: { Email: 'guesser@example.com' },
			codes: ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'right'],
			takes: [
				'Sent',
				'Wrong Code',
				'Wrong Code',
				'Wrong Code',
				'Wrong Code',
				'Wrong Code',
				'Blocked',
			],
		},
		{
			person: { Email: 'nobody@mail.invalid' },
			takes: ['Not Sent'],
		},
		{
			person: { Email: 'eager@example.com' },
			forms: 4,
			takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
		},
	],
};
