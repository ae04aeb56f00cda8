import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import axios from 'axios';

import type { Message } from '../../simulator';
import type { Execution, ExecutionSummary } from '../../tools/n8n/restClient';
import { API_KEY, SUPERVISOR } from '../credentials';
import type { ExampleWorkflow } from '../exampleWorkflows';
import { FormVisit } from '../formVisit';
import type { Playground } from '../playground';
import type { ApiCase, Call, Case, FormCase, StartedCase, Step, Typed, Visit } from './case';
import { passagesOf, type Passage } from './passages';

const CODE_FIELD = 'Code';
const PATIENCE_MS = 60_000;
const POLL_MS = 100;

/** The result of a case. */
export interface Played {
	/** The branches that its items took. */
	passages: Passage[];
	/** What else differs from the case; empty when nothing does. */
	astray: string[];
}

/** Plays one case through the real forms, the real API or the real triggers. */
export async function runCase(one: Case, playground: Playground): Promise<Played> {
	const { examples, simulator } = playground;
	const example = examples.find(({ key }) => key === one.workflow);
	if (!example) throw new Error(`There is no workflow ${one.workflow}.json`);
	for (const fault of one.faults ?? []) simulator.inject(fault);
	if ('calls' in one) return await runApiCase(one, example, playground);
	if ('trigger' in one) return await runStartedCase(one, example, playground);
	return await runFormCase(one, example, playground);
}

async function runFormCase(
	{ meanwhile, forms = 1, ends, ...visit }: FormCase,
	example: ExampleWorkflow,
	playground: Playground,
): Promise<Played> {
	const passages: Passage[] = [];
	const make = async (one: Visit, between?: () => Promise<void>): Promise<FormVisit> => {
		const form = await makeVisit(one, example, playground, between);
		passages.push(...(await passagesIn(form.executionId, example, playground)));
		return form;
	};
	for (let form = 1; form < forms; form++) await make({ ...visit, steps: [] });
	const last = await make(visit, async () => {
		if (meanwhile) await make(meanwhile);
	});
	const title = last.hasEnded ? last.page.title : undefined;
	return { passages, astray: title === ends ? [] : [`ends on "${title ?? 'a page to fill in'}"`] };
}

async function makeVisit(
	{ form: path, person, steps = [] }: Visit,
	{ forms, key }: ExampleWorkflow,
	{ simulator }: Playground,
	between: (() => Promise<void>) | undefined,
): Promise<FormVisit> {
	const address = path === undefined ? forms.at(0) : forms.find((one) => one.path === path);
	if (!address) throw new Error(`${key} has no form ${path ?? ''}`);
	const form = await FormVisit.open(address.url);
	const before = simulator.inbox().length;
	await form.submit(person);
	await between?.();
	for (const step of steps.map(asStep)) {
		simulator.advance(step.afterSeconds ?? 0);
		if (step.fault) simulator.inject(step.fault);
		if (step.asSupervisor) await form.signIn(SUPERVISOR.user, SUPERVISOR.password);
		const code = codeToType(step.types ?? 'nothing', simulator.inbox().slice(before).at(-1));
		await form.submit(step.fills ?? { [CODE_FIELD]: code });
	}
	return form;
}

async function runApiCase(
	{ calls }: ApiCase,
	example: ExampleWorkflow,
	playground: Playground,
): Promise<Played> {
	const { n8n, simulator } = playground;
	const passages: Passage[] = [];
	const astray: string[] = [];
	let requestId = '';
	for (const call of calls) {
		if (call.fault) simulator.inject(call.fault);
		const known = await n8n.rest.listExecutions(example.stored.id);
		const body = bodyOf(call, requestId, simulator.inbox().at(-1));
		const answer = await post(
			`${n8n.webhookUrl}/webhook/otp/${call.verifies ? 'verify' : 'send'}`,
			body,
			call,
		);
		if (answer.status !== call.status) astray.push(`answers ${answer.status} instead of ${call.status}`);
		requestId = String(answer.data.requestId ?? requestId);
		if (call.withoutKey) continue;
		const id = await newExecution(example.stored.id, known, playground);
		passages.push(...(await passagesIn(id, example, playground)));
	}
	return { passages, astray };
}

function bodyOf(call: Call, requestId: string, message: Message | undefined): unknown {
	if (!call.verifies) return { email: call.sends };
	return { requestId, code: codeToType(call.verifies, message) };
}

/** n8n takes a moment to serve the webhook of a workflow that was just published. */
async function post(url: string, body: unknown, { withoutKey }: Call) {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const answer = await axios.post<{ requestId?: unknown }>(url, body, {
			proxy: false,
			timeout: PATIENCE_MS,
			validateStatus: () => true,
			headers: withoutKey ? {} : { [API_KEY.name]: API_KEY.value },
		});
		if (answer.status !== 404 || Date.now() > deadline) return answer;
		await sleep(POLL_MS);
	}
}

async function runStartedCase(
	{ trigger, report }: StartedCase,
	example: ExampleWorkflow,
	playground: Playground,
): Promise<Played> {
	const { rest } = playground.n8n;
	const id = await rest.runWorkflow(example.stored, trigger);
	const passages = await passagesIn(id, example, playground);
	if (!report) return { passages, astray: [] };
	const { data } = await rest.getExecution(id);
	const lines = data.resultData.runData.Report?.at(-1)?.data?.main[0]?.map(({ json }) => json);
	return {
		passages,
		astray: isDeepStrictEqual(lines, report) ? [] : [`reports ${JSON.stringify(lines)}`],
	};
}

async function passagesIn(
	id: string,
	{ key, file }: ExampleWorkflow,
	{ n8n }: Playground,
): Promise<Passage[]> {
	const execution: Execution = await n8n.rest.finishedExecution(id);
	return passagesOf(key, file, execution);
}

async function newExecution(
	workflowId: string,
	known: ExecutionSummary[],
	{ n8n }: Playground,
): Promise<string> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const all = await n8n.rest.listExecutions(workflowId);
		const started = all.find(({ id }) => known.every((one) => one.id !== id));
		if (started) return started.id;
		if (Date.now() > deadline) throw new Error('The call started no run');
		await sleep(POLL_MS);
	}
}

function asStep(step: Typed | Step): Step {
	return typeof step === 'string' ? { types: step } : step;
}

function codeToType(typed: Typed, message: Message | undefined): string {
	if (typed === 'nothing') return '';
	const code = message?.code ?? '';
	if (typed === 'right') return code;
	// A single dash between letters and digits could be part of a code of Capillary.
	if (typed === 'dashed') return `${code.slice(0, 2)}-${code.slice(2, 4)}-${code.slice(4)}`;
	if (typed === 'letters') return code.replace(/./gu, 'O/');
	// Another code of the same length and alphabet: the first character goes one further.
	const wrong = code.startsWith('9') ? '0' : code.startsWith('Z') ? 'A' : nextCharacter(code);
	return wrong + code.slice(1);
}

function nextCharacter(text: string): string {
	return String.fromCharCode(text.charCodeAt(0) + 1);
}
