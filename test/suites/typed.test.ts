import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../contracts/contract';
import { withValue } from '../contracts/paths';
import { ADDRESSES, INDIAN_NUMBERS } from '../contracts/spellings';
import { allAnswers, successOf, TYPED } from '../support/contracts';
import { itemOf } from '../support/pure';

/** The digits 0 of scripts that people type in: ASCII, Devanagari, Arabic-Indic, full width, Bengali, Tamil. */
const ZEROS = [0x30, 0x0966, 0x0660, 0xff10, 0x09e6, 0x0be6];
const INVISIBLE = ['', '', '', '\u200b', '\u200e', '\ufeff', '\u2060', '\u00ad'];
const GAPS = ['', '', '', ' ', '-', '\u00a0', '\u2011', '–', '  '];

/** Ways to write digits: in a script, with gaps and invisible characters between them, and with words around them. */
const writing = (pattern: RegExp, before: string[], after: string[], gaps = GAPS) => {
	const between = fc.tuple(fc.constantFrom(...gaps), fc.constantFrom(...INVISIBLE));
	return fc.stringMatching(pattern).chain((value) =>
		fc
			.tuple(
				fc.constantFrom(...before),
				fc.constantFrom(...ZEROS),
				fc.tuple(...[...value].map(() => between)),
				fc.constantFrom(...after),
			)
			.map(([start, zero, spaces, end]) => {
				const spread = [...value].flatMap((digit, index) => {
					const [gap, invisible] = spaces[index];
					return [index === 0 ? '' : gap, invisible, String.fromCodePoint(zero + Number(digit))];
				});
				return { value, written: start + spread.join('') + end };
			}),
	);
};

const PREFIXES = ['+91', '0091', '91', '0', '', '(+91) ', '+91 (0) '];
const NUMBER = writing(
	/^[6-9][0-9]{9}$/,
	PREFIXES.map((prefix) => ` ${prefix}`),
	['\t'],
	[...GAPS, '.'],
);
const CODE = writing(/^[0-9]{6}$/, ['', 'OTP: ', 'Your code is ', 'otp=', 'Code: '], ['\n', '.\n']);

const ADDRESS = fc
	.tuple(
		fc.emailAddress({ size: 'small' }).filter((address) => /^[\w.+-]+@/.test(address)),
		fc.constantFrom<[string, string]>(
			['', ''],
			['<', '>'],
			['mailto:', ''],
			['<mailto:', '>'],
			[' \u200b', '\u202c '],
		),
	)
	.map(([address, [before, after]]) => ({ value: address, written: before + address + after }));

const writtenFor = ({ typed, secret }: Field) => {
	if (typed?.reason === 'malformedCode' && secret !== undefined) return CODE;
	if (typed?.spellings === ADDRESSES) return ADDRESS;
	return NUMBER;
};

it.each(TYPED.filter(([, , , , { typed }]) => typed?.reason !== 'invalidRequest'))(
	'%s makes the same request for the same recipient, however %s is written',
	async (node, _label, contract, path, field) => {
		const credential: IDataObject = { ...field.credential, defaultCountryCode: '91' };
		const read = async (value: string) => {
			const parameters = withValue({ ...contract.samples.minimal.parameters, ...field.with }, path, value);
			const item = itemOf(node, parameters, credential);
			const { requests } = await item.answered(allAnswers(contract, successOf(contract)));
			const { recipients, secrets, identity } = item;
			return { arrived: field.arrived(requests), recipients, secrets, identity };
		};
		await fc.assert(
			fc.asyncProperty(writtenFor(field), async ({ value, written }) => {
				const [found, plain] = [await read(written), await read(value)];
				expect(found).toEqual(plain);
				expect(String(found.arrived).endsWith(value)).toBe(true);
				if (field.typed?.spellings === INDIAN_NUMBERS) expect(found.arrived).toBe(value);
			}),
			{ numRuns: 100 },
		);
	},
);
