import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { callsTo, requestsTo, savedCredentials, useSimulator } from '../support/simulator';

/** An n8n before 2.34 has not got this function yet. */
jest.mock('n8n-workflow', () => {
	const older = { ...jest.requireActual<Record<string, unknown>>('n8n-workflow') };
	delete older.getCredentialActivationParameters;
	return older;
});

useSimulator();
const { send, recipient, sendPath } = JOURNEYS['capillaryValidateOtp as an API client'];
const { clientKey, clientSecret, otherClientKey, otherClientSecret } = SIMULATOR_ACCOUNTS.capillary;

it('keeps the expressions of a credential in an n8n that stores their values with a token', async () => {
	const saved = savedCredentials('capillaryClientApi');
	Object.assign(saved.capillaryClientApi, { key: '={{ $json.key }}', secret: '={{ $json.secret }}' });
	const before = { ...saved.capillaryClientApi };
	const items = [
		{ to: recipient(1), key: clientKey, secret: clientSecret },
		{ to: recipient(2), key: otherClientKey, secret: otherClientSecret },
	];
	for (const item of items) await execute({ ...send, expressions: 'replaced' }, [item, item], saved);
	const accounts = requestsTo(sendPath).map(({ account }) => account);
	expect(accounts).toEqual([clientKey, clientKey, otherClientKey, otherClientKey]);
	expect(callsTo('/token/generate')).toBe(2);
	expect(saved.capillaryClientApi).toEqual(before);
});
