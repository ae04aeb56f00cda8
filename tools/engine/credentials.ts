import {
	ICredentialsHelper,
	isExpression,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** Credentials by type, as a user would have saved them. */
export type SavedCredentials = Record<string, ICredentialDataDecryptedObject>;

/**
 * What becomes of expressions in credentials when n8n stores a token: they are `kept`, or `replaced`
 * by their values, as before n8n 2.34.
 */
export type ExpressionsInCredentials = 'kept' | 'replaced';

/**
 * Does with credentials what n8n's own helper does (`credentials-helper.ts` in n8n): resolves their
 * expressions for each item, if asked to, injects them into a request by the credential type's `authenticate`,
 * and fetches an access token when the expirable field is empty.
 */
export class TestCredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly types: readonly ICredentialType[],
		readonly saved: SavedCredentials,
		private readonly expressions?: ExpressionsInCredentials,
	) {
		super();
	}

	private typeOf(name: string): ICredentialType {
		const type = this.types.find((candidate) => candidate.name === name);
		if (type === undefined) throw new Error(`Unknown credential type ${name}`);
		return type;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		for (const [part, values] of Object.entries(authenticate?.properties ?? {})) {
			const target = ((requestOptions as unknown as Record<string, unknown>)[part] ??= {}) as Record<
				string,
				string
			>;
			for (const [key, value] of Object.entries(values as Record<string, string>)) {
				target[key] = String(
					workflow.expression.getSimpleParameterValue(node, value, 'internal', { $credentials: credentials }),
				);
			}
		}
		return requestOptions;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (expirable === undefined || type.preAuthentication === undefined) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable.name] === undefined) return undefined;
		Object.assign(credentials, output);
		const stored = this.saved[typeName];
		const kept = Object.entries(output).filter(
			([name]) => name === expirable.name || !isExpression(stored[name]),
		);
		Object.assign(stored, this.expressions === 'replaced' ? credentials : Object.fromEntries(kept));
		return credentials;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Not used by the engine');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		_raw?: boolean,
		resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const saved = this.saved[type];
		if (saved === undefined) throw new Error(`No credential of type ${type} is saved`);
		const defaults = Object.fromEntries(
			this.typeOf(type).properties.map((property) => [property.name, property.default]),
		) as ICredentialDataDecryptedObject;
		const fields = { ...defaults, ...saved } as INodeParameters;
		if (this.expressions === undefined || resolve === undefined)
			return fields as ICredentialDataDecryptedObject;
		return resolve.workflow.expression.getParameterValue(
			fields,
			resolve.runExecutionData,
			resolve.runIndex,
			resolve.itemIndex,
			resolve.node.name,
			resolve.connectionInputData,
			mode,
			{},
			executeData,
			false,
			fields,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.typeOf(type).properties;
	}
}
