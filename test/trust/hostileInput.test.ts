import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { operationOf } from '../support/operations';
import { savedCredentials, useSimulator } from '../support/simulator';
import { VALID_ITEMS } from '../support/validItems';
import { fieldsOf, type DescribedField } from './support/describedFields';
import { expectClearOrCorrect, runField, type Given, type Target } from './support/fieldTrial';
import {
	BROKEN_EXPRESSIONS,
	EVIL,
	generated,
	HOSTILE_EXPRESSIONS,
	HOSTILE_JSON,
	HOSTILE_TEXTS,
	SEED,
	spoilt,
} from './support/hostileValues';
import { LANDINGS, type Landing } from './support/landings';
import { startEvilServer, watchSockets, type EvilServer, type SocketWatch } from './support/sockets';
import { count, howMany, isFull } from './support/totals';

const simulator = useSimulator();

let evil: EvilServer;
let sockets: SocketWatch;

beforeAll(async () => {
	evil = await startEvilServer();
	sockets = watchSockets();
});

afterAll(async () => {
	sockets.stop();
	await evil.close();
});

const hostOf = (url: string) => url.slice('http://'.length);

afterEach(() => {
	const { host, port } = new URL(simulator().url);
	const elsewhere = sockets.take().filter((attempt) => `${attempt.host}:${attempt.port}` !== host);
	expect({ elsewhere, port }).toEqual({ elsewhere: [], port });
	expect(evil.visits()).toBe(0);
	expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

/** Settings of the whole node: they decide how it works, not what an item sends. */
const SETTING = /^(payload|revealCode|branchOn|statusCodeRules\..*|options\..*)$/;

const VALID: Record<string, INodeParameters> = {
	wibmoEncryptPayload: { email: 'jane@example.com' },
	wibmoDecryptPayload: { token: 'AAAAAAAAAAAAAAAAAAAAAA==' },
};

function targetOf(type: string): Target {
	const valid = VALID_ITEMS[type];
	const credential = valid?.credential ?? 'wibmoApi';
	const till = credential === 'capillaryTillApi';
	return {
		description: operationOf(type).node.description,
		landings: LANDINGS[type],
		parameters: valid?.values ?? VALID[type],
		saved: {
			...savedCredentials(credential),
			...(till && savedCredentials('capillaryClientApi')),
		},
	};
}

const withHost = (value: unknown): unknown =>
	typeof value === 'string' ? value.replaceAll(EVIL, `127.0.0.1:${evil.port}`) : value;

async function tryAll(target: Target, field: DescribedField, landing: Landing, given: Given[]) {
	const good: Given = { value: landing.valid };
	const all = [good, ...given.map((one) => ({ ...one, value: withHost(one.value) })), good];
	const outcome = await runField(target, field, landing, all, () => simulator().requests());
	count('hostile inputs tried', given.length);
	expectClearOrCorrect(target, field, landing, all, outcome, hostOf(simulator().url));
}

/** What n8n refuses before it runs holds up every item of the node. */
async function tryAlone(target: Target, field: DescribedField, landing: Landing, expression: string) {
	const broken: Given[] = [{ value: expression, expression }];
	const outcome = await runField(target, field, landing, broken, () => simulator().requests());
	count('hostile inputs tried');
	expect(outcome.requests).toEqual([]);
	expectClearOrCorrect(target, field, landing, broken, outcome, hostOf(simulator().url));
}

/** Values as an item carries them: NaN is `null` there. */
const given = (values: readonly unknown[]): Given[] =>
	(JSON.parse(JSON.stringify(values)) as unknown[]).map((value) => ({ value }));

it('knows where every field of every node arrives', () => {
	for (const [type, { fields }] of Object.entries(LANDINGS)) {
		const described = fieldsOf(operationOf(type).node.description).map(({ path }) => path);
		const token = type.startsWith('wibmo') && !(type in VALID) ? ['token'] : [];
		expect(described.filter((path) => !SETTING.test(path)).sort()).toEqual(
			[...Object.keys(fields), ...token].sort(),
		);
	}
});

describe.each(Object.keys(LANDINGS))(`%s (seed ${SEED})`, (type) => {
	const fields = fieldsOf(operationOf(type).node.description);
	it.each(Object.keys(LANDINGS[type].fields))(
		'says what is wrong with %s, or sends it as it is',
		async (path) => {
			const field = fields.find((candidate) => candidate.path === path) as DescribedField;
			const landing = LANDINGS[type].fields[path];
			const target = targetOf(type);
			await tryAll(
				target,
				field,
				landing,
				given([...spoilt(String(landing.valid)), ...HOSTILE_TEXTS, ...HOSTILE_JSON]),
			);
			const expressions = HOSTILE_EXPRESSIONS.map(({ expression, gives }) => ({ expression, value: gives }));
			await tryAll(target, field, landing, expressions);
			for (const expression of BROKEN_EXPRESSIONS) await tryAlone(target, field, landing, expression);
			await fc.assert(
				fc.asyncProperty(
					fc.array(generated(String(landing.valid)), { minLength: 10, maxLength: 20 }),
					async (values) => {
						await tryAll(target, field, landing, given(values));
					},
				),
				{ seed: SEED, numRuns: howMany(4, 1), endOnFailure: true },
			);
		},
	);
});
