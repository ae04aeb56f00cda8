import { SIMULATOR_ACCOUNTS } from '../accounts';
import type { Handler, Mount, Provider, World } from '../shared/provider';
import { failure, inputError, missingCredentials } from './answers';
import { EmailOtp } from './email';
import { MobileOtp } from './mobile';

export const hypervergeMount: Mount = { name: 'hyperverge', prefixes: ['/v1'] };

/** HyperVerge's six OTP calls, https://documentation.hyperverge.co/api-reference/india_api */
export function createHyperverge(world: World): Provider {
	const email = new EmailOtp(world);
	const mobile = new MobileOtp(world);
	const routes = new Map<string, Handler>([
		['/v1/sendOTPEmail', email.send],
		['/v1/verifyOTPEmail', email.verify],
		['/v1/retryOTPEmail', email.retry],
		['/v1/verifyMobileSendOtp', mobile.send],
		['/v1/verifyMobileOtp', mobile.verify],
		['/v1/resendOtp', mobile.resend],
	]);

	return {
		answer(request) {
			const handle = routes.get(request.route);
			if (!handle || request.method !== 'POST') return failure(404, 'Not Found');
			const { appId, appKey } = SIMULATOR_ACCOUNTS.hyperverge;
			if (request.header('appId') !== appId || request.header('appKey') !== appKey) {
				return missingCredentials();
			}
			// Assumption: the code for a missing transactionId is not published; 400 is printed with
			// this text for mandatory parameters that are missing.
			if (!request.header('transactionId')) return failure(400, 'Missing required request parameters');
			// Assumption: a body that is no JSON object is refused like a wrong field.
			if (typeof request.body !== 'object') return inputError('is not of a type(s) object');
			return handle(request);
		},
	};
}
