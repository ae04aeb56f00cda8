import { renderTables } from '../../tools/docs/pages';
import { read } from '../support/sources';

it.each([...renderTables()])(
	'docs/%s shows what the code has: `npm run docs` would change nothing',
	(path, text) => {
		expect(read(`docs/${path}`)).toBe(text);
	},
);
