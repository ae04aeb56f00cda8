import { importExamples, type ExampleWorkflow } from '../../playground/exampleWorkflows';
import { FormVisit } from '../../playground/formVisit';
import { useRealN8n } from '../support/realN8n';

const real = useRealN8n();
let examples: ExampleWorkflow[];

beforeAll(async () => {
	const { n8n } = real();
	examples = await importExamples(n8n.rest, n8n.url, { coolDownSeconds: 1 });
});

/** How a user writes the code of the newest message. */
type Spelling = (code: string) => string;

/** What a user types on a page: values by label, or the code. */
type Entry = Record<string, string> | Spelling;

/** The page that follows, and whether a request reached a provider. */
interface Seen {
	title: string;
	text: string;
	asksProvider: boolean;
}

interface Journey {
	workflow: string;
	form?: string;
	/** What the user types, page by page, and the page that follows. */
	pages: Array<[types: Entry, sees: Seen]>;
	/** The recipients of all messages. */
	arrivesAt: string[];
}

const number = (typed: string) => ({ 'Mobile number': typed });
const email = (typed: string) => ({ Email: typed });
const asSent: Spelling = (code) => code;
const withDash: Spelling = (code) => `${code.slice(0, 3)}-${code.slice(3)}`;
const withLetters: Spelling = (code) => code.replace(/^./, 'O');

const RESEND = ' No message? Leave the field empty and press the button. ';
const MAILED = `${RESEND}We will send the code again after half a minute.`;
const CALLED = `${RESEND}We will call you and read out the code after half a minute.`;
const LETTERS = 'That is not a code. Please type the digits from the newest message.';
const NO_ADDRESS = 'That is not an email address. It looks like name@example.com.';
const NO_INDIAN_NUMBER = 'That is not an Indian mobile number. It has 10 digits, such as +91 98765 43210.';
const NO_NUMBER = 'That is not a mobile number. It looks like +91 98765 43210.';

const asks = (text: string, title = 'Enter the code'): Seen => ({ title, text, asksProvider: true });
const again = (text: string, title = 'Enter the code'): Seen => ({ title, text, asksProvider: false });
const corrects = (text: string): Seen => again(text, 'We could not send a code');
const sent = (to: string, more: string) => `We have sent a code to ${to}.${more}`;
const thanks = (text: string): Seen => ({ title: 'Thank you', text, asksProvider: true });
const CONFIRMED = thanks('Your mobile number is confirmed.');

const NEWEST = ' If you received two messages, use the newest one.';

