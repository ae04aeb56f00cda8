import { Form } from '../../playground/browser/form';
import { importExample, readExamples } from '../../playground/exampleWorkflows';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { wrong } from '../support/simulator';
import { asAPerson, newEditor, newPage, useWorld } from './support/world';

const world = useWorld();

const LOOKS = (['light', 'dark'] as const).flatMap((theme) =>
	[1280, 1920].map((width) => ({ theme, width, height: width === 1280 ? 900 : 1080 })),
);
const [LIGHT, , , DARK] = LOOKS;
const SEND = 'HyperVerge Send Email OTP';
const VERIFY = 'HyperVerge Verify Email OTP';
const TRIGGER = 'When clicking ‘Execute workflow’';

const hyperVerge = () =>
	simulatorCredentials(world().simulator.url).hyperVergeApi.data as Record<string, string>;

// First, because n8n finds a workflow's credential by its name only where one alone has that name.
asAPerson(
	'A person confirms an email address in the browser, and the builder sees the way it took',
	async () => {
		const { n8n, simulator } = world();
		simulator.reset();
		const { name, data } = simulatorCredentials(simulator.url).hyperVergeApi;
		const credential = await n8n.rest.createCredential('hyperVergeApi', name, data);
		const file = (await readExamples()).get('onboarding-email-hyperverge');
		if (file === undefined) throw new Error('There is no workflow onboarding-email-hyperverge.json');
		const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'all' } as const;
		const example = await importExample(n8n.rest, n8n.url, 'onboarding', { ...file, settings });

		const form = new Form(await newPage(LIGHT));
		await form.open(example.forms[0].url);
		await form.submit({ Email: 'asha@example.com' });
		expect(await form.text('Enter the code')).toContain('a•••@example.com');
		const inbox = await newPage(LIGHT);
		await inbox.goto(`${simulator.url}/inbox`);
		const message = await inbox.locator('body').innerText();
		const code = /(\d{6}) is your one-time password/.exec(message)?.[1] ?? 'none';
		await form.submit({ Code: wrong(code) });
		await form.text('That code is not valid');
		await form.submit({ Code: code });
		expect(await form.text('Thank you')).toContain('Your email address is confirmed');

		const editor = await newEditor(LIGHT);
		await editor.openLatestExecution(example.stored.id);
		expect(await editor.taken()).toEqual(
			expect.arrayContaining([`${VERIFY} -> Tries Left?`, `${VERIFY} -> Verified`]),
		);
		await n8n.rest.deleteWorkflow(example.stored.id);
		await n8n.rest.deleteCredential(credential.id);
	},
);

describe.each([
	['in the light theme, 1280 pixels wide', LIGHT],
	['in the dark theme, 1920 pixels wide', DARK],
])('A builder, %s,', (_label, look) => {
	asAPerson('adds a node, makes its credential, wires branches, runs, and reads what happened', async () => {
		const { n8n, simulator } = world();
		simulator.reset();
		const editor = await newEditor(look);
		await editor.newWorkflow();

		expect(await editor.search('hyperverge')).toEqual(expect.arrayContaining([SEND, VERIFY]));
		await editor.search('email otp');
		await editor.pick(SEND);
		expect(await editor.fields()).toMatch(/Credential[^]*Email[^]*OTP Length[^]*Branch On[^]*Options/);

		const dialog = await editor.newCredential();
		expect(await dialog.text()).toMatch(/App ID[^]*App Key[^]*Base URL/);
		await dialog.fill({ ...hyperVerge(), appKey: 'not-the-key' });
		expect(await dialog.saveRefused()).toContain('HyperVerge did not accept the App ID and App Key');
		await dialog.fill(hyperVerge());
		await dialog.saveAccepted();
		expect(simulator.inbox()).toHaveLength(0);
		const { length: requestsOfTest } = simulator.requests();

		await editor.type('email', 'asha at example');
		const refused = await editor.execute();
		expect(refused.text).toContain("'Email'");
		expect(simulator.requests()).toHaveLength(requestsOfTest);

		await editor.type('email', 'asha@example.com');
		expect((await editor.execute()).branches).toEqual([
			'Not Sent Branch',
			'Throttled Branch',
			'Sent Branch (1 item)',
		]);
		expect(await editor.showBranch('Sent')).toMatch(/outcome[^]*sent/);
		expect(simulator.inbox()).toHaveLength(1);
		await editor.closeNode();
		expect(await editor.outputs(SEND)).toEqual(['Not Sent', 'Throttled', 'Sent']);

		await editor.addBehind(SEND, 'Sent', VERIFY);
		await editor.type('requestId', '{{ $json.reference.requestId }}');
		await editor.type('otp', '000000');
		expect(await editor.isMasked('otp')).toBe(true);
		expect((await editor.execute()).branches).toContain('Wrong Code Branch (1 item)');
		await editor.type('otp', simulator.inbox()[0].code);
		expect((await editor.execute()).branches).toContain('Verified Branch (1 item)');
		await editor.closeNode();
		expect(await editor.outputs(VERIFY)).toEqual(['Blocked', 'Expired', 'Wrong Code', 'Verified']);

		await editor.connect(VERIFY, 'Expired', SEND);
		expect(await editor.connections(VERIFY, SEND)).toBe(1);
		expect(await editor.connections(TRIGGER, SEND)).toBe(1);

		await editor.openNode(SEND);
		await editor.choose('branchOn', 'Status Code');
		expect(await editor.fields()).toMatch(/Status Code Rules[^]*Branch Name[^]*Codes[^]*Other Codes/);
		await editor.type('branch', 'Try Later');
		await editor.press('Add Rule');
		await editor.typeNth('branch', 1, 'Wrong Address');
		await editor.closeNode();
		expect(await editor.outputs(SEND)).toEqual(['Other', 'Try Later', 'Wrong Address']);
		await editor.openNode(SEND);
		await editor.choose('branchOn', 'Single Output');
		await editor.closeNode();
		expect(await editor.outputs(SEND)).toEqual(['Result']);

		simulator.inject({
			provider: 'hyperverge',
			path: '/sendOTPEmail',
			kind: 'status',
			status: 503,
			afterProcessing: true,
		});
		await editor.openNode(SEND);
		const { text } = await editor.execute();
		expect(text).toContain('HyperVerge is currently unavailable');
		expect(text).toContain('Delivery unknown: the message may have been sent. Check before sending again.');
		expect(n8n.logs()).not.toContain('simulator-app-key');
	});
});

describe.each(LOOKS)('With the $theme theme, $width pixels wide,', (look) => {
	asAPerson('every connected output can be read as a whole', async () => {
		const { n8n } = world();
		const editor = await newEditor(look);
		for (const file of (await readExamples()).values()) {
			const { id } = await n8n.rest.createWorkflow(withoutCredentials(file));
			await editor.openWorkflow(id);
			expect({ workflow: file.name, cut: await editor.cutLabels() }).toEqual({
				workflow: file.name,
				cut: [],
			});
			await n8n.rest.deleteWorkflow(id);
		}
	});
});

function withoutCredentials<T extends { nodes: Array<{ credentials?: unknown }> }>(file: T): T {
	return { ...file, nodes: file.nodes.map((node) => ({ ...node, credentials: undefined })) };
}
