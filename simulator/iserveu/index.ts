import { SIMULATOR_ACCOUNTS } from '../accounts';
import { isRecord, type Handler, type Mount, type Provider, type World } from '../shared/provider';
import { invalidField, printed } from './answers';
import { Beneficiary } from './beneficiary';
import { Codes } from './codes';
import { Customers } from './customers';
import { SendOtp } from './send';

/** An integration in live mode leaves `unified` out of the path. */
const PATH_PREFIX = /^\/common\/dmt-lite\/(unified\/)?/;

export const iserveuMount: Mount = { name: 'iserveu', prefixes: [''] };

/** iServeU's plain DMT-lite calls around the OTP, https://developer.iserveu.in/dmtlite-common-api */
export function createIserveu(world: World): Provider {
	const registrationCodes = new Codes(world.clock);
	const transactionCodes = new Codes(world.clock);
	const customers = new Customers(registrationCodes);
	const send = new SendOtp(world, registrationCodes, transactionCodes, customers);
	const beneficiary = new Beneficiary(world, transactionCodes);
	const routes = new Map<string, Handler>([
		['otp/send', send.answer],
		['customer/process-customer-registration', customers.process],
		['customer/get-customer', customers.get],
		['transaction/verify-bene', beneficiary.verify],
	]);

	return {
		answer(request) {
			const handle = PATH_PREFIX.test(request.route)
				? routes.get(request.route.replace(PATH_PREFIX, ''))
				: undefined;
			if (!handle || request.method !== 'POST') {
				return printed(404, { status: 'FAILED', statusCode: '404', statusDesc: 'Not Found' });
			}
			// Assumption: any user name is taken; which names an account has is not part of the contract.
			const { clientId, clientSecret } = SIMULATOR_ACCOUNTS.iserveu;
			if (request.header('client_id') !== clientId || request.header('client_secret') !== clientSecret) {
				// Assumption: the answer to wrong credentials is not published.
				return {
					status: 401,
					contentType: 'application/json',
					body: JSON.stringify({ status: 'FAILED', statusCode: '401', statusDesc: 'Unauthorized' }),
				};
			}
			// Assumption: a body that is no JSON object is refused like a wrong field.
			if (!isRecord(request.body)) return invalidField('Invalid Request');
			return handle(request);
		},
	};
}
