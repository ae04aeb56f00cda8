import { describeFault, EFFECT_UNKNOWN, FAULTS, type FaultKind } from '../../nodes/engine/operation/faults';
import { BRANCHES, type OperationKind } from '../../nodes/engine/operation/outcomes';
import { allCredentials, allNodes } from '../../tools/package';
import {
	everyDescription,
	everyLabel,
	everyOption,
	everyOtherText,
	everyParameter,
	toolDescription,
	type Text,
} from '../support/describedTexts';

/** Texts that break a rule, each with its place, so that a failing test says where to look. */
function breaking(texts: readonly Text[], isBroken: (text: string) => boolean): string[] {
	return texts.filter(([, text]) => isBroken(text)).map(([place, text]) => `${place}: ${text}`);
}

/** Names that are written their own way, wherever they stand. */
const PROPER_SPELLINGS = ['iServeU', 'sendOtpEmail', 'sentOtpEmail', 'sendOtpMobile', 'sentOtpMobile'];

/** Words that stay small in a title, unless they begin it. */
const SMALL_WORDS = [
	'a',
	'an',
	'and',
	'as',
	'at',
	'by',
	'for',
	'from',
	'in',
	'of',
	'on',
	'or',
	'per',
	'the',
	'to',
	'via',
	'with',
];

