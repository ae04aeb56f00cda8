/** Tests that cannot hold in the engine of some versions of n8n. */
export interface Exception {
	/** The file below `test`, without `.test.ts`. */
	suite: string;
	/** The beginning of the names of the tests. */
	tests: RegExp;
	/** The versions of n8n, without the patch. */
	versions: string[];
	/** What n8n does there, and why that is no false success, no second message and no lost item. */
	reason: string;
}

const BEFORE_2_11 = ['1.85', '1.123', '2.0'];
const BEFORE_2_20 = BEFORE_2_11;
const BEFORE_2_34 = [...BEFORE_2_20, '2.20'];
const UNKNOWN_CONNECTION =
	'n8n does not expose the connection of a failed request. The error says that delivery is unknown, so nothing is sent again.';
const SHOWS_STATUS = 'in an n8n that shows a test the HTTP status';

export const EXCEPTIONS: readonly Exception[] = [
	{
		suite: 'suites/inN8n/outputs',
		tests: /^\w+ as an AI tool tells a model what it does/,
		versions: ['1.85'],
		reason:
			"A model reads the node's own description, which does not say that a call must not be repeated. The nodes are supported as AI tools since n8n 1.88.",
	},
	{
		suite: 'workflow/accessToken',
		tests:
			/^(uses the stored token|meets the refusal of a withdrawn token|renews the stored token|reports the refusal of a token|.*the (former token|token next to it)|.*in each execution)/,
		versions: BEFORE_2_34,
		reason:
			'The access token is not stored, because n8n would store the values of the expressions with it. Each execution fetches its own.',
	},
	{
		suite: 'workflow/credentialTest',
		tests: new RegExp(`^${SHOWS_STATUS} the test of (wibmoApi|capillaryTillApi) ends as it must: wrong`),
		versions: BEFORE_2_11,
		reason:
			'n8n hides the HTTP status from the test of a credential. The test fails, and names the secret as the second thing to check.',
	},
	{
		suite: 'workflow/credentialTest',
		tests: new RegExp(
			`^${SHOWS_STATUS} the test of (?!capillaryClientApi ends).* (ends as it must: wrong|says what HTTP 40[13])`,
		),
		versions: ['2.20'],
		reason: "n8n ignores the texts of a test for HTTP statuses. The test fails with n8n's own text.",
	},
	{
		suite: 'workflow/errorOutput',
		tests: /^states the rule of the installed n8n-core/,
		versions: BEFORE_2_34,
		reason:
			'n8n routes fewer shapes to the error output. The shape of a faulted item is one of them: every test checks both rules.',
	},
	{
		suite: 'workflow/network',
		tests: /^reads a proxy that (never answers|closes the connection)/,
		versions: BEFORE_2_34,
		reason: UNKNOWN_CONNECTION,
	},
	{
		suite: 'workflow/network',
		tests: /^reads a proxy that leads to a provider that closes at the TLS hello/,
		versions: ['1.85'],
		reason: UNKNOWN_CONNECTION,
	},
	{
		suite: 'workflow/reservations',
		tests: /^(n8n was killed in the middle of a run sends to nobody twice in a retry|verifies no code twice)/,
		versions: BEFORE_2_20,
		reason:
			"A retry from the list has nothing in common with the execution that n8n was killed in, so it sends again, as docs/concepts.md says. 'Send Once Per' holds.",
	},
	{
		suite: 'workflow/ssrf',
		tests: /^says that nothing was sent when n8n protects private addresses/,
		versions: BEFORE_2_34,
		reason: 'n8n-core has no protection of private addresses yet.',
	},
];
