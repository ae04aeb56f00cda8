/** The four providers that the simulator stands in for. */
export type ProviderName = 'wibmo' | 'iserveu' | 'capillary' | 'hyperverge';

/** How a one-time password reaches its recipient. */
export type Channel = 'email' | 'sms' | 'voice' | 'whatsapp' | 'zalo';

/** A message that was "sent": what its recipient would find in the inbox or on the phone. */
export interface Message {
	/** Counts from 1 in the order of sending. */
	id: number;
	/** Time of sending on the simulator's clock, ISO 8601. */
	at: string;
	provider: ProviderName;
	channel: Channel;
	/** Email address or telephone number, as the caller wrote it. */
	to: string;
	/** Only for email. */
	subject?: string;
	text: string;
	/** The one-time password, also where the caller's template left it out of the text. */
	code: string;
}

/** A request that reached a path of a provider, whether or not a fault hit it. */
export interface RecordedRequest {
	/** Time of arrival on the simulator's clock, ISO 8601. */
	at: string;
	provider: string;
	method: string;
	/** Path below the provider's base URL, without the query. */
	path: string;
	query: Record<string, string>;
	/** Names exactly as they were sent. */
	headers: Record<string, string>;
	/** The body as it was sent. */
	text: string;
	/** The body as parsed JSON; undefined if it is no JSON. */
	body: unknown;
	/** Capillary only: the client key or till user that the request was authenticated as. */
	account?: string;
}

/** What a fault does to the answer of a request. */
export type FaultKind =
	| 'delay'
	| 'status'
	| 'redirect'
	| 'reset'
	| 'resetAfterHeaders'
	| 'halfJson'
	| 'empty'
	| 'html'
	| 'xml'
	| 'body'
	| 'neverEnds';

/** A disturbance on a provider's paths. A property that is left out matches everything. */
export interface Fault {
	provider?: string;
	/** End of the path below the provider's base URL. */
	path?: string;
	/** Hits only requests whose body, query or decrypted plaintext contains this text. */
	recipient?: string;
	/** How many requests are hit, default 1; `Infinity` in process and -1 over HTTP mean always. */
	times?: number;
	/**
	 * `delay` gives the provider's own answer, only later; every other kind replaces it.
	 * `reset` cuts the connection before any answer, `resetAfterHeaders` after the headers,
	 * `neverEnds` sends headers and the first bytes and then stays silent.
	 */
	kind: FaultKind;
	/** HTTP status of the replaced answer: default 500 for `status`, 302 for `redirect`, else 200. */
	status?: number;
	/** Real seconds that pass before the answer; with every kind. */
	seconds?: number;
	/** Target of `redirect`. */
	location?: string;
	/** Headers of the replaced answer, on top of its own. */
	headers?: Record<string, string>;
	/** Body of the replaced answer; with `halfJson`, the text of which half is sent. */
	body?: string;
	/**
	 * True: the request is processed first (the message goes out, state changes) and only its
	 * answer is replaced or late. False, the default: nothing is processed; a delayed request is
	 * processed after the delay, and only if the caller still waits.
	 */
	afterProcessing?: boolean;
}

/** A running simulator. */
export interface Simulator {
	/** `http://127.0.0.1:PORT`, without a slash at the end. */
	url: string;
	/** Messages that went out, oldest first. */
	inbox(): Message[];
	/** Every request that reached a provider's path, oldest first. */
	requests(): RecordedRequest[];
	inject(fault: Fault): void;
	/** Moves the simulator's own clock forward (expiry, cool-downs, attempt windows). */
	advance(seconds: number): void;
	/** Makes every Capillary access token invalid at once. */
	revokeTokens(): void;
	/** Validity of the Capillary access tokens that are issued from now on; 300 seconds at first. */
	setTokenTtl(seconds: number): void;
	/** Forgets everything: inbox, requests, faults, codes, access tokens and their validity, clock. */
	reset(): void;
	close(): Promise<void>;
}
