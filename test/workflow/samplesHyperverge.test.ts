import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { JSON_HEADERS, ownHeaders, requestsOf } from '../support/samples';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

describe('HyperVerge', () => {
	const { appId, appKey } = SIMULATOR_ACCOUNTS.hyperverge;
	const headers = { ...JSON_HEADERS, appId, appKey, transactionId: 'journey-1' };
	const additionalFields = { transactionId: 'journey-1' };

	it('sends the body of the parameter table', async () => {
		const [request] = await requestsOf(
			simulator(),
			'hyperVergeSendEmailOtp',
			{ email: 'user@example.com', additionalFields },
			'hyperVergeApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/sendOTPEmail', query: {} });
		expect(request.body).toEqual({ email: 'user@example.com', otpLength: '6' });
		expect(ownHeaders(request)).toEqual(headers);
	});

	it('sends the body of the printed cURL sample, where the quirk and the widget are set', async () => {
		const [request] = await requestsOf(
			simulator(),
			'hyperVergeSendEmailOtp',
			{
				email: 'user@example.com',
				otpLength: '4',
				additionalFields: { ...additionalFields, widgetId: 'widget-1' },
				providerQuirks: { emailField: 'emailId' },
			},
			'hyperVergeApi',
		);
		expect(request.body).toEqual({ emailId: 'user@example.com', otpLength: '4', widgetId: 'widget-1' });
	});

	it('sends the OTP length as a number where the quirk is set', async () => {
		const [request] = await requestsOf(
			simulator(),
			'hyperVergeSendEmailOtp',
			{ email: 'user@example.com', providerQuirks: { otpLengthAsNumber: true } },
			'hyperVergeApi',
		);
		expect(request.body).toEqual({ email: 'user@example.com', otpLength: 6 });
	});

	it('verifies with the request ID as reqId', async () => {
		const [request] = await requestsOf(
			simulator(),
			'hyperVergeVerifyEmailOtp',
			{
				requestId: 'req-0123456789abcdef',
				otp: '012345',
				additionalFields: { ...additionalFields, email: 'user@example.com' },
			},
			'hyperVergeApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/verifyOTPEmail' });
		expect(request.body).toEqual({ reqId: 'req-0123456789abcdef', otp: '012345', email: 'user@example.com' });
		expect(ownHeaders(request)).toEqual(headers);
	});
});
