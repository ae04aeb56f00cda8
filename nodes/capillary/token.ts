import { type Fault, faultOfStatus, isSuccess, member, parseJson } from '../engine';
import { complaintsOf } from './answer';

/** How long a token is trusted at most, in seconds, so that a withdrawn token is soon replaced. */
const LONGEST_TRUST_SECONDS = 300;

/** An access token, and how many seconds to trust it. */
export interface AccessToken {
	accessToken: string;
	trustSeconds: number;
}

/**
 * Reads the answer to a request for an access token. Capillary may refuse the key or the secret
 * with HTTP 200.
 *
 * @see https://docs.capillarytech.com/reference/oauth
 */
export function readToken(httpStatus: number, text: string): AccessToken | Fault {
	const json = parseJson(text);
	const [complaint] = complaintsOf({ json, text });
	const data = member(json, 'data');
	const accessToken = member(data, 'accessToken');
	if (isSuccess(httpStatus) && (complaint === undefined || json === undefined)) {
		if (typeof accessToken !== 'string' || accessToken === '') return { fault: 'unreadable' };
		const seconds = Number(member(data, 'ttlSeconds')) || 0;
		return { accessToken, trustSeconds: Math.min(seconds, LONGEST_TRUST_SECONDS) };
	}
	const isRefusal = isSuccess(httpStatus) || httpStatus === 400;
	return {
		fault: isRefusal ? 'credentialsRefused' : faultOfStatus(httpStatus),
		httpStatus,
		...(complaint && { statusCode: complaint.statusCode, providerMessage: complaint.message }),
		// The words may repeat a token that stands next to them.
		...(typeof accessToken === 'string' && { secrets: [accessToken] }),
	};
}
