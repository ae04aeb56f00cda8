import type { IDataObject } from 'n8n-workflow';

import type { Simulator } from '../../../../simulator';
import {
	call,
	CAPILLARY_HEADERS,
	codeFor,
	HYPERVERGE_HEADERS,
	ISERVEU_HEADERS,
	valueAt,
	WIBMO_HEADERS,
	type Reply,
} from '../../../simulator/support/client';

/** Somebody who gets codes, and what of the address or number a node shows. */
export interface Person {
	index: number;
	email: string;
	maskedEmail: string;
	/** Ten digits. */
	mobile: string;
	maskedMobile: string;
	/** With country code. */
	longMobile: string;
	maskedLongMobile: string;
}

/** One for each item of a cell. */
export const PEOPLE: readonly Person[] = [
	{
		index: 0,
		email: 'asha@example.com',
		maskedEmail: 'a•••@example.com',
		mobile: '9876501001',
		maskedMobile: '••••••1001',
		longMobile: '919876501001',
		maskedLongMobile: '••••••••1001',
	},
	{
		index: 1,
		email: 'bela@example.com',
		maskedEmail: 'b•••@example.com',
		mobile: '9876502002',
		maskedMobile: '••••••2002',
		longMobile: '919876502002',
		maskedLongMobile: '••••••••2002',
	},
	{
		index: 2,
		email: 'chitra@example.com',
		maskedEmail: 'c•••@example.com',
		mobile: '9876503003',
		maskedMobile: '••••••3003',
		longMobile: '919876503003',
		maskedLongMobile: '••••••••3003',
	},
];

/** The reference of a person's transaction. */
export const transactionOf = (person: Person) => `ORDER00000${person.index}`;

/** Makes what an item needs before its node can succeed: a code that went out, a token. */
export type Preparation = (simulator: Simulator, person: Person) => Promise<IDataObject>;

async function post(
	simulator: Simulator,
	path: string,
	headers: Record<string, string>,
	body: object,
): Promise<Reply> {
	const reply = await call(simulator, 'POST', path, { headers, body });
	if (reply.status >= 300) throw new Error(`${path} answered ${reply.status}: ${reply.text}`);
	return reply;
}

export const hyperVergeEmailCode: Preparation = async (simulator, { email }) => {
	const reply = await post(simulator, '/hyperverge/v1/sendOTPEmail', HYPERVERGE_HEADERS, {
		email,
		otpLength: '6',
	});
	return { requestId: String(valueAt(reply, 'result', 'message')), code: codeFor(simulator, email) };
};

export const hyperVergeMobileCode: Preparation = async (simulator, { mobile }) => {
	const body = { templateId: 'tmpl-1', mobileNumber: mobile, otpLength: '6' };
	await post(simulator, '/hyperverge/v1/verifyMobileSendOtp', HYPERVERGE_HEADERS, body);
	return { to: mobile, code: codeFor(simulator, mobile) };
};

async function iServeUCode(simulator: Simulator, mobile: string, fields: object): Promise<IDataObject> {
	await post(simulator, '/iserveu/common/dmt-lite/unified/otp/send', ISERVEU_HEADERS, {
		customerMobileNumber: mobile,
		username: 'simulator_agent',
		...fields,
	});
	return { to: mobile, code: codeFor(simulator, mobile) };
}

export const iServeURegistrationCode: Preparation = async (simulator, { mobile }) =>
	await iServeUCode(simulator, mobile, { otpType: '1', ovdType: 'Aadhar Card', ovdData: '765386439745' });

export const iServeUTransactionCode: Preparation = async (simulator, person) => {
	const externalRefNumber = transactionOf(person);
	const code = await iServeUCode(simulator, person.mobile, {
		otpType: '2',
		requestedAmount: '1001',
		externalRefNumber,
	});
	return { ...code, externalRefNumber };
};

async function wibmoToken(simulator: Simulator, plaintext: object): Promise<string> {
	const time = { clientTxnId: `TXN${Math.random()}`, requestDateTime: '20260313180234' };
	const reply = await post(simulator, '/wibmo/api/v2/encrypt', WIBMO_HEADERS, { ...time, ...plaintext });
	return String(valueAt(reply, 'token'));
}

const emailPayload = ({ email }: Person) => ({ messageCode: 2080, email, productId: '1' });
const mobilePayload = ({ longMobile }: Person) => ({
	messageCode: 1940,
	cardHolderMobileNumber: longMobile,
	productId: '1',
});

export const wibmoEmailToken: Preparation = async (simulator, person) => ({
	token: await wibmoToken(simulator, emailPayload(person)),
});

export const wibmoEmailCode: Preparation = async (simulator, person) => {
	const token = await wibmoToken(simulator, emailPayload(person));
	await post(simulator, '/wibmo/uat/sbx/api/onboarding/v1/sentOtpEmail', WIBMO_HEADERS, { token });
	return { to: person.email, code: codeFor(simulator, person.email) };
};

export const wibmoMobileCode: Preparation = async (simulator, person) => {
	const token = await wibmoToken(simulator, mobilePayload(person));
	await post(simulator, '/wibmo/uat/sbx/api/onboarding/v1/sentOtpMobile', WIBMO_HEADERS, { token });
	return { to: person.longMobile, code: codeFor(simulator, person.longMobile) };
};

/** @param action what Capillary issues the code for */
export const capillaryCode =
	(action: string): Preparation =>
	async (simulator, { longMobile }) => {
		await post(simulator, '/capillary/v2/otp/generate', CAPILLARY_HEADERS, {
			entityType: 'MOBILE',
			entityValue: longMobile,
			action,
			channels: [{ type: 'SMS', value: longMobile }],
		});
		return { to: longMobile, code: codeFor(simulator, longMobile) };
	};
