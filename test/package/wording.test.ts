import { BRANCHES } from '../../nodes/engine/operation/outcomes';
import { allCredentials, allNodes } from '../../tools/package';
import {
	type Described,
	everyDescription,
	everyLabel,
	everyOption,
	everyOtherText,
	everyParameter,
	type Text,
} from '../support/describedTexts';

// n8n's lint holds case, full stops, spaces, backticks, duplicates, 'Whether' and long lists; this holds the rest. Faults: test/engine/operation/faults.test.ts.

const DESCRIPTIONS = everyDescription();
const PARAMETERS = everyParameter();
const CODE_OPTIONS = everyOption().filter(({ of }) => of.name === 'codes');
const CODE_NAMES = new Set(CODE_OPTIONS.map(({ option }) => option.name));
const LABELS = everyLabel().filter(([, text]) => !CODE_NAMES.has(text));
const NODE_NAMES = allNodes().map(
	({ description: { name, displayName, defaults } }): Text => [name, `${displayName} ${defaults.name}`],
);
const TEST_MESSAGES = allCredentials().flatMap(({ name, test }) =>
	(test?.rules ?? []).map((rule): Text => [name, rule.properties.message]),
);
const TEXTS = [...everyLabel(), ...DESCRIPTIONS, ...everyOtherText(), ...TEST_MESSAGES];

const isCollection = ({ property }: Described) => /^(collection|fixedCollection)$/.test(property.type);
const isField = (parameter: Described) => !isCollection(parameter);
const placeholdersOf = (kind: (parameter: Described) => boolean) =>
	PARAMETERS.filter(kind).flatMap(({ place, property }): Text[] =>
		property.placeholder === undefined ? [] : [[place, property.placeholder]],
	);

const BRANCH_LABELS = Object.values(BRANCHES).flatMap((branches) => branches.map(({ label }) => label));
const ABBREVIATION_IN_LOWER_CASE = /\b(Otp|Id|Api|Url|Ip|Sms|Ids|Urls|Pid|Ovd|Md5)\b/;
const MISSPELLED_NAME = /\b(Iserveu|IServeU|ISERVEU|Hyperverge|HyperVerg|hyperVerge|Whatsapp|Wechat)\b/;
const QUOTED_LABEL = new RegExp(
	PARAMETERS.map(({ property }) => property.displayName)
		.filter((label) => label.includes(' '))
		.map((label) => `"${label.replace(/\W/g, '\\$&')}"`)
		.join('|'),
);

it.each<[rule: string, texts: Text[], form: RegExp]>([
	[
		"behind the code, the label of a code names its output and the provider's words",
		CODE_OPTIONS.map(({ place, option }): Text => [place, option.name.replace(String(option.value), '')]),
		new RegExp(`^ \\((${BRANCH_LABELS.join('|')})\\): \\S.*$`),
	],
	['the placeholder of a collection begins with "Add"', placeholdersOf(isCollection), /^Add \S/],
	['the placeholder of a field begins with "e.g."', placeholdersOf(isField), /^e\.g\. \S/],
	['a text has only printable ASCII characters', TEXTS, /^[\x20-\x7e]+$/],
	['a failed credential test says what to check', TEST_MESSAGES, /^\S.*\. (Check|Ask|Compare) .*\.$/],
])('%s', (_rule, texts, form) => {
	expect(texts).not.toEqual([]);
	expect(texts.filter(([, text]) => !form.test(text))).toEqual([]);
});

it.each<[rule: string, texts: Text[], forbidden: RegExp]>([
	['a label writes abbreviations in capitals', LABELS, ABBREVIATION_IN_LOWER_CASE],
	['a node is not called a node', NODE_NAMES, /\bnode\b/i],
	['a description is not in Title Case', DESCRIPTIONS, /^[A-Z]\w*( [A-Z]\w*){3,}$/],
	['a description quotes labels with single quotes', DESCRIPTIONS, QUOTED_LABEL],
	["a text writes the providers' names their own way", TEXTS, MISSPELLED_NAME],
])('%s', (_rule, texts, forbidden) => {
	expect(texts).not.toEqual([]);
	expect(texts.filter(([, text]) => forbidden.test(text))).toEqual([]);
});

/** Codes that name a till, a bank, a coupon or a country and prove nothing. */
const PUBLIC_CODES = [
	...['Attribution Code', 'Bank Code', 'Beneficiary IFSC Code', 'Coupon Code'],
	'Default Country Code',
];
const SECRET_LABEL = /\b(OTP|OVD Data|PID|Aadhaar|Code|Token|Password|Key|Secret)$/;
const PERSONAL = /code as text|Aadhaar number|biometric block/i;
const SECRETS = PARAMETERS.filter(
	({ property: { type, displayName } }) =>
		['string', 'hidden'].includes(type) &&
		SECRET_LABEL.test(displayName) &&
		!PUBLIC_CODES.includes(displayName),
);
const FILLERS = /^(a|an|of|the|to|whether|your|this)$/;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const namesIn = ({ options = [] }: Described['property']) =>
	options.map((entry) => ('displayName' in entry ? entry.displayName : entry.name));

it.each<[rule: string, parameters: Described[], right: (property: Described['property']) => boolean]>([
	[
		'every parameter that a user fills in has a description',
		PARAMETERS.filter(
			(parameter) => !isCollection(parameter) && !/notice|hidden/.test(parameter.property.type),
		),
		({ description }) => Boolean(description),
	],
	[
		'a description says more than the label',
		PARAMETERS.filter(({ property }) => property.description !== undefined),
		({ description, displayName }) => {
			const known = wordsOf(displayName);
			return wordsOf(description ?? '').some((word) => !known.includes(word) && !FILLERS.test(word));
		},
	],
	[
		'a list of options or of optional fields is sorted by its labels',
		PARAMETERS.filter(({ property }) => /^(options|multiOptions|collection)$/.test(property.type)),
		(property) => {
			const names = namesIn(property);
			return names.join('|') === [...names].sort((a, b) => a.localeCompare(b)).join('|');
		},
	],
	[
		'a secret is masked and not filled in beforehand',
		SECRETS,
		({ typeOptions, default: value }) => typeOptions?.password === true && value === '',
	],
	[
		'a field is masked whose description speaks of a received code, an Aadhaar number or biometrics',
		PARAMETERS.filter(({ property }) => PERSONAL.test(property.description ?? '')),
		({ typeOptions }) => typeOptions?.password === true,
	],
])('%s', (_rule, parameters, right) => {
	expect(parameters).not.toEqual([]);
	expect(parameters.filter(({ property }) => !right(property)).map(({ place }) => place)).toEqual([]);
});
