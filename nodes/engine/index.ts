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
export { emailAddress } from './fields/emailAddress';
export { additionalFields, otpField, providerQuirks } from './fields/fields';
export { indianMobile, internationalMobile } from './fields/mobileNumber';
export { flag, matching, orNew, text, wholeNumber } from './fields/readers';
export { amount, digitCode, grouped, letterCode } from './fields/typedReaders';
export { newIdentifier } from './fields/uniqueId';
export { faultOfStatus, isSuccess } from './answers/httpStatus';
export { asText, isJsonObject, type JsonObject, member, parseJson } from './answers/json';
export type { Decision, Statement } from './answers/statement';
export { type Correlation } from './answers/transaction';
export { checkTokenOwner, noAccessToken, refuseRenewal, storedToken } from './credentials/accessToken';
export { allowPrivateHttpProperty, checkBaseUrl } from './credentials/baseUrl';
export {
	checkHeaderFields,
	credentialRefusal,
	credentialFlag,
	credentialText,
	defaultCountryCode,
	defaultCountryCodeProperty,
	optionalCredentialText,
	withCredential,
} from './credentials/credentialFields';
export { testRequestOptions, testRules } from './credentials/credentialTest';
export { runOperation } from './run/run';
