import fastify from 'fastify';
import type { INode, INodeParameters, NodeConnectionType } from 'n8n-workflow';

import type { RunningN8n } from '../../tools/n8n';
import type { Credential } from '../../tools/n8n/restClient';

/** A request to a model, in the format of OpenAI's chat completions. */
interface ChatRequest {
	tools: Array<{ function: { name: string; description: string } }>;
}

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/**
 * Runs an AI Agent in n8n with tools whose parameters are the defaults.
 *
 * @param types the types of the tools
 * @returns the description that a model got of each tool, by type
 */
export async function whatModelsRead(
	types: readonly string[],
	{ rest }: RunningN8n,
): Promise<Map<string, string>> {
	const read = new Map<string, string>();
	const model = fastify({ forceCloseConnections: true });
	// The agent ends here: it does not repeat a request that was refused.
	model.post<{ Body: ChatRequest }>('/chat/completions', ({ body }, reply) => {
		for (const { name, description } of body.tools.map((tool) => tool.function)) {
			read.set(types[Number(name)], description);
		}
		return reply.code(400).send();
	});
	const url = await model.listen({ host: '127.0.0.1', port: 0 });
	try {
		const credential = await rest.createCredential('openAiApi', 'OpenAI account', { apiKey: 'any', url });
		const workflow = await rest.createWorkflow(agentWith(types, credential));
		await rest.finishedExecution(await rest.runWorkflow(workflow, 'Start'));
		return read;
	} finally {
		await model.close();
	}
}

/** A workflow with an agent. A tool is called by its node's name, which is its position in `types`. */
function agentWith(types: readonly string[], openAiApi: Credential) {
	const nodeOf = (name: string, type: string, typeVersion = 1, parameters: INodeParameters = {}): INode => ({
		...{ id: name, name, type, typeVersion, parameters },
		position: [0, 0],
	});
	const toAgent = (type: NodeConnectionType) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
	const model = nodeOf('Model', `${LANGCHAIN}.lmChatOpenAi`);
	const tools = types.map((type, index) => nodeOf(String(index), type));
	return {
		name: 'What models read',
		nodes: [
			nodeOf('Start', 'n8n-nodes-base.manualTrigger'),
			nodeOf('Agent', `${LANGCHAIN}.agent`, 1.7, { promptType: 'define', text: 'Hello' }),
			{ ...model, credentials: { openAiApi } },
			...tools,
		],
		connections: {
			Start: toAgent('main'),
			Model: toAgent('ai_languageModel'),
			...Object.fromEntries(tools.map(({ name }) => [name, toAgent('ai_tool')])),
		},
	};
}
