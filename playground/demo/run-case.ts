import type { Message } from '../../simulator';
import type { ExampleWorkflow } from '../example-workflows';
import { FormVisit } from '../form-visit';
import type { Playground } from '../playground';
import type { Case, Typed, Visit } from './case';
import { passagesOf, type Passage } from './passages';

const CODE_FIELD = 'Code';

/** Plays one case: submits the real form pages, and tells which branches its items took. */
export async function runCase(
	{ after, meanwhile, forms = 1, waitSeconds = 0, fault, ...visit }: Case,
	{ examples, n8n, simulator }: Playground,
): Promise<Passage[]> {
	const passages: Passage[] = [];
	const make = async ({ workflow, person, codes = [] }: Visit, between?: () => Promise<void>) => {
		const example = exampleCalled(workflow, examples);
		const form = await FormVisit.open(example.formUrl);
		const before = simulator.inbox().length;
		await form.submit(person);
		await between?.();
		for (const typed of codes) {
			if (!form.page.fields.has(CODE_FIELD)) break;
			const message = simulator.inbox().slice(before).at(-1);
			await form.submit({ [CODE_FIELD]: codeToType(typed, message) });
		}
		passages.push(...passagesOf(example.stored, await n8n.rest.getExecution(form.executionId)));
	};
	if (after) await make(after);
	if (fault) simulator.inject(fault);
	for (let form = 1; form < forms; form++) await make({ ...visit, codes: [] });
	await make(visit, async () => {
		simulator.advance(waitSeconds);
		if (meanwhile) await make(meanwhile);
	});
	return passages;
}

function exampleCalled(key: string, examples: ExampleWorkflow[]): ExampleWorkflow {
	const example = examples.find((candidate) => candidate.key === key);
	if (!example) throw new Error(`There is no workflow ${key}.json`);
	return example;
}

function codeToType(typed: Typed, message: Message | undefined): string {
	const code = message?.code ?? '';
	if (typed === 'right') return code;
	// Another code of the same length and alphabet: the first character goes one further.
	const wrong = code.startsWith('9') ? '0' : code.startsWith('Z') ? 'A' : nextCharacter(code);
	return wrong + code.slice(1);
}

function nextCharacter(text: string): string {
	return String.fromCharCode(text.charCodeAt(0) + 1);
}
