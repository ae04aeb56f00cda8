import fc from 'fast-check';
import type { IDataObject, INodeType } from 'n8n-workflow';

import { CapillaryGenerateOtp } from '../../nodes/capillary/CapillaryGenerateOtp/CapillaryGenerateOtp.node';
import { generateOtp } from '../../nodes/capillary/CapillaryGenerateOtp/operation';
import { CapillaryGetOtp } from '../../nodes/capillary/CapillaryGetOtp/CapillaryGetOtp.node';
import { getOtp } from '../../nodes/capillary/CapillaryGetOtp/operation';
import { CapillaryValidateOtp } from '../../nodes/capillary/CapillaryValidateOtp/CapillaryValidateOtp.node';
import { validateOtp } from '../../nodes/capillary/CapillaryValidateOtp/operation';
import { HyperVergeSendEmailOtp } from '../../nodes/hyperverge/HyperVergeSendEmailOtp/HyperVergeSendEmailOtp.node';
import { sendEmailOtp as hyperVergeSend } from '../../nodes/hyperverge/HyperVergeSendEmailOtp/operation';
import { HyperVergeVerifyEmailOtp } from '../../nodes/hyperverge/HyperVergeVerifyEmailOtp/HyperVergeVerifyEmailOtp.node';
import { verifyEmailOtp as hyperVergeVerify } from '../../nodes/hyperverge/HyperVergeVerifyEmailOtp/operation';
import { IServeUProcessCustomer } from '../../nodes/iserveu/IServeUProcessCustomer/IServeUProcessCustomer.node';
import { processCustomer } from '../../nodes/iserveu/IServeUProcessCustomer/operation';
import { IServeUSendOtp } from '../../nodes/iserveu/IServeUSendOtp/IServeUSendOtp.node';
import { sendOtp } from '../../nodes/iserveu/IServeUSendOtp/operation';
import { isFault } from '../../nodes/shared/faults';
import { isGranting } from '../../nodes/shared/outcomes';
import type { Operation, ProviderAnswer } from '../../nodes/shared/operation';
import { sendEmailOtp as wibmoSend } from '../../nodes/wibmo/WibmoSendEmailOtp/operation';
import { WibmoSendEmailOtp } from '../../nodes/wibmo/WibmoSendEmailOtp/WibmoSendEmailOtp.node';
import { verifyEmailOtp as wibmoVerify } from '../../nodes/wibmo/WibmoVerifyEmailOtp/operation';
import { WibmoVerifyEmailOtp } from '../../nodes/wibmo/WibmoVerifyEmailOtp/WibmoVerifyEmailOtp.node';
import { answerOf, parametersOf, play } from '../support/pure';

const url = 'https://api.example.com';
const credential = { baseUrl: url, cryptoBaseUrl: url, operationsBaseUrl: url, cluster: url, username: 'agent' };

type Body = Record<string, unknown>;

interface Subject {
	operation: Operation;
	node: INodeType;
	values: IDataObject;
	/** Whether the provider's documentation calls this answer a success. Written from the contract. */
	isSuccess: (httpStatus: number, body: Body) => boolean;
	/** Puts the answer in question where the operation reads it. */
	answers: (answer: ProviderAnswer) => ProviderAnswer[];
}

const is2xx = (status: number) => status >= 200 && status < 300;
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const noErrors = ({ errors, errorCode }: Body) =>
	(!Array.isArray(errors) || errors.length === 0) && text(errorCode) === '';
const alone = (answer: ProviderAnswer) => [answer];
const sealed = (answer: ProviderAnswer) => [
	answerOf(200, { token: 'sealed' }),
	answerOf(answer.httpStatus, { token: 'sealed' }),
	{ ...answer, httpStatus: 200 },
];
const hyperVergeSuccess = (status: number, { status: word, statusCode }: Body) =>
	is2xx(status) && word === 'success' && ['200', ''].includes(text(statusCode));
const iServeUSuccess = (status: number, { status: word }: Body) => is2xx(status) && text(word).toUpperCase() === 'SUCCESS';
const wibmoSuccess = (status: number, { responseCode }: Body) => is2xx(status) && text(responseCode) === '00';

