import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import type { Reason } from '../operation/outcomes';

/** Thrown for a parameter that is missing or malformed. Nothing was sent for its item. */
export class InvalidParameter extends Error {
	/**
	 * @param message the parameter's label, and what is wrong with it
	 * @param description what to do
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidParameter';
	}
}

/**
 * Thrown for a value that the end user mistyped. A stranger's typing must not stop a workflow, so the item
 * has an outcome instead of a fault, unless the node has no output for it.
 */
export class MistypedValue extends InvalidParameter {
	constructor(
		{ message, description }: InvalidParameter,
		readonly reason: Reason,
	) {
		super(message, description);
	}
}

/** Errors of JavaScript itself, whose messages do not help a builder. */
const THROWN_BY_JAVASCRIPT = ['RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

type Property = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * The labels of a node's parameters, so that errors name a field as the UI does.
 *
 * @returns the labels by parameter path, such as `options.timeout`
 */
export function labelsOf(properties: readonly Property[], prefix = ''): Map<string, string> {
	const labels = new Map<string, string>();
	for (const property of properties) {
		const path = prefix + property.name;
		if ('displayName' in property && !labels.has(path)) labels.set(path, property.displayName);
		const nested =
			'values' in property
				? property.values
				: 'type' in property && (property.type === 'collection' || property.type === 'fixedCollection')
					? (property.options ?? [])
					: [];
		for (const [name, label] of labelsOf(nested, `${path}.`)) labels.set(name, label);
	}
	return labels;
}

/** The parameters of one item, as n8n resolves them. */
export class Parameters {
	private readonly values = new Map<string, unknown>();

	/**
	 * @param get reads a parameter by its path, with expressions resolved
	 * @param labels see {@link labelsOf}
	 */
	constructor(
		private readonly get: (path: string) => unknown,
		private readonly labels: ReadonlyMap<string, string>,
	) {}

	/** The parameter's label in single quotes, with its row if it is in a list. */
	label(path: string): string {
		const row = /([A-Za-z]+)\[([0-9]+)\]/.exec(path);
		const label = this.labels.get(path.replace(/\[[0-9]+\]/g, '')) ?? path;
		return row === null ? `'${label}'` : `'${label}' of ${row[1]} ${Number(row[2]) + 1}`;
	}

	/**
	 * Makes the error to throw.
	 *
	 * @param expected completes "must be …"
	 * @param description what to do, if the default advice is not enough
	 */
	refusal(path: string, expected: string, description = ''): InvalidParameter {
		return new InvalidParameter(
			`${this.label(path)} must be ${expected}`,
			description === '' ? this.advice(path) : description,
		);
	}

	private advice(path: string): string {
		return `Set ${this.label(path)} in the node. If it is an expression, check its value for this item.`;
	}

	/**
	 * Reads a parameter from n8n only once: an expression takes n8n longer than everything else.
	 *
	 * @returns the unchecked value; `undefined` if the parameter is not set
	 * @throws InvalidParameter with n8n's own message, if the expression cannot be evaluated
	 */
	raw(path: string): unknown {
		if (this.values.has(path)) return this.values.get(path);
		try {
			const value = this.get(path);
			this.values.set(path, value);
			return value;
		} catch (error) {
			throw this.unreadable(path, error as Error & { description?: unknown });
		}
	}

	private unreadable(path: string, { name, message, description }: Error & { description?: unknown }) {
		const why = THROWN_BY_JAVASCRIPT.includes(name) ? 'its expression could not be evaluated' : message;
		return new InvalidParameter(
			`${this.label(path)} could not be read: ${why}`,
			typeof description === 'string' && description !== '' ? description : this.advice(path),
		);
	}
}
