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
/** Answers of HyperVerge that are a success but for one or two words. */
const nearlyAccepted = fc.record(
	{
		status: fc.constantFrom<unknown>('success', 'success', 'failure', 'SUCCESS', true),
		statusCode: fc.constantFrom<unknown>('200', 200, '', '400', 401),
		result: fc.constantFrom<unknown>(
			{ message: 'req-0123456789abcdef' },
			{ message: '' },
			{ message: 'req-0123456789abcdef', verified: false },
			'OTP verified',
			'Invalid OTP',
		),
		error: fc.constantFrom<unknown>('', 'Invalid OTP', { message: 'Invalid OTP' }),
	},
	{ requiredKeys: ['status', 'result'] },
);

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

const hyperVerge: Subject = {
	near: nearlyAccepted,
	isSuccess: (status, { status: word, statusCode }) =>
		is2xx(status) && word === 'success' && ['200', ''].includes(text(statusCode)),
};
/** Answers of iServeU that are a success but for one or two words. */
const nearlySuccess = (more: Record<string, fc.Arbitrary<unknown>> = {}) =>
	fc.record({
		status: fc.constantFrom<unknown>('SUCCESS', 'SUCCESS', 'success', 'FAILED', 'PENDING', true),
		statusCode: fc.constantFrom<unknown>('0', '2', 0, 2, '1', 3, '-1', '4', '02', '429', '', null),
		statusDesc: fc.constantFrom<unknown>('text', 'Verified', 'Invalid OTP', ''),
		...more,
	});
const iServeU = (codes: string[], more?: Record<string, fc.Arbitrary<unknown>>): Subject => ({
	near: nearlySuccess(more),
	isSuccess: (status, { status: word, statusCode }) =>
		is2xx(status) && text(word).toUpperCase() === 'SUCCESS' && codes.includes(text(statusCode)),
});
const step = fc.record(
	{
		txnStausCode: fc.constantFrom<unknown>('4', '4', 4, '0', '2', '', null),
		status: fc.constantFrom<unknown>('SUCCESS', 'Success', 'FAILED', '', null, false),
		txnStatusDesc: fc.constantFrom('Transaction Success', 'Transaction Failed'),
	},
	{ requiredKeys: [] },
);
const beneficiary = iServeU(['0'], {
	'gateway-transaction-details': fc.oneof(fc.array(step, { maxLength: 2 }), step, fc.constant(null)),
});
const isStepDone = ({ txnStausCode, status }: Body) =>
	text(txnStausCode) === '4' &&
	(status ?? '') !== false &&
	['', 'SUCCESS'].includes(text(status).toUpperCase());

/** Decrypted answers of Wibmo that are a success but for one or two words. */
const wibmoCode = fc.constantFrom<unknown>(
	'00',
	'00',
	' 00 ',
	0,
	'0',
	'000',
	'1017',
	'SUCCESS',
	['00'],
	null,
);
const nested = fc.constantFrom<unknown>(
	undefined,
	'text',
	'00',
	{ responseCode: '00' },
	{ responseCode: '1017' },
	[{ deeper: { responseCode: '1017' } }],
	'{"responseCode":"1017"}',
	'{"responseCode":"00"}',
);
const holdsOtherCode = (value: unknown) => JSON.stringify(value ?? '').includes('1017');
const wibmo: Subject = {
	near: fc.record({
		responseCode: wibmoCode,
		responseMessage: fc.constantFrom('SUCCESS', 'text', 'INVALID OTP'),
		data: nested,
	}),
	isSuccess: (status, { responseCode, data }) =>
		is2xx(status) && text(responseCode) === '00' && !holdsOtherCode(data),
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
	hyperVergeSendEmailOtp: hyperVerge,
	hyperVergeVerifyEmailOtp: hyperVerge,
	hyperVergeRetryEmailOtp: hyperVerge,
	hyperVergeSendMobileOtp: hyperVerge,
	hyperVergeResendMobileOtp: hyperVerge,
	hyperVergeVerifyMobileOtp: hyperVerge,
	iServeUSendOtp: iServeU(['0']),
	iServeUProcessCustomer: iServeU(['2'], { KYCTypeFlag: fc.boolean() }),
	iServeUVerifyBeneficiary: {
		...beneficiary,
		isSuccess: (status, given) => {
			const steps = given['gateway-transaction-details'];
			return (
				beneficiary.isSuccess(status, given) &&
				Array.isArray(steps) &&
				steps.length > 0 &&
				steps.every(isStepDone)
			);
		},
	},
	iServeUGetCustomer: iServeU(['1', '2', '3']),
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