const JOURNEYS: Record<string, Journey> = {
	'a number with +91 and spaces, and a code with a dash, at HyperVerge': {
		workflow: 'onboarding-mobile-hyperverge',
		pages: [
			[number('+91 98765 43210'), asks(sent('••••••3210', CALLED))],
			[withDash, CONFIRMED],
		],
		arrivesAt: ['9876543210'],
	},
	'a number with a zero and a dash, and letters in the code, at HyperVerge': {
		workflow: 'onboarding-mobile-hyperverge',
		pages: [
			[number('098765-43211'), asks(sent('••••••3211', CALLED))],
			[withLetters, again(LETTERS + CALLED)],
			[asSent, CONFIRMED],
		],
		arrivesAt: ['9876543211'],
	},
	'a digit too few at first, at HyperVerge': {
		workflow: 'onboarding-mobile-hyperverge',
		pages: [
			[number('98765 4321'), corrects(NO_INDIAN_NUMBER)],
			[number('+1 415 555 2671'), corrects(NO_INDIAN_NUMBER)],
			[number('98765 43212'), asks(sent('••••••3212', CALLED))],
			[asSent, CONFIRMED],
		],
		arrivesAt: ['9876543212'],
	},
	'an address with a typo, letters in the code four times, and a code with a dash': {
		workflow: 'onboarding-email-hyperverge',
		pages: [
			[email('asha@example,com'), corrects(NO_ADDRESS)],
			[email('<asha@example.com>'), asks(sent('a•••@example.com', MAILED))],
			...Array.from({ length: 4 }, (): [Entry, Seen] => [withLetters, again(LETTERS + MAILED)]),
			[withDash, thanks('Your email address is confirmed.')],
		],
		arrivesAt: ['asha@example.com'],
	},
	'a number, an address and both codes with a typo at first, at Wibmo': {
		workflow: 'onboarding-mobile-and-email-wibmo',
		pages: [
			[{ ...number('98765-4321O'), ...email('bela@example') }, corrects(NO_NUMBER)],
			[number('+91 98765 43213'), asks(sent('••••••••3213', MAILED), 'Enter the code from the SMS')],
			[withLetters, again(LETTERS + MAILED, 'Enter the code from the SMS')],
			// Wibmo checks the code of the SMS before the address is read.
			[withDash, { ...corrects(NO_ADDRESS), asksProvider: true }],
			[email('bela@example.com'), asks(sent('b•••@example.com', MAILED), 'Enter the code from the email')],
			[withLetters, again(LETTERS + MAILED, 'Enter the code from the email')],
			[withDash, thanks('Your mobile number and your email address are confirmed.')],
		],
		arrivesAt: ['919876543213', 'bela@example.com'],
	},
	'a number that no provider can read at first, with one provider after the other': {
		workflow: 'fallback',
		pages: [
			[number('98765'), corrects(NO_INDIAN_NUMBER)],
			[number('098765-43214'), asks(sent('••••••••3214', NEWEST))],
			[withLetters, again(LETTERS)],
			[withDash, CONFIRMED],
		],
		arrivesAt: ['919876543214'],
	},
	'a customer whom the agent mistypes, at iServeU': {
		workflow: 'onboarding-customer-iserveu',
		pages: [
			[{ Name: 'Asha Example', ...number('98765'), 'Aadhaar number': '2000' }, corrects(NO_INDIAN_NUMBER)],
			[
				{ ...number('+91 98765 43215'), 'Aadhaar number': '2000' },
				corrects('That is not an Aadhaar number. It has 12 digits.'),
			],
			[
				{ ...number('+91 98765 43215'), 'Aadhaar number': '2000 0000 0000' },
				asks(sent('••••••3215', MAILED)),
			],
			[withLetters, again(LETTERS + MAILED)],
			[
				withDash,
				{ title: 'The customer is registered', text: 'The mobile number is confirmed.', asksProvider: true },
			],
		],
		arrivesAt: ['9876543215'],
	},
	'a payer who is not registered, after a typo, at iServeU': {
		workflow: 'transaction-iserveu',
		pages: [
			[
				{
					...{ 'Your mobile number': '98765', 'Your name': 'Asha Example', Amount: '1,001' },
					...{ 'Account holder': 'Bela Example', 'Mobile number of the account holder': '98765 43210' },
					...{ 'Account number': '2000 0000 0001', Bank: 'State Bank of India', 'IFSC code': 'sbin 0225500' },
				},
				again(NO_INDIAN_NUMBER, 'Please check what you entered'),
			],
			[
				{ 'Your mobile number': '098765-43217', Amount: '1,001' },
				asks(
					'••••••3217 is not registered yet. Please register first, or correct the number.',
					'Please check what you entered',
				),
			],
		],
		arrivesAt: [],
	},
	'a customer whom the cashier mistypes, at Capillary': {
		workflow: 'redeem-points-and-coupon-capillary',
		form: 'redeem-points',
		pages: [
			[
				{ ...number('98765'), Points: '250' },
				again(`${NO_NUMBER} Please check the number and the points.`, 'These points cannot be redeemed'),
			],
			[
				{ ...number('098765-43216'), Points: 'all' },
				again(
					'That is not a number of points. Please check the number and the points.',
					'These points cannot be redeemed',
				),
			],
			[{ ...number('098765-43216'), Points: '250.00' }, asks('The customer has received a code by SMS.')],
			[() => '123/456', again('That is not a code. Please type it as in the message of the customer.')],
			[withDash, { title: 'Done', text: 'The points are redeemed.', asksProvider: true }],
		],
		arrivesAt: ['919876543216'],
	},
};

it.each(Object.entries(JOURNEYS))('lets a user go on after %s', async (_about, journey) => {
	const { simulator } = real();
	simulator.reset();
	const forms = examples.find(({ key }) => key === journey.workflow)?.forms ?? [];
	const form = forms.find(({ path }) => path === (journey.form ?? journey.workflow));
	const visit = await FormVisit.open(form?.url ?? '');
	const seen: Seen[] = [];
	for (const [types] of journey.pages) {
		const before = simulator.requests().length;
		const code = simulator.inbox().at(-1)?.code ?? '';
		const { title, text } = await visit.submit(typeof types === 'function' ? { Code: types(code) } : types);
		seen.push({ title, text, asksProvider: simulator.requests().length > before });
	}
	expect(seen).toEqual(journey.pages.map(([, sees]) => sees));
	expect(simulator.inbox().map(({ to }) => to)).toEqual(journey.arrivesAt);
});
