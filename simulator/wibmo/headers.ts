import { SIMULATOR_ACCOUNTS } from '../accounts';
import { json, type Answer, type ProviderRequest } from '../shared/provider';
import * as results from './results';

/**
 * The gateway's refusal of an API key; undefined for the right key.
 * Assumption: the bodies are those of the Kong gateway that the host name speaks of.
 */
export function keyProblem(request: ProviderRequest): Answer | undefined {
	const key = request.header('x-api-key');
	if (!key) return json(401, { message: 'No API key found in request' });
	return key === SIMULATOR_ACCOUNTS.wibmo.apiKey
		? undefined
		: json(401, { message: 'Invalid authentication credentials' });
}

/**
 * What is wrong with the client headers of an operation, after the samples of
 * https://developer.wibmo.com/reference/send-otp-to-email-api
 */
export function clientProblem(request: ProviderRequest): results.Result | undefined {
	const { clientId, bankId, entityId, secureCode, consumerId } = SIMULATOR_ACCOUNTS.wibmo;
	// Assumption: no code is published for the entity, nor for a wrong consumer; both belong to the client.
	const rules: Array<[header: string, expected: string, missing: results.Result, wrong: results.Result]> = [
		['clientId', clientId, results.CLIENT_ID_MISSING, results.INVALID_CLIENT_CHANNEL],
		['bankId', bankId, results.BANK_ID_MISSING, results.INVALID_BANK_ID],
		['entityId', entityId, results.INVALID_CLIENT_CHANNEL, results.INVALID_CLIENT_CHANNEL],
		['secureCode', secureCode, results.SECURE_CODE_MISSING, results.INVALID_SECURE_CODE],
		['X-Consumer-Custom-ID', consumerId, results.CONSUMER_MISSING, results.INVALID_CLIENT_CHANNEL],
	];
	for (const [header, expected, missing, wrong] of rules) {
		const value = request.header(header);
		if (!value) return missing;
		if (value !== expected) return wrong;
	}
	return undefined;
}
