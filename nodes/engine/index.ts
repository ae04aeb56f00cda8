/** The public API of the engine. Providers and credentials import nothing else from it. */
export { type Fault, type FaultKind, isFault } from './operation/faults';
export { type Call, defineOperation, type Operation } from './operation/operation';
export type { Credential, Provider, ProviderAnswer, ProviderRequest } from './operation/provider';
export { type Reason } from './operation/outcomes';
export { type CodeRow, findCode } from './operation/statusCodes';
export { outputsOf } from './fields/branching';
export {
	choiceField,
	collection,
	type Field,
	field,
	type FieldInput,
	type Reader,
	readField,
	type Roles,
	shown,
	vary,
} from './fields/field';
export { additionalFields, otp, providerQuirks } from './fields/fields';
export {
	emailAddress,
	flag,
	isEmailAddress,
	matching,
	oneTimePassword,
	orNew,
	tenDigitMobile,
	text,
	wholeNumber,
} from './fields/readers';
export { newIdentifier } from './fields/uniqueId';
export { faultOfStatus, isSuccess } from './answers/httpStatus';
export { asText, isJsonObject, type JsonObject, member, parseJson } from './answers/json';
export type { Decision, Statement } from './answers/statement';
export { type Correlation } from './answers/transaction';
export { checkTokenOwner, NoAccessToken, storedToken } from './credentials/accessToken';
export { checkBaseUrl } from './credentials/baseUrl';
export {
	checkHeaderFields,
	credentialRefusal,
	credentialFlag,
	credentialText,
	optionalCredentialText,
	withCredential,
} from './credentials/credentialFields';
export { testRequestOptions, testRules } from './credentials/credentialTest';
export { runOperation } from './run/run';
