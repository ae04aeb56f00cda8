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

/** What Capillary puts a verdict into: mostly a yes, so that enough answers are one. */
const verdict = fc.constantFrom<unknown>(
	'true',
	true,
	'true',
	true,
	'false',
	false,
	'success',
	1,
	['true'],
	undefined,
);
/** Answers of v1.1 that are a success but for one or two words, in the envelopes of old and new. */
const nearlyRedeemed = fc.record({
	request: verdict,
	requestCode: fc.constantFrom<unknown>(200, '200', 200, 201, 500, undefined),
	item: verdict,
	itemAsStatus: fc.boolean(),
	itemCode: fc.constantFrom<unknown>(800, '800', 700, '700', 808, 705, 876, 7777, ''),
	is_redeemable: fc.constantFrom<unknown>('true', true, 'true', 'false', false, 'yes', 1, undefined),
	beside: fc.constantFrom<Body>(
		{},
		{},
		{},
		{ errors: [] },
		{ errors: 'no' },
		{ error: { code: 1 } },
		{ success: 'false' },
	),
	within: fc.constantFrom<Body>({}, {}, {}, { inner: { item_status: { success: 'false' } } }),
	envelope: fc.constantFrom('new', 'old', 'nested', 'XML'),
});
/** Answers of v2 that are a success but for one or two words. */
const nearlyYes = fc.record(
	{
		entity: fc.constantFrom<unknown>(true, true, true, 'true', false),
		createdId: fc.constantFrom<unknown>(10, '1', 10, 'x', ''),
		code: fc.constantFrom<unknown>('538AD87', '538AD87', 538, ' '),
		success: verdict,
		status: fc.oneof(verdict, fc.record({ success: verdict, code: fc.constantFrom(200, 500) })),
		errors: fc.constantFrom<unknown>([], null, {}, '', 'no', { code: 605 }, [{ code: 7777 }], ['no']),
		error: fc.constantFrom<unknown>(null, '', 'no', { message: 'no' }),
		errorCode: fc.constantFrom<unknown>('', null, 4000, '7777'),
		warnings: fc.constantFrom<unknown>([], null, [{ code: 7777 }], [{ code: 602 }], [{ code: 4001 }]),
	},
	{ requiredKeys: ['entity', 'createdId', 'code'] },
);
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
const isNothing = (value: unknown) =>
	value === undefined ||
	value === null ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value).length === 0);
const isYes = (value: unknown) => value === 'true' || value === true;
/** Whether nothing next to the yes of an answer of v2 says otherwise; `denials` are codes of refusals. */
const undisputed =
	(...denials: string[]) =>
	({ errors, error, errorCode, entity, success, status, warnings }: Body) => {
		const verdicts =
			typeof status === 'object' && status !== null && !Array.isArray(status)
				? [success, (status as Body).success, (status as Body).status]
				: [success, status];
		const warned = Array.isArray(warnings) ? warnings : [];
		return (
			[errors, error, errorCode].every(isNothing) &&
			entity !== false &&
			verdicts.every((verdict) => isNothing(verdict) || isYes(verdict)) &&
			!warned.some((warning) => [...denials, '4001'].includes(text((warning as Body).code)))
		);
	};
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
const iServeU = {
	isSuccess: (status: number, { status: word }: Body) =>
		is2xx(status) && text(word).toUpperCase() === 'SUCCESS',
};
const wibmo = {
	isSuccess: (status: number, { responseCode }: Body) => is2xx(status) && text(responseCode) === '00',
	answers: sealed,
};
/** A body in XML, which has no types and no lists of nothing. */
const xmlOf = (value: unknown): string =>
	typeof value !== 'object' || value === null
		? String(value ?? '')
		: Object.entries(value)
				.map(([name, inner]) => `<${name}>${xmlOf(inner)}</${name}>`)
				.join('');
const redemption = (code: string, wrap: (item: object) => object, decides?: 'is_redeemable'): Subject => ({
	near: nearlyRedeemed,
	envelope: (given: Body) => {
		if (given.envelope === undefined) return given;
		const { request, requestCode, item, itemAsStatus, itemCode, is_redeemable, beside, within } = given;
		const status = { success: request, code: requestCode, message: 'x' };
		const item_status = { [itemAsStatus ? 'status' : 'success']: item, code: itemCode, message: 'x' };
		const inner = { ...(decides && { is_redeemable }), ...(within as object), item_status };
		if (given.envelope === 'old') return { status, ...wrap(inner), ...(beside as object) };
		const nested = { outer: { item_status, response: { status, ...wrap(inner) } } };
		const body = { response: { status, ...(given.envelope === 'nested' && decides ? nested : wrap(inner)) } };
		return given.envelope === 'XML' ? xmlOf(body) : { ...body, ...(beside as object) };
	},
	isSuccess: (httpStatus, given) => {
		const { request, requestCode, item, itemCode, is_redeemable, beside, within, envelope } = given;
		// XML has no types: a list of one word is that word.
		const says = (value: unknown) => isYes(value) || (envelope === 'XML' && String(value) === 'true');
		const { errors, error, success } = (envelope === 'XML' ? {} : (beside ?? {})) as Body;
		return (
			is2xx(httpStatus) &&
			says(request) &&
			['', '200'].includes(text(requestCode)) &&
			says(item) &&
			text(itemCode) === code &&
			(decides === undefined || isYes(is_redeemable)) &&
			[errors, error, success].every(isNothing) &&
			isNothing(within)
		);
	},
});

/** What each node takes for a success, by type name. */
const SUBJECTS: Record<string, Subject> = {
	hyperVergeSendEmailOtp: hyperVerge,
	hyperVergeVerifyEmailOtp: hyperVerge,
	hyperVergeRetryEmailOtp: hyperVerge,
	hyperVergeSendMobileOtp: hyperVerge,
	hyperVergeResendMobileOtp: hyperVerge,
	hyperVergeVerifyMobileOtp: hyperVerge,
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
		near: nearlyYes,
		isSuccess: (status, body) =>
			is2xx(status) && undisputed('602')(body) && /^[0-9]+$/.test(text(body.createdId)),
	},
	capillaryValidateOtp: {
		near: nearlyYes,
		isSuccess: (status, body) => is2xx(status) && undisputed('602')(body) && body.entity === true,
	},
	capillaryGetOtp: {
		near: nearlyYes,
		isSuccess: (status, body) =>
			is2xx(status) && undisputed()(body) && typeof body.code === 'string' && text(body.code) !== '',
	},
	capillaryRedeemPoints: redemption('800', (item) => ({ responses: { points: item } })),
	capillaryRedeemCoupon: redemption('700', (item) => ({ coupons: { coupon: item } })),
	capillaryCheckPointsRedeemable: redemption(
		'800',
		(item) => ({ points: { redeemable: item } }),
		'is_redeemable',
	),
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
