import '../support/ssrfProtection';

import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

it('says that nothing was sent when n8n protects private addresses, and where to look', async () => {
	const { send } = JOURNEYS.HyperVerge;
	const { error } = await execute(send, [{ to: 'asha@example.com' }], savedCredentials('hyperVergeApi'));
	expect(simulator().requests()).toHaveLength(0);
	expect(error?.message).toBe('HyperVerge could not be reached');
	expect(error?.description).toMatch(/^Nothing was sent\. .*SSRF protection/);
});
