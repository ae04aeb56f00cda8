// Every check answers with the text of the refusal, or with nothing if the fields are right.
// Assumption: of these texts only those about the amount (send.ts) and the mobile number are published.

type Fields = Record<string, unknown>;

/** What is wrong with required texts; `names` maps each field to the name in the refusal. */
export function requiredProblem(fields: Fields, names: Record<string, string>): string | undefined {
	for (const [field, name] of Object.entries(names)) {
		const value = fields[field];
		if (typeof value !== 'string' || value.trim() === '') return `${name} Must Not be EMPTY`;
	}
	return undefined;
}

/** What is wrong with optional fields: every field is a text; an unused one may be empty. */
export function optionalProblem(fields: Fields, names: string[]): string | undefined {
	const wrong = names.find((name) => fields[name] !== undefined && typeof fields[name] !== 'string');
	return wrong === undefined ? undefined : `Invalid ${wrong}`;
}

/** What is wrong with a mobile number of ten digits. */
export function mobileProblem(value: unknown): string | undefined {
	return typeof value === 'string' && /^\d{10}$/.test(value) ? undefined : 'Invalid Mobile Number';
}

/** What is wrong with a field of a fixed number of digits; empty and absent are right. */
export function digitsProblem(value: unknown, count: number, name: string): string | undefined {
	if (value === undefined || value === '') return undefined;
	return typeof value === 'string' && /^\d+$/.test(value) && value.length === count
		? undefined
		: `${name} Must be ${count} Digits`;
}
