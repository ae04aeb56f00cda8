import { read, readWith } from '../support/read';

const NODES = [
	'iServeUSendOtp',
	'iServeUProcessCustomer',
	'iServeUVerifyBeneficiary',
	'iServeUGetCustomer',
] as const;

/** Each node's success, as seen in samples. */
const YES: Record<(typeof NODES)[number], object> = {
	iServeUSendOtp: { status: 'SUCCESS', statusCode: '0', statusDesc: 'OTP Sent Successfully' },
	iServeUProcessCustomer: {
		status: 'SUCCESS',
		statusCode: '2',
		statusDesc: 'Customer verified successfully and Ovd Data Updated',
		KYCTypeFlag: true,
	},
	iServeUVerifyBeneficiary: {
		status: 'SUCCESS',
		statusCode: '0',
		'status-desc': 'Verified',
		parentTxnId: 'P1',
		'gateway-transaction-details': [
			{ gateWayTxnId: 'G1', status: 'SUCCESS', txnStausCode: '4', txnStatusDesc: 'Transaction Success' },
		],
	},
	iServeUGetCustomer: { status: 'SUCCESS', statusCode: '2', statusDesc: 'Customer verified' },
};

const failed = (statusCode: string, statusDesc: string) => ({ status: 'FAILED', statusCode, statusDesc });

const GRANTED = {
	iServeUSendOtp: { outcome: 'sent', reason: 'accepted' },
	iServeUProcessCustomer: { outcome: 'verified', reason: 'accepted' },
	iServeUVerifyBeneficiary: { outcome: 'verified', reason: 'accepted' },
	iServeUGetCustomer: { outcome: 'found', reason: 'customerVerified' },
};

describe.each(NODES)('%s', (node) => {
	const yes = YES[node];

	it.each<[what: string, over: object]>([
		['as printed', {}],
		['with the status in another case and spaces around it', { status: ' Success ' }],
		[
			'with the code as a number',
			{ statusCode: node === 'iServeUSendOtp' || node === 'iServeUVerifyBeneficiary' ? 0 : 2 },
		],
		['with members that no page names', { data: { id: 7 }, KYCTypeFlag: false }],
	])('grants a success %s', async (_what, over) => {
		expect(await read(node, [200, { ...yes, ...over }])).toMatchObject(GRANTED[node]);
	});

	it.each<[what: string, over: object]>([
		['without a code', { statusCode: undefined }],
		['with an empty code', { statusCode: '' }],
		['with a code that is no text and no number', { statusCode: ['2'] }],
		['with the code -1', { statusCode: '-1' }],
		['with the code 4', { statusCode: '4' }],
		['with the code 00', { statusCode: '00' }],
		['with the code 02', { statusCode: '02' }],
		['with the code 200', { statusCode: '200' }],
		['with the code 7777', { statusCode: '7777' }],
		['with the code 7777 and KYCTypeFlag false', { statusCode: '7777', KYCTypeFlag: false }],
	])('does not trust a SUCCESS %s, and keeps what it says', async (_what, over) => {
		const body: { statusCode?: unknown } = { ...yes, ...over };
		const code = typeof body.statusCode === 'string' && body.statusCode !== '' ? body.statusCode : undefined;
		const reading = await read(node, [200, body]);
		expect(reading).toMatchObject({ fault: 'unreadable', httpStatus: 200 });
		expect(reading).toHaveProperty('providerMessage');
		expect((reading as { statusCode?: string }).statusCode).toBe(code);
	});

	it.each([
		[301, 'unreadable'],
		[400, 'unreadable'],
		[401, 'unreadable'],
		[429, 'unreadable'],
		[500, 'providerDown'],
		[503, 'providerDown'],
	])('does not trust a success with HTTP %i', async (status, fault) => {
		expect(await read(node, [status, yes])).toMatchObject({ fault, httpStatus: status });
	});

	it.each(['PENDING', 'INPROGRESS', 'REFUNDED', 'OK', 'SUCCESSFUL', '', undefined, true, ['SUCCESS']])(
		'takes the status %j for neither a success nor a refusal, and keeps the code',
		async (status) => {
			expect(await read(node, [200, { ...yes, status, statusCode: '5' }])).toMatchObject({
				fault: 'unreadable',
				statusCode: '5',
				httpStatus: 200,
			});
		},
	);

	it.each([
		[200, 'unreadable'],
		[400, 'unreadable'],
		[401, 'credentialsRefused'],
		[500, 'providerDown'],
	])("names an answer of iServeU's encrypted API for what it is, with HTTP %i", async (status, fault) => {
		expect(await read(node, [status, { ResponseData: 'bm90IHJlYWRhYmxl' }])).toEqual({
			fault,
			httpStatus: status,
			hint: "The response is encrypted ('ResponseData'): this address belongs to iServeU's encrypted API, which these nodes do not support. Ask iServeU for the address, Client ID and Client Secret of the plain API.",
		});
	});

	it('does not call an empty answer encrypted', async () => {
		expect(await read(node, [200, {}])).toEqual({ fault: 'unreadable', httpStatus: 200 });
	});

	it('reads an answer that has ResponseData next to a status by its status', async () => {
		expect(await read(node, [200, { ...yes, ResponseData: 'x' }])).toMatchObject(GRANTED[node]);
		expect(await read(node, [200, { status: 'PENDING', ResponseData: 'x' }])).not.toHaveProperty('hint');
	});

	it.each([
		[401, 'credentialsRefused'],
		[403, 'credentialsRefused'],
		[404, 'misaddressed'],
		[408, 'providerDown'],
		[500, 'providerDown'],
	])('goes by HTTP status %i where it says more than FAILED, and keeps the words', async (status, fault) => {
		expect(await read(node, [status, failed('9', 'Unauthorized')])).toEqual({
			fault,
			statusCode: '9',
			httpStatus: status,
			providerMessage: 'Unauthorized',
		});
	});
});