const SUBJECTS: Record<string, Subject> = {
	'HyperVerge Send Email OTP': {
		operation: hyperVergeSend,
		node: new HyperVergeSendEmailOtp(),
		values: { email: 'jane@example.com' },
		isSuccess: hyperVergeSuccess,
		answers: alone,
	},
	'HyperVerge Verify Email OTP': {
		operation: hyperVergeVerify,
		node: new HyperVergeVerifyEmailOtp(),
		values: { requestId: 'req', otp: '123456' },
		isSuccess: hyperVergeSuccess,
		answers: alone,
	},
	'iServeU Send OTP': {
		operation: sendOtp,
		node: new IServeUSendOtp(),
		values: { customerMobileNumber: '9876543210', ovdData: '765386439745' },
		isSuccess: iServeUSuccess,
		answers: alone,
	},
	'iServeU Process Customer': {
		operation: processCustomer,
		node: new IServeUProcessCustomer(),
		values: { mobileNumber: '9876543210', otp: '123456', name: 'A', latLong: '1,1', publicIP: '192.0.2.1' },
		isSuccess: iServeUSuccess,
		answers: alone,
	},
	'Wibmo Send Email OTP': {
		operation: wibmoSend,
		node: new WibmoSendEmailOtp(),
		values: { email: 'jane@example.com' },
		isSuccess: wibmoSuccess,
		answers: sealed,
	},
	'Wibmo Verify Email OTP': {
		operation: wibmoVerify,
		node: new WibmoVerifyEmailOtp(),
		values: { email: 'jane@example.com', otp: '123456' },
		isSuccess: wibmoSuccess,
		answers: sealed,
	},
	'Capillary Generate OTP': {
		operation: generateOtp,
		node: new CapillaryGenerateOtp(),
		values: { entityValue: '919876543210' },
		isSuccess: (status, body) => is2xx(status) && noErrors(body) && body.entity !== false && /^[0-9]+$/.test(text(body.createdId)),
		answers: alone,
	},
	'Capillary Validate OTP': {
		operation: validateOtp,
		node: new CapillaryValidateOtp(),
		values: { entityValue: '919876543210', code: '123456' },
		isSuccess: (status, body) => is2xx(status) && noErrors(body) && body.entity === true,
		answers: alone,
	},
	'Capillary Get OTP': {
		operation: getOtp,
		node: new CapillaryGetOtp(),
		values: { identifierValue: '919876543210' },
		isSuccess: (status, body) => is2xx(status) && noErrors(body) && body.entity !== false && text(body.code) !== '',
		answers: alone,
	},
};

/** Words that providers use for yes and for no, and values that are nearly one of them. */
const words = fc.constantFrom<unknown>(
	'success', 'SUCCESS', 'Success', 'failure', 'FAILED', '00', '0', 0, '000', '200', 200, '1', 1, '2', '-1', '1017', '400', 401, '429', 500,
	true, false, 'true', 'false', null, '', [], {}, ['success'], { status: 'success' }, 'OTP verified', 'Invalid OTP', 610, 'entity:true', 'createdId',
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
		errors: fc.oneof(words, fc.array(fc.record({ code: words, message: words, status: words }), { maxLength: 3 })),
		errorCode: words,
	},
	{ requiredKeys: [] },
);
const httpStatus = fc.constantFrom(200, 200, 200, 201, 204, 301, 302, 400, 401, 403, 404, 408, 415, 422, 429, 500, 502, 503, 504);
const RUNS = 10_000;

describe.each(Object.entries(SUBJECTS))('%s', (_name, subject) => {
	const { operation, node, values, isSuccess, answers } = subject;
	const parameters = parametersOf(node, values);

	const grants = (answer: ProviderAnswer) => {
		const { end } = play(operation, parameters, credential, answers(answer));
		return !isFault(end) && isGranting(operation.kind, end.outcome);
	};

	it(`grants nothing without the provider's explicit success, in ${RUNS} generated answers`, () => {
		let successes = 0;
		fc.assert(
			fc.property(httpStatus, body, (status, given) => {
				const granted = grants(answerOf(status, given));
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
});
