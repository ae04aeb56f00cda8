import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const DESCRIBES_A_FORM = ['type', 'values', 'inputs'];

function keysOf({ properties }) {
	return properties.map(({ key }) => key?.name ?? key?.value);
}

/**
 * Passes over what a person sees in the editor: the literals of node descriptions and of their fields.
 * n8n's own linter and `test/package/` look after them.
 */
const formDescriptions = {
	shouldIgnore(path) {
		if (!path.isObjectExpression()) return undefined;
		const keys = keysOf(path.node);
		const isForm = keys.includes('displayName') && DESCRIBES_A_FORM.some((key) => keys.includes(key));
		return isForm ? "The description of a form: n8n's linter and test/package look after it." : undefined;
	},
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'form-descriptions', formDescriptions)];
