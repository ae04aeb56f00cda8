import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { isFault } from '../../nodes/shared/faults';
import { isGranting } from '../../nodes/shared/outcomes';
import type { ProviderAnswer } from '../../nodes/shared/operation';
import { namedOutputNodes, operationOf } from '../support/operations';
import { answerOf, parametersOf, play } from '../support/pure';
import { VALID_ITEMS } from '../support/validItems';

const url = 'https://api.example.com';
const credential = {
	baseUrl: url,
	cryptoBaseUrl: url,
	operationsBaseUrl: url,
	cluster: url,
	username: 'agent',
};

/** Bodies of redemptions that are a success but for one or two words. */
const nearlyRedeemed = fc.record({
	entity: fc.constantFrom<unknown>('true', true, 'false', null),
	status: fc.constantFrom<unknown>('true', true, 'false', 'success'),
	code: fc.constantFrom<unknown>(800, '700', 700, 808, 705, ''),
	is_redeemable: fc.constantFrom<unknown>('true', 'false', true, ''),
});
type Body = Record<string, unknown>;

interface Subject {
	/** Whether the provider's documentation calls this answer a success. Written from the contract. */
	isSuccess: (httpStatus: number, body: Body) => boolean;
	/** Puts the answer in question where the operation reads it. */
	answers?: (answer: ProviderAnswer) => ProviderAnswer[];
	/** Bodies that are nearly a success, where words put together by chance are too seldom one. */
	near?: fc.Arbitrary<Body>;
	/** Puts a generated body into the envelope of the operation. */
	envelope?: (body: Body) => unknown;
}

const is2xx = (status: number) => status >= 200 && status < 300;
const text = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
const noErrors = ({ errors, errorCode }: Body) =>
	(!Array.isArray(errors) || errors.length === 0) && text(errorCode) === '';
const sealed = (answer: ProviderAnswer) => [
	answerOf(200, { token: 'sealed' }),
	answerOf(answer.httpStatus, { token: 'sealed' }),
	{ ...answer, httpStatus: 200 },
];

/** Tokens and identifiers as HyperVerge's pages and MSG91's widget show them. */
const IDENTIFIERS: unknown[] = [
	'req-0123456789abcdef',
	'9b2f6d3e-1a77-4c1d-8d0e-0123456789ab',
	'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln',
];
const AGREEING: unknown[] = ['', null, 'success', 'Success', 'SUCCESS', '200', 200, 'true', true];
const WORDS_OF_A_SUCCESS: unknown[] = [
	...AGREEING,
	...IDENTIFIERS,
	'OTP verified success',
	'OTP verified',
	'otp_sent_successfully',
	'OTP sent successfully to your email',
];
const YES: unknown[] = [true, 'yes'];
const NOTHING: unknown[] = ['', null, false, 'false', 'no', 0, '0'];
/** What may stand next to a success of HyperVerge, in the members that can speak against it. */
const NEXT_TO_SUCCESS: Record<string, unknown[]> = {
	...Object.fromEntries(['verified', 'valid', 'match', 'success', 'sent'].map((name) => [name, YES])),
	...Object.fromEntries(
		['isInvalid', 'otp_expired', 'error', 'errors', 'errorCode'].map((name) => [name, NOTHING]),
	),
	...Object.fromEntries(['status_code', 'code', 'responseCode'].map((name) => [name, AGREEING])),
	...Object.fromEntries(
		['result', 'message', 'status', 'statusDesc', 'responseMessage', 'summary'].map((name) => [
			name,
			WORDS_OF_A_SUCCESS,
		]),
	),
	type: ['success'],
};
const speaksAgainst = (name: string, value: unknown): boolean => {
	if (Array.isArray(value)) return value.some((entry) => speaksAgainst(name, entry));
	if (typeof value !== 'object' || value === null) {
		return name in NEXT_TO_SUCCESS && !NEXT_TO_SUCCESS[name].includes(value);
	}
	const members = Object.entries(value);
	if (name.startsWith('error') && members.length > 0) return true;
	return members.some(([key, entry]) => speaksAgainst(key, entry));
};
const messageOf = (result: unknown) =>
	typeof result === 'object' && result !== null ? (result as Body).message : result;

