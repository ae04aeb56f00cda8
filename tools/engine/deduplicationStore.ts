import { DataDeduplicationService } from 'n8n-core';
import type { IDataDeduplicator } from 'n8n-workflow';

type Entry = string | number;
type ContextData = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[2];

/** The entries of each node, which outlive the executions, as in n8n's database. */
const lists = new Map<string, Entry[]>();

let failures = 0;

/** Has so many of the next calls fail, as when n8n cannot reach its database. */
export function failCalls(times: number): void {
	failures = times;
}

const listOf = ({ node, workflow }: ContextData) => {
	const name = `${workflow.id} ${node?.id}`;
	const list = lists.get(name) ?? [];
	lists.set(name, list);
	return list;
};

/**
 * What n8n does in the mode `entries` for the scope `node` (`dist/deduplication/deduplication-helper.js` of n8n
 * 2.41.1), in memory. Like there, a call does not compare its items with one another, and there is no check
 * that does not record.
 */
const store: IDataDeduplicator = {
	async checkProcessedAndRecord(items, _scope, contextData, { maxEntries }) {
		if (failures > 0) {
			failures -= 1;
			throw new Error('no connection');
		}
		const list = listOf(contextData);
		const before = new Set(list);
		const added = items.filter((item) => !before.has(item));
		list.push(...added);
		if (maxEntries !== undefined) list.splice(0, list.length - maxEntries);
		return { new: added, processed: items.filter((item) => before.has(item)) };
	},
	async removeProcessed(items, _scope, contextData) {
		const list = listOf(contextData);
		for (const item of items) {
			const index = list.indexOf(item);
			if (index >= 0) list.splice(index, 1);
		}
	},
	async clearAllProcessedItems(_scope, contextData) {
		listOf(contextData).length = 0;
	},
	async getProcessedDataCount(_scope, contextData) {
		return listOf(contextData).length;
	},
};

/** Gives n8n-core the store, as n8n does when it starts. */
void DataDeduplicationService.init(store);

/** Everything that the store holds, as text. */
export const storedEntries = (): string => [...lists.values()].flat().join('\n');
