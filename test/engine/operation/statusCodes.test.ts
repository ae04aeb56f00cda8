import { codeOptions } from '../../../nodes/engine/operation/statusCodes';
import { codes } from '../support/example';

it('offers the codes that leave through a branch, in the order of the alphabet', () => {
	expect(codeOptions('fetch', codes)).toEqual([
		{ name: 'AGAIN (Found): Done again', value: 'AGAIN' },
		{ name: 'NONE (Not Found): No code', value: 'NONE' },
		{ name: 'OK (Found): Done', value: 'OK' },
	]);
});
