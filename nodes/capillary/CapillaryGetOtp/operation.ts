import {
	additionalFields,
	asText,
	choiceField,
	defineOperation,
	emailAddress,
	field,
	flag,
	matching,
	member,
	text,
	wholeNumber,
} from '../../engine';
import { readAnswer, type Success } from '../answer';
import { getCodes } from '../codes';
import { authentication, identifierValueBy, mobile, purpose } from '../fields';
import { capillary, capillaryRequest } from '../provider';

const identifierName = choiceField({
	displayName: 'Identifier Name',
	name: 'identifierName',
	type: 'options',
	options: [
		{ name: 'Email', value: 'email' },
		{ name: 'External ID', value: 'external_id' },
		{ name: 'Mobile', value: 'mobile' },
		{ name: 'WeChat', value: 'wechat' },
	],
	default: 'mobile',
	description: 'What identifies the customer',
});

const identifierValue = identifierValueBy(identifierName, { email: emailAddress, mobile });

const source = field(
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		required: true,
		default: 'INSTORE',
		placeholder: 'e.g. INSTORE',
		description:
			'Where the customer is registered, such as INSTORE, ECOMMERCE, WEBSITE, MOBILE_APP, WECHAT, MARTJACK, FACEBOOK or OTHERS',
	},
	matching(/^[A-Za-z0-9_]{1,50}$/, 'a source such as INSTORE: letters, digits and underscores only'),
);

/** Sources in which a customer can have several accounts, which require an account ID. */
const SOURCES_WITH_ACCOUNTS = ['WECHAT', 'MARTJACK', 'FACEBOOK'];

const scope = purpose(
	{ displayName: 'Scope', name: 'scope', description: 'What the code was generated for' },
	{},
	['CUSTOMER_IDENTIFIER_CHANGE', 'CUSTOMER_ISSUE_LINK_CARD', 'CUSTOMER_STATUS_UPDATE', 'POINTSTRANSFER'],
);

const revealCode = field(
	{
		displayName: 'Reveal Code',
		name: 'revealCode',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			"Whether to add the code to the output as the 'code' field. n8n stores outputs with the execution, so everyone who can open the execution can read the code.",
	},
	flag,
);

const accountId = field(
	{
		displayName: 'Account ID',
		name: 'accountId',
		type: 'string',
		default: '',
		placeholder: 'e.g. WECHAT-ACCOUNT-1',
		description: 'The account within the source, required for WECHAT, MARTJACK and FACEBOOK',
	},
	text(),
);

const threshold = field(
	{
		displayName: 'Threshold',
		name: 'threshold',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'The validity of the code to fetch, in seconds. Capillary does not document whether this is the age of the code or its remaining time.',
	},
	wholeNumber({ from: 1, to: 999_999_999 }),
);

function readSuccess(json: unknown, revealsCode: boolean): Success | undefined {
	const code = member(json, 'code');
	// Numbers are ignored: they may be error codes, or OTPs that lost their leading zeros.
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
		...(revealsCode && { revealed: { code: code.trim() } }),
	};
}

/**
 * Fetches the code that was last issued to a customer. The code is a secret, so the item contains it only
 * with *Reveal Code* on.
 *
 * @see https://docs.capillarytech.com/reference/get-otp
 */
export const getOtp = defineOperation({
	provider: capillary,
	name: 'getOtp',
	kind: 'fetch',
	description: 'Look up the one-time password (OTP) last issued to a customer',
	codes: getCodes,
	searchWords: ['fetch otp', 'read otp', 'help desk', 'loyalty'],
	form: [
		authentication,
		identifierName,
		identifierValue,
		source,
		scope,
		revealCode,
		additionalFields(accountId, threshold),
	],
	check(item, refusal) {
		if (item.accountId === undefined && SOURCES_WITH_ACCOUNTS.includes(item.source.toUpperCase())) {
			throw refusal(
				'accountId',
				`filled in for the source ${item.source}, which can have several accounts`,
				"Add 'Account ID' under 'Additional Fields'.",
			);
		}
	},
	identifiers: ['userId', 'orgId'],
	result: { code: 'string' },
	async perform(item, { call, credential }) {
		const request = capillaryRequest(credential, {
			method: 'GET',
			path: '/v2/otp',
			query: {
				source: item.source,
				accountId: item.accountId,
				identifierName: item.identifierName,
				identifierValue: item.identifierValue,
				threshold: item.threshold?.toString(),
				scope: item.scope,
			},
			effect: false,
		});
		const answer = await call(request);
		return {
			...readAnswer(getCodes, answer, (json) => readSuccess(json, item.revealCode)),
			// Redacted even if the answer is a refusal.
			secrets: [asText(member(answer.json, 'code'))],
		};
	},
});
