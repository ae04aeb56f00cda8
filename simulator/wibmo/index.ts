import { indiaTime } from '../shared/clock';
import {
	fieldsOf,
	isRecord,
	json,
	type Answer,
	type Mount,
	type Provider,
	type ProviderRequest,
	type World,
} from '../shared/provider';
import { isStranger } from '../shared/text';
import { Codes } from './codes';
import { TokenCrypto } from './crypto';
import { commonFieldsAreValid, numberOrText, sendFieldsAreValid, verifyFieldsAreValid } from './fields';
import { clientProblem, keyProblem } from './headers';
import { OPERATIONS, type Operation } from './operations';
import { CARD_NOT_FOUND, INVALID_MESSAGE, MALFORMED_REQUEST, SUCCESS, type Result } from './results';

const OPERATION_PATH = '/uat/sbx/api/onboarding/v1/';

export const wibmoMount: Mount = { name: 'wibmo', prefixes: ['/uat/sbx', ''] };

/** Encrypt, decrypt and the four OTP operations, https://developer.wibmo.com/reference/otp-management */
export function createWibmo(world: World): Provider {
	return new Wibmo(world);
}

class Wibmo implements Provider {
	private readonly crypto = new TokenCrypto();
	private readonly codes: Codes;
	private readonly usedTransactions = new Set<string>();

	constructor(private readonly world: World) {
		this.codes = new Codes(world);
	}

	answer(request: ProviderRequest): Answer {
		const operation = request.route.startsWith(OPERATION_PATH)
			? OPERATIONS.get(request.route.slice(OPERATION_PATH.length))
			: undefined;
		const isCryptoCall = request.route === '/api/v2/encrypt' || request.route === '/api/v2/decrypt';
		if (request.method !== 'POST' || !(operation ?? isCryptoCall)) {
			return json(404, { message: 'no Route matched with those values' });
		}
		const refused = keyProblem(request);
		if (refused) return refused;
		if (operation) return this.operate(operation, request);
		return request.route === '/api/v2/encrypt' ? this.encrypt(request) : this.decrypt(request);
	}

	plaintext(request: ProviderRequest): string | undefined {
		return this.crypto.decrypt(fieldsOf(request.body).token);
	}

	private encrypt(request: ProviderRequest): Answer {
		// Assumption: the call takes any JSON object and does not look into it; its errors are not published.
		if (!isRecord(request.body)) return json(400, { message: 'Invalid request body' });
		return json(200, { token: this.crypto.encrypt(JSON.stringify(request.body)) });
	}

	private decrypt(request: ProviderRequest): Answer {
		const plaintext = this.plaintext(request);
		// Assumption: the answer to a text that is no token is not published.
		if (plaintext === undefined) return json(400, { message: 'Unable to decrypt the token' });
		return { status: 200, contentType: 'application/json', body: plaintext };
	}

	private operate(operation: Operation, request: ProviderRequest): Answer {
		const fields = parsedObject(this.plaintext(request));
		const result =
			clientProblem(request) ?? (fields ? this.fieldProblem(operation, fields) : MALFORMED_REQUEST);
		if (result || !fields) return this.encrypted(operation, request, fields, result ?? MALFORMED_REQUEST);

		const recipient = recipientOf(operation, fields) ?? '';
		if (operation.kind === 'send' && this.codes.limitReached(operation, recipient)) {
			// Assumption: the gateway refuses, so there is no token.
			return json(429, { message: 'API rate limit exceeded' });
		}
		this.usedTransactions.add(String(fields.clientTxnId));
		return this.encrypted(operation, request, fields, this.perform(operation, fields, recipient));
	}

	private fieldProblem(operation: Operation, fields: Record<string, unknown>): Result | undefined {
		const valid =
			commonFieldsAreValid(fields, operation.messageCode) &&
			recipientOf(operation, fields) !== undefined &&
			(operation.kind === 'send' ? sendFieldsAreValid : verifyFieldsAreValid)(fields, operation.skipFlag);
		// Assumption: the answer to a clientTxnId that was used before is not published.
		return valid && !this.usedTransactions.has(String(fields.clientTxnId)) ? undefined : INVALID_MESSAGE;
	}

	private perform(operation: Operation, fields: Record<string, unknown>, recipient: string): Result {
		// Assumption: the validation that the skip flag skips is what answers 1001.
		if (fields[operation.skipFlag] !== true && isStranger(recipient)) return CARD_NOT_FOUND;
		if (operation.kind === 'verify') return this.codes.verify(operation, recipient, numberOrText(fields.otp));
		this.codes.send(operation, recipient, fields.otp_generation_type === '1');
		return SUCCESS;
	}

	/** The fields and their order are those of the mobile-send sample, the only genuine one. */
	private encrypted(
		operation: Operation,
		request: ProviderRequest,
		fields: Record<string, unknown> | undefined,
		result: Result,
	): Answer {
		const bankId = Number(request.header('bankId'));
		const plaintext = JSON.stringify({
			responseCode: result.code,
			messageCode: operation.messageCode + 1,
			clientTxnId: numberOrText(fields?.clientTxnId),
			clientId: request.header('clientId') ?? '',
			responseDateTime: indiaTime(this.world.clock.now()).replace(/\D/g, ''),
			responseMessage: result.message,
			bankId: Number.isInteger(bankId) ? bankId : 0,
		});
		return json(200, { token: this.crypto.encrypt(plaintext) });
	}
}

function recipientOf(operation: Operation, fields: Record<string, unknown>): string | undefined {
	const name = operation.recipientFields.find((field) => fields[field] !== undefined);
	return name === undefined ? undefined : operation.recipientIn(fields[name]);
}

function parsedObject(text: string | undefined): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text ?? '');
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
