import type { Message, Simulator } from '../../simulator';
import type { ExampleWorkflow } from '../example-workflows';
import { FormVisit } from '../form-visit';
import type { RestClient } from '../rest-client';
import type { Case, Typed } from './cases';
import { passagesOf, type Passage } from './passages';

const CODE_FIELD = 'Code';

/** Plays one case: submits the real form pages, and tells which branches its items took. */
export async function runCase(
	{ person, forms = 1, waitSeconds = 0, codes = [] }: Case,
	{ stored, formUrl }: ExampleWorkflow,
	rest: RestClient,
	simulator: Simulator,
): Promise<Passage[]> {
	const passages: Passage[] = [];
	for (let form = 1; form <= forms; form++) {
		const before = simulator.inbox().length;
		const visit = await FormVisit.open(formUrl);
		await visit.submit(person);
		if (form === forms) {
			const message = simulator.inbox().slice(before).at(-1);
			simulator.advance(waitSeconds);
			for (const typed of codes) {
				if (!visit.page.fields.has(CODE_FIELD)) break;
				await visit.submit({ [CODE_FIELD]: codeToType(typed, message) });
			}
		}
		passages.push(...passagesOf(stored, await rest.getExecution(visit.executionId)));
	}
	return passages;
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
