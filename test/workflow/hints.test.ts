import { execute } from '../../tools/engine';
import { operationOf } from '../../tools/package';
import { HINTS, hintsShown } from '../support/hints';
import { asExpected } from '../support/patterns';
import { savedCredentials, useSimulator } from '../support/simulator';

useSimulator();

it.each(HINTS)('%s with %j shows the hints %s', (name, parameters, hints) => {
	expect(hintsShown(operationOf(name).node, parameters)).toEqual(asExpected(hints));
});

const SEND = { type: 'hyperVergeSendEmailOtp', parameters: { email: 'asha@example.com' } };
const VERIFY = { type: 'hyperVergeVerifyEmailOtp', parameters: { requestId: 'req-1', otp: '123456' } };
const RESEND = /never resends an item.*turn off 'Retry On Fail' /;

it.each<[node: typeof SEND | typeof VERIFY, retryOnFail: boolean, hints: RegExp[]]>([
	[SEND, true, [RESEND]],
	[SEND, false, []],
	[VERIFY, true, []],
])(
	'says what Retry On Fail does where it is on and the node sends (%j, %s)',
	async (node, retryOnFail, hints) => {
		const settings = { retryOnFail };
		const { run } = await execute({ ...node, settings }, [{}], savedCredentials('hyperVergeApi'));
		const shown = run.data.resultData.runData['Under Test'][0].hints ?? [];
		expect(shown.map(({ message }) => message)).toEqual(asExpected(hints));
	},
);
