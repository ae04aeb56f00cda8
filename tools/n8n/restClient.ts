import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import axios, { isAxiosError, type AxiosInstance } from 'axios';
import { parse } from 'flatted';
import type {
	IConnections,
	INode,
	INodeCredentialDescription,
	INodeProperties,
	IRunExecutionData,
	IWorkflowSettings,
} from 'n8n-workflow';

import type { CredentialData } from '../simulatorCredentials';

export interface Login {
	email: string;
	password: string;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
}

/** A workflow as n8n exports and imports it. */
export interface WorkflowFile {
	/** Only where other workflows refer to it. */
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: Record<string, unknown>;
}

export interface StoredWorkflow extends WorkflowFile {
	id: string;
	versionId: string;
	active: boolean;
}

/** One run of a workflow; `data` is only there when a single execution was asked for. */
export interface Execution {
	id: string;
	workflowId: string;
	status: 'new' | 'running' | 'waiting' | 'success' | 'error' | 'canceled' | 'crashed' | 'unknown';
	finished: boolean;
	/** The execution that this one retries. */
	retryOf?: string;
	data: IRunExecutionData;
}

export type ExecutionSummary = Omit<Execution, 'data'>;

export interface NodeTypeDescription {
	name: string;
	displayName: string;
	description: string;
	version: number | number[];
	properties: INodeProperties[];
	credentials?: INodeCredentialDescription[];
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

const OWNER: Login = { email: 'owner@playground.example', password: 'Playground1' };
const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';
/** The HTTP status by which n8n says that a workflow is still being unpublished. */
const STILL_PUBLISHED = 409;
/** The HTTP status by which n8n says that it has no such function. */
const NOT_THERE = 404;
/** The HTTP status by which n8n 2.20 answers for an execution that has just begun and has no data yet. */
const NO_DATA_YET = 500;
const FINAL = ['success', 'error', 'canceled', 'crashed', 'waiting'];

type Packed = ExecutionSummary & { data: string };

const unpacked = (execution: Packed): Execution => ({
	...execution,
	data: parse(execution.data) as IRunExecutionData,
});

/** n8n's REST interface, as the editor in the browser uses it. */
export class RestClient {
	private readonly http: AxiosInstance;

	constructor(url: string) {
		this.http = axios.create({
			baseURL: `${url}/rest`,
			proxy: false,
			timeout: 60_000,
			// n8n closes idle connections, which a process that is busy notices only when it uses one.
			httpAgent: new Agent({ keepAlive: false }),
		});
	}

	/** Whether the n8n at this address is up, its editor included. */
	static async isReady(url: string): Promise<boolean> {
		try {
			const { data } = await axios.get<unknown>(`${url}/rest/settings`, {
				proxy: false,
				timeout: 5_000,
			});
			// While n8n starts, it answers every path with 200 and a page that says so.
			return typeof data === 'object' && data !== null && 'data' in data;
		} catch {
			return false;
		}
	}

	/** Signs in as the owner, after setting the owner up in an n8n that has none yet. */
	async signIn(): Promise<Login> {
		const settings = await this.get<{ userManagement: { showSetupOnFirstLoad?: boolean } }>('/settings');
		const response = settings.userManagement.showSetupOnFirstLoad
			? await this.send('post', '/owner/setup', { ...OWNER, firstName: 'Play', lastName: 'Ground' })
			: await this.send('post', '/login', {
					emailOrLdapLoginId: OWNER.email,
					password: OWNER.password,
				});
		const cookies = response.headers['set-cookie'] ?? [];
		this.http.defaults.headers.common.cookie = cookies.map((c) => c.split(';')[0]).join('; ');
		return { ...OWNER };
	}

	private async version(): Promise<string> {
		return (await this.get<{ versionCli: string }>('/settings')).versionCli;
	}

	async createCredential(type: string, name: string, data: Record<string, unknown>): Promise<Credential> {
		const { id } = await this.post<{ id: string }>('/credentials', { type, name, data });
		return { id, name, type };
	}

	/** Saves credentials, given by type. */
	async createCredentials(wanted: Record<string, CredentialData>): Promise<Record<string, Credential>> {
		const created: Record<string, Credential> = {};
		for (const [type, { name, data }] of Object.entries(wanted)) {
			created[type] = await this.createCredential(type, name, data);
		}
		return created;
	}

	/** The credentials that are saved. */
	async credentials(): Promise<Credential[]> {
		return await this.get('/credentials');
	}

	async updateCredential({ id, name, type }: Credential, data: Record<string, unknown>): Promise<void> {
		await this.send('patch', `/credentials/${id}`, { name, type, data });
	}

	/** Presses the credential's Test button. */
	async testCredential(credential: Credential, data: Record<string, unknown>): Promise<CredentialTestResult> {
		return await this.post('/credentials/test', { credentials: { ...credential, data } });
	}

	async deleteCredential(id: string): Promise<void> {
		await this.send('delete', `/credentials/${id}`);
	}

	async createWorkflow(workflow: WorkflowFile): Promise<StoredWorkflow> {
		// n8n 1.x finds credentials by name only in a project that is named.
		const { id: projectId } = await this.get<{ id: string }>('/projects/personal');
		// n8n 1.x does not store a workflow without `active`.
		return await this.post('/workflows', { ...workflow, active: false, projectId });
	}

	async getWorkflow(id: string): Promise<StoredWorkflow> {
		return await this.get(`/workflows/${id}`);
	}