/** A refusal leaves with its code and words, also where iServeU used HTTP 4xx for it. */
describe.each([200, 400, 422])('a refusal with HTTP %i', (httpStatus) => {
	it.each([
		['1', 'Please wait 30 seconds', 'throttled', 'cooldown'],
		['1', 'Try again in 1 minute', 'throttled', 'cooldown'],
		['1', 'OTP already sent', 'throttled', 'cooldown'],
		['1', 'That was too soon', 'throttled', 'cooldown'],
		['1', 'Please wait', 'throttled', 'cooldown'],
		['1', 'Daily limit', 'throttled', 'sendLimit'],
		['1', 'Maximum reached', 'throttled', 'sendLimit'],
		['1', 'You exceed it', 'throttled', 'sendLimit'],
		['1', 'Too many codes', 'throttled', 'sendLimit'],
		['1', 'Come back in 6 hours', 'throttled', 'sendLimit'],
		['1', 'Come back in an hour', 'throttled', 'sendLimit'],
		['1', 'Failed to send OTP', 'notSent', 'deliveryFailed'],
		['-1', 'Requested Amount Must Not be EMPTY Or Only Number Allowed', 'notSent', 'invalidRequest'],
		['0', 'odd', 'notSent', 'unclassified'],
		['', 'no code', 'notSent', 'unclassified'],
		['77', 'Secondary system busy', 'notSent', 'unclassified'],
		['77', 'The hourly job', 'notSent', 'unclassified'],
	])('of Send OTP with code %j and "%s" is %s: %s', async (statusCode, message, outcome, reason) => {
		expect(await read('iServeUSendOtp', [httpStatus, failed(statusCode, message)])).toEqual({
			outcome,
			reason,
			statusCode,
			message,
			httpStatus,
		});
	});

	it.each([
		['OTP is invalid or expired', 'wrongCode', 'incorrectOrExpired'],
		['Invalid or expired OTP', 'wrongCode', 'incorrectOrExpired'],
		['The OTP that you sent is wrong or has expired', 'wrongCode', 'incorrectOrExpired'],
		['Wrong, or long expired, is this OTP', 'wrongCode', 'incorrectOrExpired'],
		['OTP expired', 'expired', 'codeExpired'],
		['The OTP that you sent has expired', 'expired', 'codeExpired'],
		['Expired is the OTP', 'expired', 'codeExpired'],
		['Wrong is the OTP', 'wrongCode', 'incorrectCode'],
		['The OTP that you sent is wrong', 'wrongCode', 'incorrectCode'],
		['Expired OTP', 'expired', 'codeExpired'],
		['Too many attempts', 'blocked', 'attemptsExhausted'],
		['One attempt left', 'blocked', 'attemptsExhausted'],
		['You exceed it', 'blocked', 'attemptsExhausted'],
		['Too many', 'blocked', 'attemptsExhausted'],
		['Blocked', 'blocked', 'attemptsExhausted'],
		['Incorrect OTP', 'wrongCode', 'incorrectCode'],
		['OTP does not match', 'wrongCode', 'incorrectCode'],
		['OTP mismatch', 'wrongCode', 'incorrectCode'],
		['OTP not found', 'wrongCode', 'incorrectOrExpired'],
		['Invalid laptop', 'blocked', 'unclassified'],
		['Card expired', 'blocked', 'unclassified'],
	])('of a verification that says "%s" is %s: %s', async (message, outcome, reason) => {
		for (const node of ['iServeUProcessCustomer', 'iServeUVerifyBeneficiary']) {
			for (const statusCode of ['0', '1', '2', '3', '9', '']) {
				expect(await read(node, [httpStatus, failed(statusCode, message)])).toEqual({
					outcome,
					reason,
					statusCode,
					message,
					httpStatus,
				});
			}
		}
	});

	it.each([
		['-1', 'Username Must not be Empty', 'rejected'],
		['-1', 'Invalid Mobile Number', 'rejected'],
		['4', 'Internal Server Issue', 'providerDown'],
		['9', 'no idea', 'rejected'],
		// Codes of a SUCCESS.
		['0', 'odd', 'rejected'],
		['1', 'odd', 'rejected'],
		['2', 'odd', 'rejected'],
	])('of Get Customer with code %s and "%s" is the fault %s', async (statusCode, message, fault) => {
		expect(await read('iServeUGetCustomer', [httpStatus, failed(statusCode, message)])).toEqual({
			fault,
			statusCode,
			httpStatus,
			providerMessage: message,
		});
	});
});

