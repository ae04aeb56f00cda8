import { createHash } from 'node:crypto';

import type { Channel, Message } from './types';

const CHANNEL_NAMES: Record<Channel, string> = {
	email: 'Email',
	sms: 'SMS',
	voice: 'Phone call',
	whatsapp: 'WhatsApp',
	zalo: 'Zalo',
};

const STYLE = `
:root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--text:#1c2430;--soft:#5b6675;--line:#dfe3e9;--code:#0b57d0;--code-back:#e8f0fe}
@media (prefers-color-scheme:dark){:root{--page:#14171c;--card:#1e232b;--text:#e8ebf0;--soft:#9aa5b4;--line:#323a46;--code:#a8c7fa;--code-back:#22314a}}
*{box-sizing:border-box}
body{margin:0;padding:2rem 1rem 4rem;background:var(--page);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto}
h1{font-size:1.5rem;margin:0 0 .25rem}
.soft{color:var(--soft);font-size:.875rem;margin:0}
section{margin-top:2rem}
h2{font-size:1rem;margin:0 0 .5rem;overflow-wrap:anywhere}
article{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1.25rem;margin-bottom:.75rem}
article header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;color:var(--soft);font-size:.875rem}
article header time{margin-left:auto}
h3{font-size:1rem;margin:.5rem 0 0}
p.text{margin:.5rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:var(--code-back);color:var(--code);font:600 1.25rem ui-monospace,monospace;letter-spacing:.12em;padding:.1rem .4rem;border-radius:.4rem}
`;

const SCRIPT = `
setInterval(async () => {
	if (String(getSelection())) return;
	try {
		const page = new DOMParser().parseFromString(await (await fetch('/inbox')).text(), 'text/html');
		const fresh = page.querySelector('main'), shown = document.querySelector('main');
		if (fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh);
	} catch {}
}, 1500);
`;

const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	`style-src '${digest(STYLE)}'`,
	`script-src '${digest(SCRIPT)}'`,
	"connect-src 'self'",
].join('; ');

/**
 * The inbox as a web page that keeps itself up to date.
 * @param messages newest first
 * @param totalhow many messages were sent in total
 */
export function inboxPage(
	messages: Message[],
	total: number,
): { html: string; contentSecurityPolicy: string } {
	const groups = new Map<string, Message[]>();
	for (const message of messages) {
		const group = groups.get(message.to);
		if (group) group.push(message);
		else groups.set(message.to, [message]);
	}
	const summary =
		total === 0
			? 'Nothing has been sent yet.'
			: `${total} ${total === 1 ? 'message' : 'messages'}${messages.length < total ? `; the newest ${messages.length} are shown` : ''}, newest first.`;
	const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Simulator inbox</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Simulator inbox</h1>
<p class="soft">Messages that users would have received. ${summary}</p>
${[...groups].map(([to, group]) => groupHtml(to, group)).join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
	return { html, contentSecurityPolicy: CONTENT_SECURITY_POLICY };
}

/** A text that can stand anywhere in HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function groupHtml(to: string, messages: Message[]): string {
	return `<section>
<h2>${escapeHtml(to)}</h2>
${messages.map(messageHtml).join('\n')}
</section>`;
}

function messageHtml(message: Message): string {
	const code = escapeHtml(message.code);
	const text = escapeHtml(message.text).split(code).join(`<mark>${code}</mark>`);
	return `<article data-code="${code}">
<header><b>${CHANNEL_NAMES[message.channel]}</b><span>${escapeHtml(message.provider)}</span><time datetime="${escapeHtml(message.at)}">${escapeHtml(new Date(message.at).toLocaleTimeString('en-GB'))}</time></header>
${message.subject === undefined ? '' : `<h3>${escapeHtml(message.subject)}</h3>`}
<p class="text">${text}</p>
</article>`;
}

function digest(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
