import type { CredentialTestResult, RestClient } from '../../tools/n8n/restClient';
import type { CredentialCase } from './cases';

/** Saves a credential and tests it, as *Save* does in the editor. */
export async function saveAndTest(
	{ type, about, data }: CredentialCase,
	rest: RestClient,
): Promise<CredentialTestResult> {
	// The editor saves what was filled in, not what was left empty.
	const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ''));
	let credential;
	try {
		credential = await rest.createCredential(type, about, filled);
	} catch (error) {
		return { status: 'Error', message: (error as Error).message };
	}
	try {
		return await rest.testCredential(credential, data);
	} finally {
		await rest.deleteCredential(credential.id);
	}
}
