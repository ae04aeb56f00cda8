import type { IDataObject, INode } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import type { Execution, WorkflowFile } from '../../tools/n8n/restClient';
import { step, webhook, workflowFile, type Link } from '../../tools/n8n/workflows';
import type { RealN8n } from './realN8n';
import { JOURNEYS, type Journey } from './scenarios';
import { inBatchesOf } from './sendCodes';

/** The index of the output of a node that sends through which sent items leave. */
export const SENT = 2;

/** How the tests send, where the provider does not matter. */
export const BY_EMAIL = JOURNEYS.hyperVergeVerifyEmailOtp;

/** The items that a workflow starts with, one for each recipient. */
export const items = (people: string[]): IDataObject[] => people.map((to) => ({ to }));

/** A node that sends a code to each of its items, ten at a time, with the credential for the simulator. */
export function sendNode(
	{ credentials }: RealN8n,
	name: string,
	{ parameters, ...settings }: Partial<INode> = {},
	{ send, credential }: Journey = BY_EMAIL,
): INode {
	const { id, name: label } = credentials[credential];
	return step(
		name,
		send.type,
		{
			...send.parameters,
			...parameters,
			options: { ...inBatchesOf(10), ...(parameters?.options as object) },
		},
		{ ...settings, credentials: { [credential]: { id, name: label } } },
	);
}

/**
 * A workflow that a webhook starts.
 *
 * @param path of the webhook, and the name of the workflow
 * @param nodes what follows after the items that the webhook got
 * @param links how these are connected
 */
export function afterWebhook(path: string, nodes: INode[], links: Link[] = []): WorkflowFile {
	const [{ name: first }] = nodes;
	const all: Link[] = [['Webhook', 0, 'Items'], ['Items', 0, first], ...links];
	return workflowFile(path, [...webhook(path), ...nodes], all);
}

/** What happens to calls that send by email, unless something else is given. */
export function strike({ simulator }: RealN8n, fault: Partial<Fault> & Pick<Fault, 'kind'>): void {
	simulator.inject({ provider: BY_EMAIL.provider, path: BY_EMAIL.sendPath, ...fault });
}

/** How many messages each recipient got, in order. */
export function messagesTo({ simulator }: RealN8n, people: string[]): number[] {
	const counts = new Map<string, number>();
	for (const { to } of simulator.inbox()) counts.set(to, (counts.get(to) ?? 0) + 1);
	return people.map((to) => counts.get(to) ?? 0);
}

/** Retries an execution from the list, with its own workflow or with the one of today. */
export const retry = async (
	{ n8n }: RealN8n,
	{ id }: Pick<Execution, 'id'>,
	workflow: 'original' | 'current' = 'original',
): Promise<Execution> => await n8n.rest.retryExecution(id, workflow);