describe('how far a customer has come', () => {
	it.each(['0', '1', '3', 1])(
		'blocks a registration whose customer is in the state %j, and keeps its code and words',
		async (statusCode) => {
			for (const KYCTypeFlag of [true, false, undefined]) {
				const body = { status: 'SUCCESS', statusCode, statusDesc: 'not there yet', KYCTypeFlag };
				expect(await read('iServeUProcessCustomer', [200, body])).toEqual({
					outcome: 'blocked',
					reason: 'notVerified',
					statusCode: String(statusCode),
					message: 'not there yet',
					httpStatus: 200,
				});
			}
		},
	);

	it('verifies a registration with the code 2, whatever KYCTypeFlag says', async () => {
		for (const KYCTypeFlag of [true, false, undefined]) {
			const body = { ...YES.iServeUProcessCustomer, KYCTypeFlag };
			expect(await read('iServeUProcessCustomer', [200, body])).toMatchObject({ outcome: 'verified' });
		}
	});

	it.each([
		['0', 'notFound', 'notOnboarded'],
		['1', 'found', 'customerCreated'],
		['2', 'found', 'customerVerified'],
		['3', 'found', 'documentMissing'],
	])('is told by the code %s of a look-up: %s, %s', async (statusCode, outcome, reason) => {
		expect(
			await read('iServeUGetCustomer', [200, { status: 'SUCCESS', statusCode, statusDesc: 'text' }]),
		).toEqual({
			outcome,
			reason,
			statusCode,
			message: 'text',
			httpStatus: 200,
		});
	});

	it.each(['iServeUProcessCustomer', 'iServeUGetCustomer'])(
		'is told only with HTTP 2xx by %s',
		async (node) => {
			const body = { status: 'SUCCESS', statusCode: '0', statusDesc: 'text' };
			expect(await read(node, [400, body])).toMatchObject({ fault: 'unreadable', statusCode: '0' });
			expect(await read(node, [500, body])).toMatchObject({ fault: 'providerDown', statusCode: '0' });
		},
	);
});

