import { startSimulator, type Message, type RecordedRequest, type Simulator } from '../../simulator';
import type { SavedCredentials } from '../../tools/engine/credentials';
import { simulatorCredentials } from '../../tools/simulatorCredentials';

let running: Simulator | undefined;

/** Starts a simulator for the tests of a file and forgets everything before each of them. */
export function useSimulator(): () => Simulator {
	beforeAll(async () => {
		running = await startSimulator();
	});
	beforeEach(() => simulator().reset());
	afterAll(async () => {
		await running?.close();
		running = undefined;
	});
	return simulator;
}

function simulator(): Simulator {
	if (running === undefined) throw new Error('The simulator is not running');
	return running;
}

/** Credentials as a user would have saved them, by type, for a simulator or for what stands in front of one. */
export function savedCredentials(type: string, url = simulator().url): SavedCredentials {
	return { [type]: { ...simulatorCredentials(url)[type].data } };
}

const messagesFor = (recipient: string): Message[] =>
	simulator()
		.inbox()
		.filter(({ to }) => to === recipient);

/** The last message that went out to somebody. */
export function lastMessageTo(recipient: string): Message {
	const message = messagesFor(recipient).at(-1);
	if (message === undefined) throw new Error(`Nothing was sent to ${recipient}`);
	return message;
}

/** How many messages went out to a recipient. */
export const messagesTo = (recipient: string): number => messagesFor(recipient).length;

/** The requests that reached a path which ends so. */
export const requestsTo = (end: string): RecordedRequest[] =>
	simulator()
		.requests()
		.filter(({ path }) => path.endsWith(end));

/** How many requests reached a path. */
export const callsTo = (end: string): number => requestsTo(end).length;

/** Another code of the same length and alphabet. */
export const wrong = (code: string): string => (code.startsWith('7') ? '8' : '7') + code.slice(1);

/** @returns the codes that went out, by the address or number that they went to */
export function codesIn(inbox: readonly Message[]): Map<string, string> {
	return new Map(inbox.map(({ to: recipient, code }) => [recipient, code]));
}
