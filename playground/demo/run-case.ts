import type { Message } from '../../simulator';
import type { ExampleWorkflow } from '../example-workflows';
import { FormVisit } from '../form-visit';
import type { Playground } from '../playground';
import type { Case, Person, Typed } from './case';
import { passagesOf, type Passage } from './passages';

const CODE_FIELD = 'Code';

/** Plays one case: submits the real form pages, and tells which branches its items took. */
export async function runCase(
	{ workflow, person, after, forms = 1, waitSeconds = 0, codes = [] }: Case,
	{ examples, n8n, simulator }: Playground,
): Promise<Passage[]> {
	const passages: Passage[] = [];
	const fillIn = async (key: string, who: Person, typed: Typed[]) => {
		const example = exampleCalled(key, examples);
		const visit = await FormVisit.open(example.formUrl);
		const before = simulator.inbox().length;
		await visit.submit(who);
		const message = simulator.inbox().slice(before).at(-1);
		if (typed.length > 0) simulator.advance(waitSeconds);
		for (const one of typed) {
			if (!visit.page.fields.has(CODE_FIELD)) break;
			await visit.submit({ [CODE_FIELD]: codeToType(one, message) });
		}
		passages.push(...passagesOf(example.stored, await n8n.rest.getExecution(visit.executionId)));
	};
	if (after) await fillIn(after.workflow, after.person, []);
	for (let form = 1; form < forms; form++) await fillIn(workflow, person, []);
	await fillIn(workflow, person, codes);
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
