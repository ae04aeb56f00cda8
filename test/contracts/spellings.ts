import type { Scalar } from './contract';

/** How people write a value, and what the request must hold; `null` where it cannot be one. */
export type Spellings = ReadonlyArray<readonly [typed: Scalar, arrives: Scalar | null]>;

/** Spellings of one value, or of none. */
const same = <const T>(arrives: T, ...typed: Scalar[]) => typed.map((one) => [one, arrives] as const);

/** What a mobile number becomes for a provider that serves India only, or takes a country code. */
type Numbers = readonly [indian: string | null, with91: string | null, unchanged: string | null];

const NUMBERS: ReadonlyArray<readonly [typed: Scalar, arrives: Numbers]> = [
	...same(
		['9876543211', '919876543211', '919876543211'],
		...['+91 98765 43211', '+91-98765-43211', '+919876543211', '0091 98765 43211', '91 98765-43211'],
		...['919876543211', 919876543211, '(+91) 98765 43211', '+91 (0) 98765 43211', '+91.98765.43211'],
		...['\u200e+91 98765 43211\u200e', '+91\u00a098765\u00a043211', 'tel:+91-98765-43211'],
		...['+91 98765–43211', '+91 98765\u201143211', '＋９１ ９８７６５ ４３２１１'],
		...['+९१ ९८७६५ ४३२११', '+٩١ ٩٨٧٦٥ ٤٣٢١١', '0919876543211', '+91 098765 43211'],
	),
	...same(
		['9876543211', '919876543211', '9876543211'],
		...['9876543211', 9876543211, ' 98765 43211\t', '098765 43211', '098765-43211', '0 98765 43211'],
		...['98765-43211', '(098765) 43211', '98765.43211', '98765\u200b43211', '９８７６５４３２１１'],
		...['९८७६५४३२११', '٩٨٧٦٥٤٣٢١١', '9876543211\ufeff\r\n'],
	),
	// National numbers that begin with the country code themselves.
	...same(['9198765432', '919198765432', '9198765432'], '9198765432', '09198765432', '91987 65432'),
	...same([null, '14155552671', '14155552671'], '+1 415 555 2671', '001 (415) 555-2671'),
	...same(
		[null, '447700900000', '447700900000'],
		...['+44 7700 900000', '0044 7700 900000', '+44 (0)7700 900000', '447700900000'],
	),
	// Without a default country code, the country of a short number is unknown.
	...same([null, null, '987654321'], '98765 4321'),
	...same(
		[null, null, null],
		...['98765', '98765abcde', 'call me', 'asha@example.com', '+91 98765 4321', '+91 98765 432111'],
		...['++91 98765 43211', '+0 98765 43211', '+91', '9876543211 / 9876543212', '91987654321O'],
		...['12345678901234567', '\u200b', '---', '98765\u000043211', '98765\ud83d43211', '9'.repeat(1001)],
	),
];

const numbers = (column: 0 | 1 | 2): Spellings =>
	NUMBERS.map(([typed, arrives]) => [typed, arrives[column]] as const);

/** Ten digits, for providers that serve India only. */
export const INDIAN_NUMBERS = numbers(0);
/** With country code, which is 91 unless the number says otherwise. */
export const NUMBERS_WITH_91 = numbers(1);
/** With country code where the number says so. */
export const NUMBERS_UNCHANGED = numbers(2);

const CODES: Spellings = [
	...same(
		'012345',
		...['012345', '012-345', '012 345', '0 1 2 3 4 5', ' 012345\t', '012345\n', '012345\ufeff'],
		...['012\u200b345', '012–345', '０１２３４５', '०१२३४५', '٠١٢٣٤٥', 'OTP: 012345', 'otp=012345'],
		...['Code: 012 345', 'Your OTP is 012345.', 'Your verification code is: 012-345', 'PIN # 012345'],
	),
	...same(null, '----', '\u200b', '012/345', '012*345', 'नमस्ते', '012\u0000345', '1'.repeat(51), 'OTP:'),
];

