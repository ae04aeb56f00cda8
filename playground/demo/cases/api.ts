import type { Chapter } from '../case';
import { down, hyperVergeRefuses } from './faults';

const WORKFLOW = 'otp-api';

/** A program calls the API. */
export const api: Chapter = {
	title: 'API, HyperVerge',
	cases: [
		{
			about: 'Sends, and checks twice',
			workflow: WORKFLOW,
			calls: [
				{ sends: 'api-1@example.com', status: 202 },
				{ verifies: 'wrong', status: 422 },
				{ verifies: 'right', status: 200 },
			],
			takes: ['Sent', 'Wrong Code', 'Verified'],
		},
		{
			about: 'Sends too often',
			workflow: WORKFLOW,
			calls: [202, 202, 202, 429].map((status) => ({ sends: 'api-2@example.com', status })),
			takes: ['Sent', 'Sent', 'Sent', 'Throttled'],
		},
		{
			about: 'Sends to an unknown address',
			workflow: WORKFLOW,
			calls: [{ sends: 'nobody@mail.invalid', status: 422 }],
			takes: ['Not Sent'],
		},
		{
			about: 'Is stopped',
			workflow: WORKFLOW,
			calls: [
				{ sends: 'api-3@example.com', status: 202 },
				{ verifies: 'right', fault: hyperVergeRefuses('/verifyOTPEmail', 429), status: 403 },
			],
			takes: ['Sent', 'Blocked'],
		},
		{
			about: 'Passes on what a user mistyped',
			workflow: WORKFLOW,
			calls: [
				{ sends: 'api-4@example', status: 422 },
				{ sends: ' <api-4@example.com>', status: 202 },
				{ verifies: 'letters', status: 422 },
				{ verifies: 'dashed', status: 200 },
			],
			takes: ['Not Sent', 'Sent', 'Wrong Code', 'Verified'],
		},
		{
			about: 'Leaves the address and the code out',
			workflow: WORKFLOW,
			calls: [
				{ sends: undefined, status: 400 },
				{ sends: 'api-4@example.com', status: 202 },
				{ verifies: 'nothing', status: 400 },
			],
			takes: ['Error', 'Sent', 'Error'],
		},
		{
			about: 'The provider fails',
			workflow: WORKFLOW,
			calls: [
				{ sends: 'api-5@example.com', fault: down('hyperverge', '/sendOTPEmail'), status: 502 },
				{ sends: 'api-5@example.com', status: 202 },
				{ verifies: 'right', fault: down('hyperverge', '/verifyOTPEmail'), status: 502 },
			],
			takes: ['Error', 'Sent', 'Error'],
		},
		{
			about: 'Does not know the secret',
			workflow: WORKFLOW,
			calls: [
				{ sends: 'api-6@example.com', withoutKey: true, status: 403 },
				{ verifies: 'right', withoutKey: true, status: 403 },
			],
			takes: [],
		},
	],
};
