import { type Fault, faultOfStatus, isSuccess, member, parseJson } from '../engine';
import { reportedErrors } from './answer';

/** Maximum time to trust a token, in seconds, so that a revoked token is replaced soon. */
const LONGEST_TRUST_SECONDS = 300;

export interface AccessToken {
	accessToken: string;
	trustSeconds: number;
}

/**
 * Reads the response to an access token request. Capillary may refuse the key or the secret with HTTP 200.
 *
 * @see https://docs.capillarytech.com/reference/oauth
 */
export function readToken(httpStatus: number, text: string): AccessToken | Fault {
	const json = parseJson(text);
	const [error] = reportedErrors({ json, text });
	const data = member(json, 'data');
	const accessToken = member(data, 'accessToken');
	if (isSuccess(httpStatus) && (error === undefined || json === undefined)) {
		if (typeof accessToken !== 'string' || accessToken === '') return { fault: 'unreadable' };
		const seconds = Number(member(data, 'ttlSeconds')) || 0;
		return { accessToken, trustSeconds: Math.min(seconds, LONGEST_TRUST_SECONDS) };
	}
	const isRefusal = isSuccess(httpStatus) || httpStatus === 400;
	return {
		fault: isRefusal ? 'credentialsRefused' : faultOfStatus(httpStatus),
		httpStatus,
		...(error && { statusCode: error.statusCode, providerMessage: error.message }),
		// The message may repeat the token.
		...(typeof accessToken === 'string' && { secrets: [accessToken] }),
	};
}
