import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

const PATIENCE_MS = 60_000;
const POLL_MS = 100;
/** The page's own script keeps asking while the run has one of these. */
const UNDER_WAY = ['new', 'running', 'waiting'];

/** What a user sees of an n8n form: a page with fields, or an ending page without. */
export interface FormPage {
	title: string;
	text: string;
	/** The name that each field is sent under, by its label. */
	fields: Map<string, string>;
	/** Whether the browser asks for a user name and a password instead of showing the page. */
	locked: boolean;
}

/**
 * One user's visit to an n8n form, over HTTP: it does what the pages' own script does in a
 * browser. Every page but the first belongs to the run that submitting the first one started.
 */
export class FormVisit {
	private constructor(
		private readonly http: AxiosInstance,
		private address: string,
		/** The page that the user sees now. */
		public page: FormPage,
	) {}

	/** Opens the form; n8n takes a moment to serve the form of a workflow that was just published. */
	static async open(url: string): Promise<FormVisit> {
		const http = axios.create({ proxy: false, timeout: 60_000, validateStatus: () => true });
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const response = await http.get<string>(url);
			if (response.status === 200) return new FormVisit(http, url, readPage(response.data));
			if (Date.now() > deadline) throw new Error(`${url} answered with ${response.status}`);
			await sleep(POLL_MS);
		}
	}

	/** The id of the run that this visit started, once the first page was submitted. */
	get executionId(): string {
		const id = /\/form-waiting\/([^/?]+)/.exec(this.address)?.[1];
		if (!id) throw new Error('The form has not been submitted yet');
		return id;
	}

	/** Whether the user has reached an ending page. */
	get hasEnded(): boolean {
		return !this.page.locked && this.page.fields.size === 0;
	}

	/** Answers the browser's question for a user name and a password, and shows the page behind it. */
	async signIn(username: string, password: string): Promise<FormPage> {
		this.http.defaults.auth = { username, password };
		return await this.show();
	}

	/** Fills in the page, submits it, and goes on to the page that follows. */
	async submit(values: Record<string, string>): Promise<FormPage> {
		const form = new FormData();
		for (const [label, value] of Object.entries(values)) {
			const name = this.page.fields.get(label);
			if (!name) throw new Error(`The page "${this.page.title}" has no field "${label}"`);
			form.append(name, value);
		}
		// n8n answers only after it has stored that the run continues, so it reports the page that follows.
		const response = await this.http.post<unknown>(this.address, form);
		expectOk(response);
		const next = (response.data as { formWaitingUrl?: unknown } | null)?.formWaitingUrl;
		if (typeof next === 'string') this.address = next;
		if ((await this.untilStatus((status) => !UNDER_WAY.includes(status))) !== 'form-waiting') {
			throw new Error(`The run ${this.executionId} ended without a page`);
		}
		await this.show();
		if (this.hasEnded) {
			// An ending page submits itself, which lets the run come to its end.
			expectOk(await this.http.post(this.address));
			await this.untilStatus((status) => ![...UNDER_WAY, 'form-waiting'].includes(status));
		}
		return this.page;
	}

	private async show(): Promise<FormPage> {
		const shown = await this.http.get<string>(this.address);
		if (shown.status === 401) {
			this.page = { title: '', text: '', fields: new Map(), locked: true };
			return this.page;
		}
		expectOk(shown);
		this.page = readPage(shown.data);
		return this.page;
	}

	private async untilStatus(isIt: (status: string) => boolean): Promise<string> {
		const url = new URL(this.address);
		url.pathname += '/n8n-execution-status';
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const status = String((await this.http.get<unknown>(url.toString())).data).trim();
			if (isIt(status)) return status;
			if (Date.now() > deadline) throw new Error(`The form is still "${status}"`);
			await sleep(POLL_MS);
		}
	}
}

function expectOk(response: AxiosResponse<unknown>): void {
	if (response.status === 200) return;
	throw new Error(`The form answered with ${response.status}: ${JSON.stringify(response.data)}`);
}

function readPage(html: string): FormPage {
	const fields = new Map<string, string>();
	for (const [, name, label] of html.matchAll(/<label[^>]*\bfor='([^']*)'[^>]*>([^<]*)</g)) {
		fields.set(plain(label), name);
	}
	return {
		title: plain(/<h1>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''),
		text: plain(/<h1>[\s\S]*?<\/h1>\s*<p[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? ''),
		fields,
		locked: false,
	};
}

function plain(html: string): string {
	const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
			String.fromCodePoint(parseInt(digits, hex ? 16 : 10)),
		)
		.replace(/&(\w+);/g, (all, name: string) => named[name] ?? all)
		.trim();
}
