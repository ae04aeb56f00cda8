import { secretsOfCredential } from '../../../nodes/engine/privacy/redact';
import { allCredentials, packagedNodes } from '../../../tools/package';

it('takes every password field of a credential that a node accepts for secret', () => {
	const fields = packagedNodes().flatMap(({ node, operation }) =>
		(node.description.credentials ?? []).flatMap(({ name: type }) =>
			(allCredentials().find(({ name }) => name === type)?.properties ?? [])
				.filter(({ typeOptions }) => typeOptions?.password === true)
				.map(({ name }) => ({ provider: operation.provider, type, name })),
		),
	);
	expect(new Set(fields.map(({ type, name }) => `${type}.${name}`)).size).toBe(10);
	const shown = fields.filter(({ provider, name }) => {
		const secrets = secretsOfCredential({ ...provider, secretsMadeOf: undefined }, { [name]: 'marked' });
		return !secrets.includes('marked');
	});
	expect(shown).toEqual([]);
});