describe('iServeU Verify Beneficiary', () => {
	const DETAILS = 'gateway-transaction-details';
	const answered = async (details: unknown) =>
		await read('iServeUVerifyBeneficiary', [200, { ...YES.iServeUVerifyBeneficiary, [DETAILS]: details }]);
	const done = { txnStausCode: '4' };

	it.each<[what: string, details: unknown]>([
		['one step', [{ ...done, status: 'SUCCESS' }]],
		['a step without a status', [done]],
		['a step whose status is null', [{ ...done, status: null }]],
		['a step with the code as a number', [{ txnStausCode: 4, status: 'Success' }]],
		['several steps', [done, { ...done, status: 'SUCCESS' }]],
	])('verifies with %s', async (_what, details) => {
		expect(await answered(details)).toEqual({
			outcome: 'verified',
			reason: 'accepted',
			statusCode: '0',
			message: 'Verified',
			httpStatus: 200,
			reference: { parentTxnId: 'P1' },
		});
	});

	it.each<[what: string, details: unknown]>([
		['no steps', undefined],
		['an empty list of steps', []],
		['no list', { ...done, status: 'SUCCESS' }],
		['a text', '4'],
		['a step that is no object', ['4']],
		['a step without a code', [{ status: 'SUCCESS' }]],
		['a step whose code is empty', [{ txnStausCode: '', status: 'SUCCESS' }]],
		...['0', '1', '2', '3', '5', '04', '44', 'SUCCESS', true, ['4']].map(
			(txnStausCode): [string, unknown] => [
				`a step with the code ${JSON.stringify(txnStausCode)}`,
				[{ txnStausCode, status: 'SUCCESS' }],
			],
		),
		...['FAILED', 'INPROGRESS', 'PENDING', false, { ok: true }].map((status): [string, unknown] => [
			`a step with the status ${JSON.stringify(status)}`,
			[{ ...done, status }],
		]),
		['a second step that failed', [done, { txnStausCode: '2' }]],
		['the code in the other spelling only', [{ txnStatusCode: '4', status: 'SUCCESS' }]],
	])('does not trust a SUCCESS with %s, and keeps the ID of the transaction', async (_what, details) => {
		expect(await answered(details)).toEqual({
			fault: 'unreadable',
			statusCode: '0',
			httpStatus: 200,
			providerMessage: 'Verified',
			reference: { parentTxnId: 'P1' },
		});
	});

	it.each<[what: string, status: number, body: object, meaning: object]>([
		['another transaction', 200, { externalRefNumber: 'ORDER000002' }, { fault: 'mismatched' }],
		['an unknown code', 200, { statusCode: '9' }, { fault: 'unreadable', statusCode: '9' }],
		['no status', 200, { status: undefined }, { fault: 'unreadable' }],
		['an outage', 503, {}, { fault: 'providerDown' }],
		['a refusal', 200, { status: 'FAILED' }, { outcome: 'blocked', reason: 'unclassified' }],
	])('keeps the ID of the transaction next to %s', async (_what, status, body, meaning) => {
		expect(
			await read('iServeUVerifyBeneficiary', [status, { ...YES.iServeUVerifyBeneficiary, ...body }]),
		).toMatchObject({ ...meaning, reference: { parentTxnId: 'P1' } });
	});
});

describe('an answer that repeats the request', () => {
	it.each<[node: keyof typeof YES, parameters: object, repeated: object]>([
		['iServeUSendOtp', {}, { customerMobileNumber: '9876543210' }],
		['iServeUProcessCustomer', {}, { mobileNumber: '+91 98765-43210' }],
		['iServeUGetCustomer', {}, { mobileNumber: '919876543210' }],
		['iServeUVerifyBeneficiary', {}, { externalRefNumber: 'ORDER000001' }],
		[
			'iServeUProcessCustomer',
			{ additionalFields: { externalRefNumber: 'ORDER7', paramA: 'a' } },
			{ externalRefNumber: 'ORDER7', paramA: 'a', paramB: 'not sent' },
		],
		[
			'iServeUVerifyBeneficiary',
			{ additionalFields: { paramB: '751002', paramC: 'Bhubaneswar' } },
			{ paramB: '751002', paramC: 'Bhubaneswar' },
		],
	])('is trusted by %s with %j where it repeats %j', async (node, parameters, repeated) => {
		expect(await readWith(node, parameters, [200, { ...YES[node], ...repeated }])).toMatchObject(
			GRANTED[node],
		);
	});

	it.each<[node: keyof typeof YES, parameters: object, repeated: object]>([
		['iServeUSendOtp', {}, { customerMobileNumber: '9876543211' }],
		['iServeUProcessCustomer', {}, { mobileNumber: '9876543211' }],
		['iServeUGetCustomer', {}, { mobileNumber: '9876543211' }],
		['iServeUVerifyBeneficiary', {}, { customerMobileNumber: '9876543211' }],
		[
			'iServeUProcessCustomer',
			{ additionalFields: { externalRefNumber: 'ORDER7' } },
			{ externalRefNumber: 'ORDER8' },
		],
		['iServeUProcessCustomer', { additionalFields: { paramC: 'mine' } }, { paramC: 'not mine' }],
		['iServeUVerifyBeneficiary', { additionalFields: { paramB: '751002' } }, { paramB: '751003' }],
		['iServeUVerifyBeneficiary', { additionalFields: { paramC: 'mine' } }, { paramC: 'not mine' }],
	])('is not trusted by %s with %j where it says %j', async (node, parameters, repeated) => {
		expect(await readWith(node, parameters, [200, { ...YES[node], ...repeated }])).toMatchObject({
			fault: 'mismatched',
		});
	});
});
