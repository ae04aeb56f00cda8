/** Returns `j•••@example.com` or `••••••4480`: enough to recognize a recipient, too little to reach one. */
export function maskRecipient(recipient: string): string {
	const at = recipient.lastIndexOf('@');
	if (at > 0) return `${[...recipient][0]}•••${recipient.slice(at)}`;
	const visible = recipient.length > 6 ? recipient.slice(-4) : '';
	return '•'.repeat(Math.min(recipient.length - visible.length, 12)) + visible;
}
