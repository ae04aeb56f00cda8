import '../support/ssrfProtection';

import { JOURNEYS } from '../support/scenarios';
import { sendCodes } from '../support/sendCodes';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

it('says that nothing was sent when n8n protects private addresses, and where to look', async () => {
	const { error } = await sendCodes(JOURNEYS.hyperVergeVerifyEmailOtp, ['asha@example.com']);
	expect(simulator().requests()).toHaveLength(0);
	expect(error?.message).toBe('HyperVerge could not be reached');
	expect(error?.description).toMatch(/^Nothing was sent\. .*SSRF protection/);
});
