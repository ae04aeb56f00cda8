import { asText, member, type Operation } from '../../engine';
import { readAnswer, type Success } from '../answer';
import { getCodes } from '../codes';
import { capillary, capillaryRequest, credentialType } from '../provider';

const IDENTIFIER_NAMES = ['email', 'external_id', 'mobile', 'wechat'] as const;
const SCOPES = ['COUPON', 'GENERIC', 'POINTS', 'REGISTRATION', 'SUBSCRIPTION', 'USERGROUP'] as const;

/** Sources in which a customer can have several accounts, so that one must be named. */
const SOURCES_WITH_ACCOUNTS = ['WECHAT', 'MARTJACK', 'FACEBOOK'];

/**
 * Reads what was found. The code goes into the item only where the builder asked for it.
 *
 * @param json Capillary's body
 * @param revealCode whether the builder asked for the code
 */
function readSuccess(json: unknown, revealCode: boolean): Success | undefined {
	const code = member(json, 'code');
	// A number is the code of a message, or has lost the zeros that it began with.
	if (typeof code !== 'string' || code.trim() === '') return undefined;
	const references = {
		userId: asText(member(json, 'userId')),
		orgId: asText(member(json, 'orgId')),
	};
	const validUpto = asText(member(json, 'validUpto'));
	return {
		statusCode: 'code',
		reference: Object.fromEntries(Object.entries(references).filter(([, value]) => value !== '')),
		...(validUpto !== '' && { expiresAt: validUpto }),
		...(revealCode && { revealed: { code: code.trim() } }),
	};
}

/**
 * Fetches the code that was last issued to a customer. It exposes a secret, so the code stays out
 * of the item unless *Reveal Code* is on.
 *
 * @see https://docs.capillarytech.com/reference/get-otp
 */
export const getOtp: Operation = {
	provider: capillary,
	name: 'getOtp',
	kind: 'fetch',
	codes: getCodes,
	credentialType,
	prepare(parameters, credential) {
		const identifierName = parameters.choice('identifierName', IDENTIFIER_NAMES);
		const identifierValue =
			identifierName === 'email' ? parameters.email('identifierValue') : parameters.text('identifierValue');
		const source = parameters.match(
			'source',
			/^[A-Za-z0-9_]{1,50}$/,
			'a source such as INSTORE, in letters, digits and _',
		);
		const accountId = parameters.optionalText('additionalFields.accountId');
		if (accountId === '' && SOURCES_WITH_ACCOUNTS.includes(source.toUpperCase())) {
			throw parameters.refusal(
				'additionalFields.accountId',
				`filled in for the source ${source}, which has several accounts`,
				"Add 'Account ID' under 'Additional Fields'.",
			);
		}
		const hasThreshold = parameters.raw('additionalFields.threshold') !== undefined;
		const revealCode = parameters.flag('revealCode');
		const request = capillaryRequest(credential, {
			method: 'GET',
			path: '/v2/otp',
			query: {
				source,
				...(accountId !== '' && { accountId }),
				identifierName,
				identifierValue,
				...(hasThreshold && {
					threshold: String(parameters.integer('additionalFields.threshold', { from: 1, to: 999_999_999 })),
				}),
				scope: parameters.choice('scope', SCOPES),
			},
			effect: false,
		});
		return {
			recipients: [identifierValue],
			secrets: [],
			identity: [identifierValue],
			reference: {},
			perform: async (call) => {
				const answer = await call(request);
				return {
					...readAnswer(getCodes, answer, (json) => readSuccess(json, revealCode)),
					// Also where it comes with a refusal.
					secrets: [asText(member(answer.json, 'code'))],
				};
			},
		};
	},
};