/** A code of digits. */
export const DIGITS: Spellings = [
	...CODES,
	...same('012345', 'OTP 012345', 'OTP-012345', 'Code - 012345'),
	...same(null, 'A12345', '01234O', 'code', 'A2WX11I'),
];

/** A code of digits and letters; an inner dash as in `VC-1234` belongs to it. */
export const LETTERS: Spellings = [
	...CODES,
	...same(
		'A2WX11I',
		...['A2WX11I', 'A2W X11I', 'A2W-X11I', 'Ａ２ＷＸ１１Ｉ', 'Your code is A2WX11I', 'OTP: A2WX11I'],
	),
	['a2wx11i', 'a2wx11i'],
	['CODE123', 'CODE123'],
	...same('VC-1234', 'VC-1234', 'VC – 1234', 'code: VC-1234'),
];

export const ADDRESSES: Spellings = [
	...same(
		'asha@example.com',
		...['asha@example.com', ' asha@example.com\t', '<asha@example.com>', 'mailto:asha@example.com'],
		...['<mailto:asha@example.com>', 'asha\u200b@example.com'],
		...['asha @ example.com', 'asha@example. com', 'asha＠example．com', '\u202aasha@example.com\u202c'],
	),
	['asha.rao+otp@mail.example.co.in', 'asha.rao+otp@mail.example.co.in'],
	['asha@bücher.example', 'asha@xn--bcher-kva.example'],
	['asha@उदाहरण.example', 'asha@xn--p1b6ci4b4b3a.example'],
	[`${'a'.repeat(64)}@a.co`, `${'a'.repeat(64)}@a.co`],
	...same(
		null,
		...['asha.example.com', 'asha@', '@example.org', 'asha@localhost', 'asha@example.c', 'as ha@example.com'],
		...['asha@home@example.com', 'asha@example.com, ravi@example.com', 'asha@example.com;ravi@example.com'],
		...['asha@example..com', 'asha@.com', 'asha..rao@example.com', 'asha@exa_mple.com', 'asha@-example.com'],
		// A check of how the text ends, or what it contains, must not be met by another address than the one sent to.
		...['mailto:asha@evil.example?asha@example.com', 'asha@example.com <asha@evil.example>'],
		...['asha@192.0.2.1', `${'a'.repeat(65)}@example.com`, 'asha@example.com\r\nBcc: ravi@example.com'],
		...['asha\u0000@example.com', '9876543211', '\u200b', 'asha@bücher.example/x', '"asha"@example.com'],
	),
];

export const AADHAARS: Spellings = [
	...same(
		'765386439745',
		...[765386439745, '7653 8643 9745', '7653-8643-9745', '७६५३ ८६४३ ९७४५', '765386439745\u200b'],
	),
	...same(null, '76538643974', '7653864397451', '76538643974X', 'XXXXXXXX9745'),
];

export const PIN_CODES: Spellings = [
	...same('751002', 751002, '751 002', '751-002', '७५१००२'),
	...same(null, '75100', '7510021', '75100O'),
];

export const IFSC_CODES: Spellings = [
	...same('HDFC0225500', 'hdfc0225500', 'HDFC 0225500', 'Hdfc-0225500'),
	...same(null, 'HDFC', 'HDFC022550', 'HDFC02255001', 'HDFC1225500'),
];

export const ACCOUNTS: Spellings = [
	...same('00123456789', '0012 3456 789', '0012-3456-789', '００１２３４５６７８９'),
	...same(null, '0011', '0'.repeat(35), '0011/2233'),
];

/** Amounts of a provider that takes whole ones. */
export const WHOLE_AMOUNTS: Spellings = [
	...same('1000', 1000, '1000', '1,000', '1 000', '1000.00', '1,000.00', '１０００', '१०००'),
	['1,00,000', '100000'],
	// A comma before decimals would make a hundred times as much.
	...same(null, '1000,50', '10,00', '1000.50', '1e3', 'thousand', '₹1000', '-1000'),
];

/** Amounts of a provider that takes decimals. */
export const AMOUNTS: Spellings = [
	['99.50', '99.50'],
	['1,234.5', '1234.5'],
	['1,00,000', '100000'],
	...same(null, '1000,50', '1.23456', 'free', '-1', '1.'),
];