function isTitleCase(title: string): boolean {
	return title.split(/[\s/]+/).every((part, index) => {
		const word = part.replace(/^[("']+|[)"',.:]+$/g, '');
		if (word === '' || PROPER_SPELLINGS.includes(word)) return true;
		return /^[A-Z0-9]/.test(word) || (index > 0 && SMALL_WORDS.includes(word));
	});
}

/** The sentences of a text; one that ends within it is followed by a space and a capital. */
function sentences(text: string): string[] {
	const whole = text.replace(/\be\.g\./g, 'eg');
	return whole.split(/(?<=[.!?]['"]?)\s+(?=['"]?[A-Z0-9]|n8n|iServeU)/);
}

const LABELS = everyLabel();
const DESCRIPTIONS = everyDescription();
const PARAMETERS = everyParameter();
const OPTIONS = everyOption();
const CODE_OPTIONS = OPTIONS.filter(({ of }) => of.name === 'codes');
const BRANCH_LABELS = Object.values(BRANCHES).flatMap((branches) => branches.map(({ label }) => label));

describe('the walk over the descriptions', () => {
	it('sees the nodes, the nested parameters, the options and the credentials', () => {
		const places = [...PARAMETERS, ...OPTIONS].map(({ place }) => place);
		expect(places).toEqual(
			expect.arrayContaining([
				'capillaryGenerateOtp > channels > channel > value',
				'capillaryGenerateOtp > channels > channel > type > WHATSAPP',
				'hyperVergeSendEmailOtp > options > batching > batch > batchSize',
				'wibmoVerifyEmailOtp > statusCodeRules > rules > codes > 1017',
				'wibmoSendEmailOtp > providerQuirks > path > sentOtpEmail',
				'capillaryClientApi > cluster > custom',
				'wibmoApi > apiKey',
			]),
		);
	});
});

describe('labels', () => {
	const codeNames = new Set(CODE_OPTIONS.map(({ option }) => option.name));

	it('are in Title Case', () => {
		const titles = LABELS.filter(([, text]) => !codeNames.has(text));
		expect(breaking(titles, (text) => !isTitleCase(text))).toEqual([]);
	});

	it("name a provider's code, the output it leaves through, and the provider's own words", () => {
		expect(CODE_OPTIONS.length).toBeGreaterThan(50);
		const names = CODE_OPTIONS.map(({ place, option }): Text => [place, option.name]);
		const form = new RegExp(`^\\S+ \\((${BRANCH_LABELS.join('|')})\\): \\S.*$`);
		expect(breaking(names, (text) => !form.test(text))).toEqual([]);
		const others = CODE_OPTIONS.filter(({ option }) => !option.name.startsWith(`${String(option.value)} (`));
		expect(others).toEqual([]);
	});

	it('do not say that a node is a node', () => {
		const names = allNodes().map(
			({ description }): Text => [
				description.name,
				`${description.displayName} ${description.defaults.name}`,
			],
		);
		expect(breaking(names, (text) => /\bnode\b/i.test(text))).toEqual([]);
	});

	it('have no spaces around them and no full stop', () => {
		expect(
			breaking(LABELS, (text) => text !== text.trim() || (text.endsWith('.') && !codeNames.has(text))),
		).toEqual([]);
	});

	it('are different within a list', () => {
		const twice = PARAMETERS.flatMap(({ place, property }) => {
			const labels = (property.options ?? []).map((entry) =>
				'displayName' in entry ? entry.displayName : entry.name,
			);
			return labels
				.filter((label, index) => labels.indexOf(label) !== index)
				.map((label) => `${place}: ${label}`);
		});
		expect(twice).toEqual([]);
	});

	it('write OTP, ID, API, URL, IP and SMS in capitals', () => {
		const miswritten = /\b(Otp|Id|Api|Url|Ip|Sms|Ids|Urls|Pid|Ovd|Md5)\b/;
		expect(
			breaking(
				LABELS.filter(([, text]) => !codeNames.has(text)),
				(text) => miswritten.test(text),
			),
		).toEqual([]);
	});
});

describe('descriptions', () => {
	it('begin with a capital', () => {
		expect(
			breaking(DESCRIPTIONS, (text) => !/^[A-Z0-9]/.test(text) && !/^(iServeU|n8n)\b/.test(text)),
		).toEqual([]);
	});

	it('are in sentence case', () => {
		const isTitled = (text: string) => {
			const words = text.split(/\s+/).filter((word) => /^[A-Za-z]/.test(word) && !SMALL_WORDS.includes(word));
			return words.length >= 4 && words.every((word) => /^[A-Z]/.test(word));
		};
		expect(breaking(DESCRIPTIONS, isTitled)).toEqual([]);
	});

	it('have no final full stop when they are one sentence', () => {
		expect(breaking(DESCRIPTIONS, (text) => sentences(text).length === 1 && text.endsWith('.'))).toEqual([]);
	});

	it('have a final full stop when they are several sentences', () => {
		expect(breaking(DESCRIPTIONS, (text) => sentences(text).length > 1 && !text.endsWith('.'))).toEqual([]);
	});

	it('have no spaces where none belong', () => {
		expect(breaking(DESCRIPTIONS, (text) => text !== text.trim() || /\s{2}|\s[.,;:]/.test(text))).toEqual([]);
	});

	it('say more than the label', () => {
		const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
		const FILLERS = ['a', 'an', 'of', 'the', 'to', 'whether', 'your', 'this'];
		const correlations = PARAMETERS.filter(({ property }) => {
			const label = words(property.displayName);
			const rest = words(property.description ?? '').filter(
				(word) => !label.includes(word) && !FILLERS.includes(word),
			);
			return property.description !== undefined && rest.length === 0;
		});
		expect(correlations.map(({ place, property }) => `${place}: ${property.description}`)).toEqual([]);
	});

	it('are there for every parameter that a person fills in', () => {
		const silent = ['notice', 'hidden', 'collection', 'fixedCollection'];
		const missing = PARAMETERS.filter(
			({ property }) => !silent.includes(property.type) && !property.description,
		);
		expect(missing.map(({ place }) => place)).toEqual([]);
	});

	it('begin with "Whether" for a switch', () => {
		const switches = PARAMETERS.filter(({ property }) => property.type === 'boolean');
		expect(switches.length).toBeGreaterThan(5);
		const texts = switches.map(({ place, property }): Text => [place, property.description ?? '']);
		expect(breaking(texts, (text) => !text.startsWith('Whether '))).toEqual([]);
	});

	it('name other parameters in single quotes, not in double quotes or backticks', () => {
		const labels = PARAMETERS.map(({ property }) => property.displayName).filter((label) =>
			label.includes(' '),
		);
		const misquoted = (text: string) =>
			labels.some((label) => text.includes(`"${label}"`)) || text.includes('`');
		expect(breaking(DESCRIPTIONS, misquoted)).toEqual([]);
	});
});

describe('placeholders', () => {
	it('begin with "e.g." or "Add"', () => {
		const texts = PARAMETERS.flatMap(({ place, property }): Text[] =>
			property.placeholder === undefined ? [] : [[place, property.placeholder]],
		);
		expect(texts.length).toBeGreaterThan(20);
		expect(breaking(texts, (text) => !/^(e\.g\. \S|Add \S)/.test(text))).toEqual([]);
	});

	it('begin with "Add" for a collection and with "e.g." for a field', () => {
		const texts = PARAMETERS.filter(({ property }) => property.placeholder !== undefined);
		const wrong = texts.filter(({ property }) => {
			const isCollection = property.type === 'collection' || property.type === 'fixedCollection';
			return isCollection !== property.placeholder?.startsWith('Add ');
		});
		expect(wrong.map(({ place }) => place)).toEqual([]);
	});
});

describe('lists', () => {
	function sorted(names: string[]): string[] {
		return [...names].sort((a, b) => a.localeCompare(b));
	}

	it('of options are sorted by name', () => {
		const lists = PARAMETERS.filter(
			({ property }) => property.type === 'options' || property.type === 'multiOptions',
		);
		const unsorted = lists.filter(({ property }) => {
			const names = (property.options ?? []).map(({ name }) => name);
			return names.length >= 2 && names.join('|') !== sorted(names).join('|');
		});
		expect(unsorted.map(({ place }) => place)).toEqual([]);
	});

	it('of optional fields are sorted by label', () => {
		const collections = PARAMETERS.filter(({ property }) => property.type === 'collection');
		expect(collections.length).toBeGreaterThan(10);
		const unsorted = collections.filter(({ property }) => {
			const labels = (property.options ?? []).map((entry) =>
				'displayName' in entry ? entry.displayName : '',
			);
			return labels.join('|') !== sorted(labels).join('|');
		});
		expect(unsorted.map(({ place }) => place)).toEqual([]);
	});
});

describe('secrets', () => {
	/** Codes that name a till, a bank or a coupon: nobody proves with them who they are. */
	const PUBLIC_CODES = ['Attribution Code', 'Bank Code', 'Beneficiary IFSC Code', 'Coupon Code'];
	const SECRET = /\b(OTP|OVD Data|PID|Aadhaar|Code|Token|Password|Key|Secret)$/;
	const fields = PARAMETERS.filter(
		({ property }) =>
			['string', 'hidden'].includes(property.type) &&
			SECRET.test(property.displayName) &&
			!PUBLIC_CODES.includes(property.displayName),
	);

	it('are found in nodes and in credentials', () => {
		expect([...new Set(fields.map(({ property }) => property.displayName))].sort()).toEqual(
			expect.arrayContaining([
				'API Key',
				'Access Token',
				'App Key',
				'Client Secret',
				'Code',
				'OTP',
				'OVD Data',
				'PID',
				'Secure Code',
				'Till Password',
				'Token',
			]),
		);
	});

	it('are masked', () => {
		const open = fields.filter(({ property }) => property.typeOptions?.password !== true);
		expect(open.map(({ place }) => place)).toEqual([]);
	});

	it('are never filled in beforehand', () => {
		const filled = fields.filter(({ property }) => property.default !== '');
		expect(filled.map(({ place }) => place)).toEqual([]);
	});

	it('are masked wherever a description speaks of a code from a person, Aadhaar or biometrics', () => {
		const PERSONAL = /code that the user received|Aadhaar number|biometric block/i;
		const spoken = PARAMETERS.filter(({ property }) => PERSONAL.test(property.description ?? ''));
		expect(spoken.length).toBeGreaterThan(5);
		const open = spoken.filter(({ property }) => property.typeOptions?.password !== true);
		expect(open.map(({ place }) => place)).toEqual([]);
	});
});

/** What an AI agent reads about the nodes with such a name that it may use. */
function toolTexts(names: RegExp): Text[] {
	return allNodes()
		.filter(({ description }) => names.test(description.name))
		.flatMap(({ description }): Text[] => {
			const text = toolDescription(description);
			return text === undefined ? [] : [[description.name, text]];
		});
}

describe('nodes that send', () => {
	it('tell an AI agent that a message really goes out and should not be repeated blindly', () => {
		const texts = toolTexts(/(send|generate|retry|resend)/i);
		expect(texts.length).toBeGreaterThanOrEqual(4);
		expect(
			breaking(texts, (text) => !/\breal\b/.test(text) || !/do not repeat it blindly/i.test(text)),
		).toEqual([]);
	});
});

describe('nodes for an AI agent', () => {
	it('do not include the ones that reveal a code, register a customer or redeem', () => {
		const tools = toolTexts(/./).map(([name]) => name);
		expect(tools.length).toBeGreaterThan(0);
		expect(tools.filter((name) => /getOtp|processCustomer|redeem(Points|Coupon)/i.test(name))).toEqual([]);
	});

	it('say of every check of a code that it counts', () => {
		const texts = toolTexts(/verify|validate/i);
		expect(texts.length).toBeGreaterThanOrEqual(3);
		expect(breaking(texts, (text) => !/\battempt\b/.test(text))).toEqual([]);
	});
});

describe('every text', () => {
	const tests = allCredentials().flatMap(({ name, test }) =>
		(test?.rules ?? []).map((rule): Text => [name, rule.properties.message]),
	);
	const texts: Text[] = [...LABELS, ...DESCRIPTIONS, ...everyOtherText(), ...tests];

	it('is in English letters, digits and signs, without emoji', () => {
		expect(texts.length).toBeGreaterThan(500);
		expect(breaking(texts, (text) => !/^[\x20-\x7e]+$/.test(text))).toEqual([]);
	});

	it("writes the providers' names their own way", () => {
		const miswritten = /\b(Iserveu|IServeU|ISERVEU|Hyperverge|HyperVerg|hyperVerge|Whatsapp|Wechat)\b/;
		expect(breaking([...LABELS, ...DESCRIPTIONS, ...tests], (text) => miswritten.test(text))).toEqual([]);
	});

	it('of a credential test is sentences that say what to check', () => {
		expect(tests.length).toBeGreaterThanOrEqual(allCredentials().length * 3);
		expect(
			breaking(
				tests,
				(text) => !/^[A-Za-z].*[a-z]\. (Check|Ask|Compare) .*\.$|^.*\. (Check|Ask|Compare) .*\.$/.test(text),
			),
		).toEqual([]);
	});
});

describe('faults', () => {
	const kinds = Object.keys(FAULTS) as FaultKind[];
	const operations = Object.keys(BRANCHES) as OperationKind[];
	const UNFRIENDLY = /\b(errors?|problems?|fail(s|ed|ure|ures)?|mistakes?)\b/i;

	const reports = kinds.flatMap((fault) =>
		operations.flatMap((kind) =>
			[true, false].map((effectLeft) => ({
				fault,
				kind,
				...describeFault({ fault, effectLeft }, kind, 'Acme'),
			})),
		),
	);

	it('are told without blaming words', () => {
		const texts: Text[] = [
			...reports.flatMap(({ fault, message, description }): Text[] => [
				[fault, message],
				[fault, description],
			]),
			...Object.entries(EFFECT_UNKNOWN),
		];
		expect(breaking(texts, (text) => UNFRIENDLY.test(text))).toEqual([]);
	});

	it('name the provider in what happened, and leave no gap to fill in', () => {
		const texts = reports.map(({ fault, message }): Text => [fault, message]);
		expect(breaking(texts, (text) => !text.includes('Acme'))).toEqual([]);
		const all = reports.map(({ fault, message, description }): Text => [fault, `${message} ${description}`]);
		expect(breaking(all, (text) => /[{}]/.test(text))).toEqual([]);
	});

	it('are a sentence without a full stop, and advice in whole sentences', () => {
		const messages = reports.map(({ fault, message }): Text => [fault, message]);
		expect(breaking(messages, (text) => text.endsWith('.'))).toEqual([]);
		const advice = reports.map(({ fault, description }): Text => [fault, description]);
		expect(breaking(advice, (text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
	});

	it('never say that it is safe to run again what may have sent or redeemed', () => {
		const risky = reports.filter(
			({ kind, effect }) => effect === 'unknown' && ['send', 'verify', 'redeem'].includes(kind),
		);
		expect(risky.length).toBeGreaterThan(0);
		expect(risky.filter(({ description }) => /safe to run/i.test(description))).toEqual([]);
	});
});
