import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { sendCodes } from '../support/sendCodes';
import { lastMessageTo, savedCredentials, useSimulator } from '../support/simulator';

useSimulator();

const to = JOURNEYS.capillaryValidateOtp.recipient(1);

it.each([
	['keeps the code that it finds to itself', false, 0],
	['puts the code into one field where the builder asked for it', true, 1],
])('Capillary Get OTP %s', async (_what, revealCode, times) => {
	await sendCodes(JOURNEYS.capillaryValidateOtp, [to]);
	const parameters = { identifierValue: to, revealCode };
	const saved = savedCredentials('capillaryTillApi');
	const { outputs } = await execute({ type: 'capillaryGetOtp', parameters }, [{}], saved);
	const { code } = lastMessageTo(to);
	const expiresAt = expect.any(String) as string;
	expect(outputs.Found[0].json).toMatchObject({ outcome: 'found', expiresAt, ...(revealCode && { code }) });
	expect(JSON.stringify(outputs).split(code)).toHaveLength(times + 1);
});

it('leaves the provider response out where it is switched off', async () => {
	const { outputs } = await sendCodes(JOURNEYS.hyperVergeVerifyEmailOtp, ['asha@example.com'], {
		options: { includeResponse: false },
	});
	expect(outputs.Sent[0].json).not.toHaveProperty('response');
});
