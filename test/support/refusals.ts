import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { execute, type Execution } from '../../tools/engine';
import type { BadValue } from './badValues';
import { savedCredentials } from './simulator';

type CredentialName = Parameters<typeof savedCredentials>[0];

/** A node, and parameters that it works with. */
export interface Subject {
	type: string;
	provider: string;
	operation: string;
	credential: CredentialName;
	parameters: INodeParameters;
	/** The last part of the call that is made once for each item. */
	path: string;
}

/** A field of the node, what it takes, and what it refuses. */
export interface Field {
	/** The field as the UI calls it. */
	label: string;
	/** Parameters in which the field is {@link FIELD}. */
	parameters: INodeParameters;
	/** A value that works. */
	takes: unknown;
	refuses: BadValue[];
	/** Fields of the credential that matter for this field. */
	credential?: IDataObject;
}

/** The expression that hands each item's own value to the field. */
export const FIELD = '={{ $json.field }}';

/** What n8n's guidelines ask authors to leave out of what is said to a person. */
const UNFRIENDLY = /\b(errors?|problems?|fail(s|ed|ure|ures)?|mistakes?)\b/i;

interface Trial {
	subject: Subject;
	parameters: INodeParameters;
	/** Fields of the credential, laid over those that work; `null` for no credential. */
	credential?: IDataObject | null;
}

function saved({ subject, credential }: Trial) {
	if (credential === null) return {};
	const working = savedCredentials(subject.credential);
	const data = { ...working[subject.credential], ...credential };
	return { [subject.credential]: data as ICredentialDataDecryptedObject };
}

async function run(
	trial: Trial,
	items: IDataObject[],
	onError: 'stopWorkflow' | 'continueErrorOutput',
): Promise<Execution> {
	const { subject, parameters } = trial;
	const node = {
		type: subject.type,
		parameters: { ...subject.parameters, ...parameters },
		settings: { onError },
	};
	return await execute(node, items, saved(trial));
}

/**
 * Expects that nothing is sent when the node is to stop, and that what is said names the field.
 *
 * @returns the sentence that the person sees
 */
async function expectStop(
	simulator: () => Simulator,
	trial: Trial,
	items: IDataObject[],
	said: { names: string; says: string },
): Promise<string> {
	const stopped = await run(trial, items, 'stopWorkflow');
	expect(stopped.status).toBe('error');
	const { message, description } = stopped.error ?? { message: '' };
	expect(message).toContain(said.names);
	expect(message).toContain(said.says);
	expect(description).toMatch(/^[A-Z].*\.$/s);
	expect(`${message} ${description}`).not.toMatch(UNFRIENDLY);
	expect(simulator().requests()).toEqual([]);
	expect(simulator().inbox()).toEqual([]);
	return message;
}

/** Expects that an item left through n8n's error output, with its input unchanged. */
function expectErrorItem(
	execution: Execution,
	position: number,
	item: IDataObject,
	index: number,
	subject: Subject,
	sentence: string,
) {
	const left = execution.outputs.Error[position];
	expect(left.pairedItem).toEqual({ item: index });
	expect(left.json).toEqual({
		...item,
		error: {
			message: sentence,
			description: expect.stringMatching(/^[A-Z].*\.$/s),
			fault: 'invalidParameter',
			effect: 'none',
			provider: subject.provider,
			operation: subject.operation,
			statusCode: null,
			httpStatus: null,
			reference: {},
			recipient: null,
		},
	});
}

function withoutErrors({ outputs }: Execution): number {
	return Object.entries(outputs)
		.filter(([label]) => label !== 'Error')
		.reduce((sum, [, items]) => sum + items.length, 0);
}

/** Whether a value could tell somebody an address, a number or a code. */
function isPersonal(value: unknown, says: string): boolean {
	return (
		typeof value === 'string' &&
		/[0-9@]/.test(value) &&
		value.trim().length > 4 &&
		!says.includes(value.trim())
	);
}

/**
 * Describes what the fields of a node refuse: a bad value among good ones holds up everything when
 * the node is to stop, and nothing but its own item when the node is to go on.
 */
export function describeFields(simulator: () => Simulator, subject: Subject, fields: readonly Field[]): void {
	describe.each(fields)(`${subject.type}: '$label'`, ({ label, parameters, takes, refuses, credential }) => {
		it.each(refuses)('refuses %s', async (_name, value, says) => {
			const items = [takes, value, takes].map(
				(field, id) => ({ id, ...(field === undefined ? {} : { field }) }) as IDataObject,
			);
			const trial = { subject, parameters, credential };
			const sentence = await expectStop(simulator, trial, items, { names: `'${label}'`, says });

			const goesOn = await run(trial, items, 'continueErrorOutput');
			expect(goesOn.status).toBe('success');
			expect(goesOn.outputs.Error).toHaveLength(1);
			expectErrorItem(goesOn, 0, items[1], 1, subject, sentence);
			const { message, description } = goesOn.outputs.Error[0].json.error as IDataObject;
			if (isPersonal(value, says)) expect(`${message} ${description}`).not.toContain(String(value).trim());
			expect(withoutErrors(goesOn)).toBe(2);
			const acted = simulator()
				.requests()
				.filter(({ path }) => path.endsWith(subject.path));
			expect(acted).toHaveLength(2);
		});
	});
}

/** Something that is wrong for the whole node, whatever the items hold. */
export interface Setting {
	name: string;
	parameters?: INodeParameters;
	/** Fields of the credential, laid over those that work; `null` for no credential. */
	credential?: IDataObject | null;
	/** What the person must find in the sentence. */
	names: string;
	says: string;
	/** What must not be shown. */
	hides?: string;
}

/** Describes settings with which no item is sent, whatever *On Error* says. */
export function describeSettings(
	simulator: () => Simulator,
	subject: Subject,
	settings: readonly Setting[],
): void {
	describe(`${subject.type}: settings of the whole node`, () => {
		it.each(settings.map((setting): [string, Setting] => [setting.name, setting]))(
			'sends nothing with %s',
			async (_name, { parameters = {}, credential, names, says, hides }) => {
				const items: IDataObject[] = [{ id: 0 }, { id: 1 }];
				const trial = { subject, parameters, credential };
				const sentence = await expectStop(simulator, trial, items, { names, says });

				const goesOn = await run(trial, items, 'continueErrorOutput');
				expect(goesOn.status).toBe('success');
				expect(goesOn.outputs.Error).toHaveLength(2);
				items.forEach((item, index) => expectErrorItem(goesOn, index, item, index, subject, sentence));
				expect(withoutErrors(goesOn)).toBe(0);
				expect(simulator().requests()).toEqual([]);
				expect(simulator().inbox()).toEqual([]);
				if (hides !== undefined) expect(JSON.stringify(goesOn.outputs.Error)).not.toContain(hides);
			},
		);
	});
}
