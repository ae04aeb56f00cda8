import { type CodeRow } from '../engine';

const GENERATE = 'https://docs.capillarytech.com/reference/generate-otp';
const VALIDATE = 'https://docs.capillarytech.com/reference/validate-otp';
const GET = 'https://docs.capillarytech.com/reference/get-otp';
const CODES = 'https://docs.capillarytech.com/reference/success-and-error-codes';
const STATUS_CODES = 'https://docs.capillarytech.com/reference/apioverview';
const PLATFORM = 'https://docs.capillarytech.com/reference/errors-and-warnings';

/** Codes of all Capillary operations. The body may repeat those that are HTTP statuses. */
export const platformCodes: readonly CodeRow[] = [
	{ code: '401', text: 'Authentication failed', fault: 'credentialsRefused', source: PLATFORM },
	{ code: '403', text: 'Access denied', fault: 'credentialsRefused', source: PLATFORM },
	{
		code: '4000',
		text: 'Not authorized. Access is denied!',
		fault: 'credentialsRefused',
		source: 'https://docs.capillarytech.com/reference/authorisation',
	},
	{
		code: '4001',
		text: 'Authorization status unavailable!',
		fault: 'providerDown',
		source: 'https://docs.capillarytech.com/reference/authorisation',
	},
	{ code: '404', text: 'Not found', fault: 'misaddressed', source: STATUS_CODES },
	{ code: '405', text: 'Method not allowed', fault: 'misaddressed', source: STATUS_CODES },
	{ code: '415', text: 'Unsupported media type', fault: 'misaddressed', source: STATUS_CODES },
	{ code: '461', text: 'Search engine busy', fault: 'providerDown', source: STATUS_CODES },
	{ code: '1060', text: 'Batch limit exceeded', fault: 'rejected', source: STATUS_CODES },
	{ code: '1061', text: 'Attribution headers incomplete', fault: 'credentialsRefused', source: STATUS_CODES },
	{ code: '1062', text: 'Not explained by the provider', fault: 'rejected', source: STATUS_CODES },
	{ code: '1064', text: 'Not explained by the provider', fault: 'rejected', source: STATUS_CODES },
	{ code: '500', text: 'All requests have failed due to errors', fault: 'providerDown', source: PLATFORM },
	{ code: '520', text: 'Possible during large imports', fault: 'providerDown', source: PLATFORM },
];

const customerLocked: CodeRow = {
	code: '521',
	text: 'Another action is running for the same customer',
	reason: 'cooldown',
	source: PLATFORM,
};

const entityCodes: readonly CodeRow[] = [
	{ code: '600', text: 'Invalid or Null action passed', reason: 'invalidRequest', source: CODES },
	{ code: '601', text: 'Invalid or Null entity type passed', reason: 'invalidRequest', source: CODES },
	{ code: '602', text: 'Invalid or Null entity value passed', reason: 'invalidRequest', source: CODES },
];

/** `createdId` stands for the field that means success. */
export const generateCodes: readonly CodeRow[] = [
	{ code: 'createdId', text: 'OTP generated', reason: 'accepted', source: GENERATE },
	{
		code: 'createdId:1',
		text: 'The OTP that is still valid was sent again',
		reason: 'reissued',
		source: GENERATE,
	},
	...entityCodes,
	{ code: '429', text: 'Rate limit exceeded', reason: 'sendLimit', source: CODES },
	{ code: '517', text: 'Rate limit exceeded', reason: 'sendLimit', source: GENERATE },
	customerLocked,
	{
		code: '603',
		text: 'Communication channel value invalid or null',
		reason: 'invalidRequest',
		source: CODES,
	},
	{ code: '606', text: 'Cannot generate an OTP right now', reason: 'deliveryFailed', source: CODES },
	{
		code: '607',
		text: 'Mandatory template name not passed for WhatsApp type channel',
		reason: 'invalidRequest',
		source: GENERATE,
	},
	{
		code: '608',
		text: 'Something went wrong while fetching OTP template',
		reason: 'notConfigured',
		source: GENERATE,
	},
	{
		code: '621',
		text: 'Zalo template identifier cannot be empty',
		reason: 'invalidRequest',
		source: GENERATE,
	},
	{ code: '874', text: 'Cannot generate validation code', reason: 'deliveryFailed', source: CODES },
	{ code: '875', text: 'Cannot generate validation code', reason: 'deliveryFailed', source: CODES },
	{
		code: '1006',
		text: 'Mobile validation failed: base country or regex not set up',
		reason: 'notConfigured',
		source: CODES,
	},
	{
		code: '8014',
		text: 'Mobile validation failed: base country or regex not set up',
		reason: 'notConfigured',
		source: CODES,
	},
	{ code: '8056', text: 'Invalid mobile', reason: 'invalidRecipient', source: GENERATE },
	...platformCodes,
];

/** `entity:true` and `entity:false` stand for the values of the field that decides. */
export const validateCodes: readonly CodeRow[] = [
	{ code: 'entity:true', text: 'OTP accepted', reason: 'accepted', source: VALIDATE },
	{ code: 'entity:false', text: 'OTP wrong or expired', reason: 'incorrectOrExpired', source: VALIDATE },
	...entityCodes,
	{
		code: '429',
		text: 'Too many validations',
		reason: 'rateLimited',
		source: `Assumed: ${VALIDATE} documents the limit but not the answer`,
	},
	customerLocked,
	{ code: '604', text: 'No OTP passed', reason: 'invalidRequest', source: CODES },
	{
		code: '605',
		text: 'OTP is either invalid, expired, or null.',
		reason: 'incorrectOrExpired',
		source: CODES,
	},
	{
		code: '610',
		text: 'OTP validated, reported next to other errors',
		reason: 'unclassified',
		source: `${CODES} lists it as a success without showing where it appears; only entity:true is trusted`,
	},
	{ code: '876', text: 'OTP validation failed', reason: 'incorrectOrExpired', source: CODES },
	...platformCodes,
];

/** `code` stands for the field that contains the OTP. */
export const getCodes: readonly CodeRow[] = [
	{ code: 'code', text: 'OTP found', reason: 'accepted', source: GET },
	{ code: '9001', text: 'No valid OTP found.', reason: 'noValidCode', source: CODES },
	{
		code: '8015',
		text: 'Customer not found',
		reason: 'recipientNotRegistered',
		source: 'A code of other customer lookups; assumed here',
	},
	...platformCodes,
];