	/** Saves a workflow under the id of the stored one. */
	async updateWorkflow({ id, versionId }: StoredWorkflow, workflow: WorkflowFile): Promise<StoredWorkflow> {
		const { data } = await this.send('patch', `/workflows/${id}`, { ...workflow, versionId });
		return (data as { data: StoredWorkflow }).data;
	}

	/** Publishes the workflow's present version, so that its triggers listen. */
	async activateWorkflow(workflow: StoredWorkflow): Promise<StoredWorkflow> {
		const { id, versionId, nodes } = workflow;
		// n8n 1.x starts error workflows that are not published, and publishes none.
		if (nodes.some(({ type }) => type === ERROR_TRIGGER) && (await this.version()).startsWith('1.')) {
			return workflow;
		}
		const { status, data } = await this.send('post', `/workflows/${id}/activate`, { versionId }, NOT_THERE);
		if (status !== NOT_THERE) return (data as { data: StoredWorkflow }).data;
		// n8n 1.x
		return await this.updateWorkflow(workflow, { ...workflow, active: true } as WorkflowFile);
	}

	async deactivateWorkflow(id: string): Promise<void> {
		await this.post(`/workflows/${id}/deactivate`, {});
	}

	/** n8n deletes only archived workflows, and takes a moment to stop listening for them. */
	async deleteWorkflow(id: string): Promise<void> {
		await this.post(`/workflows/${id}/archive`, {});
		const deadline = Date.now() + 60_000;
		while (!(await this.isDeleted(id))) {
			if (Date.now() > deadline) throw new Error(`The workflow ${id} was not unpublished after 60 s`);
			await sleep(100);
		}
	}

	private async isDeleted(id: string): Promise<boolean> {
		const { status } = await this.send('delete', `/workflows/${id}`, undefined, STILL_PUBLISHED);
		return status !== STILL_PUBLISHED;
	}

	/** Runs a workflow from its trigger, as *Execute workflow* does; answers with its run's id. */
	async runWorkflow(workflow: StoredWorkflow, trigger: string): Promise<string> {
		const { executionId } = await this.post<{ executionId: string }>(`/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: trigger },
		});
		return executionId;
	}

	async getExecution(id: string): Promise<Execution> {
		return unpacked(await this.get<Packed>(`/executions/${id}`));
	}

	/** Waits until the run has ended or waits for input. */
	async finishedExecution(id: string, timeoutMs = 60_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const { status, data } = await this.send('get', `/executions/${id}`, undefined, NO_DATA_YET);
			const execution = status === NO_DATA_YET ? undefined : unpacked((data as { data: Packed }).data);
			if (execution && FINAL.includes(execution.status)) return execution;
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} was still "${execution?.status}" after ${timeoutMs} ms`);
			}
			await sleep(100);
		}
	}

	/** The latest executions of a workflow; n8n 1.85 in queue mode does not begin with the newest. */
	async listExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.get<{ results: ExecutionSummary[] }>(
			`/executions?filter=${filter}&limit=100`,
		);
		return results;
	}

	/**
	 * Presses *Retry* in the list of executions and waits until the new execution has ended.
	 *
	 * @param id the execution that failed
	 * @param workflow the workflow as it was then, or as it is now
	 */
	async retryExecution(id: string, workflow: 'original' | 'current'): Promise<Execution> {
		const retry = await this.post<{ id?: string }>(`/executions/${id}/retry`, {
			loadWorkflow: workflow === 'current',
		});
		return await this.getExecution(retry.id ?? (await this.retryOf(id)));
	}

	/** n8n 1.85 does not answer a retry with the new execution. */
	private async retryOf(id: string): Promise<string> {
		const { workflowId } = await this.getExecution(id);
		const retries = (await this.listExecutions(workflowId)).filter(({ retryOf }) => retryOf === id);
		return String(Math.max(...retries.map((retry) => Number(retry.id))));
	}

	async stopExecution(id: string): Promise<void> {
		await this.post(`/executions/${id}/stop`, {});
	}

	async deleteExecutions(ids: string[]): Promise<void> {
		await this.post('/executions/delete', { ids });
	}

	/** Every node type that this n8n offers. */
	async nodeTypes(): Promise<NodeTypeDescription[]> {
		const { data } = await this.send('get', '/../types/nodes.json');
		return data as NodeTypeDescription[];
	}

	/** n8n's answer to a GET below `/rest`, word for word. */
	async getText(path: string): Promise<string> {
		const { data } = await this.http.get<string>(path, { responseType: 'text', transformResponse: [] });
		return data;
	}

	private async get<T>(path: string): Promise<T> {
		const { data } = await this.send('get', path);
		return (data as { data: T }).data;
	}

	private async post<T>(path: string, body: unknown): Promise<T> {
		const { data } = await this.send('post', path, body);
		return (data as { data: T }).data;
	}

	private async send(
		method: 'get' | 'post' | 'patch' | 'delete',
		path: string,
		body?: unknown,
		alsoGood?: number,
	) {
		try {
			return await this.http.request<unknown>({
				method,
				url: path,
				data: body,
				validateStatus: (status) => (status >= 200 && status < 300) || status === alsoGood,
			});
		} catch (error) {
			if (!isAxiosError(error) || !error.response) throw error;
			const { status, data } = error.response;
			// axios' own error carries the session cookie and no word of n8n's answer.
			throw new Error(`n8n answered ${method.toUpperCase()} ${path} with ${status}: ${JSON.stringify(data)}`);
		}
	}
}