const hyperVerge = (isYes: (result: unknown) => boolean): Subject => ({
	near: fc.record(
		{
			status: fc.constantFrom<unknown>('success', 'success', 'success', 'failure', 'SUCCESS', true),
			statusCode: fc.constantFrom<unknown>('200', 200, '200', '', '400', 401, null),
			result: fc.oneof(
				fc.constantFrom<unknown>(
					...IDENTIFIERS,
					'OTP verified success',
					'OTP verified',
					'otp_expired',
					true,
					null,
					[],
				),
				fc.record(
					{
						message: fc.constantFrom<unknown>(
							...IDENTIFIERS,
							...WORDS_OF_A_SUCCESS,
							'OTP not match',
							'OTP retry count maxed out',
							'Verification pending',
							'Mobile no. already verified',
							'MAXLIMITREACHED3',
						),
						...Object.fromEntries(
							['verified', 'valid', 'match', 'success', 'sent'].map((name) => [
								name,
								fc.constantFrom<unknown>(true, true, 'yes', 'YES', 'true', 1, false, 'no', 0, null),
							]),
						),
						...Object.fromEntries(
							['isInvalid', 'otp_expired'].map((name) => [
								name,
								fc.constantFrom<unknown>(false, false, 'no', 0, null, true, 'yes', 'perhaps'),
							]),
						),
						status: fc.constantFrom<unknown>('success', 'success', 'pending', 'failed'),
						status_code: fc.constantFrom<unknown>(200, '200', 422, 429, 500, 204),
						details: fc.constantFrom<unknown>([], { summary: 'Invalid OTP' }, { match: false }),
						type: fc.constantFrom<unknown>('success', 'error'),
						note: fc.constantFrom<unknown>('0 failed attempts', 'text'),
					},
					{ requiredKeys: [] },
				),
			),
			message: fc.constantFrom<unknown>('success', 'OTP verified', 'Invalid OTP'),
			error: fc.constantFrom<unknown>('', null, 'Invalid OTP', { message: 'Invalid OTP' }),
		},
		{ requiredKeys: ['status'] },
	),
	isSuccess: (status, body) =>
		is2xx(status) &&
		body.status === 'success' &&
		[undefined, '200', 200].includes(body.statusCode as string) &&
		!speaksAgainst('', body) &&
		isYes(body.result),
});
const hyperVergeSends = hyperVerge(() => true);
const hyperVergeSendsEmail = hyperVerge((result) => IDENTIFIERS.includes(messageOf(result)));
const hyperVergeVerifies = hyperVerge((result) => {
	const { verified, valid, match, success } = { ...(result as Body) };
	return (
		result === undefined ||
		[...IDENTIFIERS, 'OTP verified success'].includes(messageOf(result)) ||
		[verified, valid, match, success].some((verdict) => YES.includes(verdict))
	);
});
const iServeU = {
	isSuccess: (status: number, { status: word }: Body) =>
		is2xx(status) && text(word).toUpperCase() === 'SUCCESS',
};
const wibmo = {
	isSuccess: (status: number, { responseCode }: Body) => is2xx(status) && text(responseCode) === '00',
	answers: sealed,
};
const yes = (value: unknown) => value === 'true' || value === true;
const redemption = (code: string, wrap: (item: unknown) => object): Subject => ({
	near: nearlyRedeemed,
	envelope: ({ entity, status, code: itemCode, is_redeemable }: Body) => ({
		response: {
			status: { success: entity, code: 200, message: 'x' },
			...wrap({ is_redeemable, item_status: { success: status, code: itemCode, message: 'x' } }),
		},
	}),
	isSuccess: (httpStatus: number, body: Body) =>
		is2xx(httpStatus) && yes(body.entity) && yes(body.status) && text(body.code) === code,
});

const redeemable = redemption('800', (item) => ({ points: { redeemable: item } }));
const checkPoints: Subject = {
	...redeemable,
	isSuccess: (status, body) => redeemable.isSuccess(status, body) && body.is_redeemable === 'true',
};

/** What each node takes for a success, by type name. */
const SUBJECTS: Record<string, Subject> = {
	hyperVergeSendEmailOtp: hyperVergeSendsEmail,
	hyperVergeVerifyEmailOtp: hyperVergeVerifies,
	hyperVergeRetryEmailOtp: hyperVergeSends,
	hyperVergeSendMobileOtp: hyperVergeSends,
	hyperVergeResendMobileOtp: hyperVergeSends,
	hyperVergeVerifyMobileOtp: hyperVergeVerifies,
	iServeUSendOtp: iServeU,
	iServeUProcessCustomer: iServeU,
	iServeUVerifyBeneficiary: iServeU,
	iServeUGetCustomer: {
		near: fc.record({
			status: fc.constantFrom<unknown>('SUCCESS', 'success', 'FAILED', true),
			statusCode: fc.constantFrom<unknown>('1', '2', 3, '0', '4', '-1', '02', ''),
		}),
		isSuccess: (status, body) =>
			iServeU.isSuccess(status, body) && ['1', '2', '3'].includes(text(body.statusCode)),
	},
	wibmoSendEmailOtp: wibmo,
	wibmoVerifyEmailOtp: wibmo,
	wibmoSendMobileOtp: wibmo,
	wibmoVerifyMobileOtp: wibmo,
	capillaryGenerateOtp: {
		isSuccess: (status, body) =>
			is2xx(status) && noErrors(body) && body.entity !== false && /^[0-9]+$/.test(text(body.createdId)),
	},
	capillaryValidateOtp: {
		isSuccess: (status, body) => is2xx(status) && noErrors(body) && body.entity === true,
	},
	capillaryGetOtp: {
		isSuccess: (status, body) =>
			is2xx(status) &&
			noErrors(body) &&
			body.entity !== false &&
			typeof body.code === 'string' &&
			text(body.code) !== '',
	},
	capillaryRedeemPoints: redemption('800', (item) => ({ responses: { points: item } })),
	capillaryRedeemCoupon: redemption('700', (item) => ({ coupons: { coupon: [item] } })),
	capillaryCheckPointsRedeemable: checkPoints,
};

