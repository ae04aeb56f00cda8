import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const DESCRIBES_A_FORM = ['type', 'values', 'inputs'];
const WORDS_OF_THE_NODE_PANEL = ['searchWords', 'categories', 'tool', 'hints'];
const TEXTS_OF_THE_FORM = ['displayName', 'description', 'placeholder'];
const REASON = "What the editor shows: n8n's linter and test/package look after it.";

function keysOf({ properties }) {
	return properties.map(({ key }) => key?.name ?? key?.value);
}

/**
 * Passes over what the editor shows: the literals of node descriptions and of their fields, and the words
 * by which the node panel finds a node. n8n's own linter and `test/package/` check them.
 */
const formDescriptions = {
	shouldIgnore(path) {
		if (path.isObjectProperty()) {
			const { key, value } = path.node;
			const isText = value.type === 'StringLiteral' && TEXTS_OF_THE_FORM.includes(key.name);
			return isText || WORDS_OF_THE_NODE_PANEL.includes(key.name) ? REASON : undefined;
		}
		if (!path.isObjectExpression()) return undefined;
		const keys = keysOf(path.node);
		const isForm = keys.includes('displayName') && DESCRIBES_A_FORM.some((key) => keys.includes(key));
		return isForm ? REASON : undefined;
	},
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'form-descriptions', formDescriptions)];