/** Words that providers use for yes and for no, and values that are nearly one of them. */
const words = fc.constantFrom<unknown>(
	'success',
	'SUCCESS',
	'Success',
	'failure',
	'FAILED',
	'00',
	'0',
	0,
	'000',
	'200',
	200,
	'1',
	1,
	'2',
	'-1',
	'1017',
	'400',
	401,
	'429',
	500,
	800,
	'700',
	true,
	false,
	'true',
	'false',
	null,
	'',
	[],
	{},
	['success'],
	{ status: 'success' },
	{ message: 'req-0123456789abcdef' },
	'OTP verified',
	'Invalid OTP',
	610,
	'entity:true',
	'createdId',
);
const body = fc.record(
	{
		status: words,
		statusCode: words,
		statusDesc: words,
		message: words,
		error: words,
		result: fc.oneof(words, fc.record({ message: words })),
		responseCode: words,
		responseMessage: words,
		entity: words,
		createdId: words,
		code: words,
		errors: fc.oneof(
			words,
			fc.array(fc.record({ code: words, message: words, status: words }), { maxLength: 3 }),
		),
		errorCode: words,
		is_redeemable: words,
	},
	{ requiredKeys: [] },
);
const httpStatus = fc.constantFrom(
	200,
	200,
	200,
	201,
	204,
	301,
	302,
	400,
	401,
	403,
	404,
	408,
	415,
	422,
	429,
	500,
	502,
	503,
	504,
);
const RUNS = 10_000;

it('covers every node with named outputs', () => {
	const covered = Object.keys(SUBJECTS).sort();
	expect(covered).toEqual(
		namedOutputNodes()
			.map(({ description }) => description.name)
			.sort(),
	);
});

describe.each(Object.entries(SUBJECTS))('%s', (name, subject) => {
	const {
		isSuccess,
		answers = (answer: ProviderAnswer) => [answer],
		envelope = (given: Body) => given,
	} = subject;
	const { operation, node } = operationOf(name);
	const parameters = parametersOf(node, VALID_ITEMS[name].values as IDataObject);

	const grants = (answer: ProviderAnswer) => {
		const { end } = play(operation, parameters, credential, answers(answer));
		return !isFault(end) && isGranting(operation.kind, end.outcome);
	};

	it(`grants nothing without the provider's explicit success, in ${RUNS} generated answers`, () => {
		let successes = 0;
		const bodies = subject.near === undefined ? body : fc.oneof(body, subject.near);
		fc.assert(
			fc.property(httpStatus, bodies, (status, given) => {
				const granted = grants(answerOf(status, envelope(given as Body)));
				if (granted) successes += 1;
				expect(granted && !isSuccess(status, given)).toBe(false);
			}),
			{ numRuns: RUNS },
		);
		expect(successes).toBeGreaterThan(0);
	});

	it('grants nothing for a body that is no JSON object, whatever it says', () => {
		fc.assert(
			fc.property(
				httpStatus,
				fc.oneof(
					fc.string(),
					fc.constantFrom(
						'<html><body>success</body></html>',
						'<response><status><success>true</success><code>200</code></status></response>',
						'<code>610</code>',
						'<code>createdId</code>',
						'<code>entity:true</code>',
						'{"status":"success","statusCode":"200","result":{"message":"x"',
						'"success"',
						'["success"]',
						'[{"entity":true}]',
						'true',
						'200',
					),
				),
				(status, given) => {
					expect(grants(answerOf(status, given))).toBe(false);
				},
			),
			{ numRuns: 2000 },
		);
	});

	it.each(['otp ', 'wrong ', 'expired ', '<code>', '<message>', ' ', 'a'])(
		'grants nothing for a megabyte of "%s" in every place, and does not stop the n8n that it runs in',
		(piece) => {
			const words = piece.repeat(1_000_000 / piece.length);
			const given = { status: 'FAILED', statusCode: 4, statusDesc: words, message: words, error: words };
			expect(grants(answerOf(200, { ...given, errors: [{ code: 4, message: words }] }))).toBe(false);
			expect(grants(answerOf(400, words))).toBe(false);
		},
	);
});
