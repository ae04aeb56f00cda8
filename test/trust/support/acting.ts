import type { INodeParameters } from 'n8n-workflow';

import { JOURNEYS, type Journey } from '../../support/scenarios';

/** A node whose requests make a provider act, and the people whom it acts for. */
export interface Acting {
	credential: Journey['credential'];
	node: { type: string; parameters: INodeParameters };
	/** The end of the path of the call that makes the provider act. */
	path: string;
	/** How the provider writes an address: of a person, by number. */
	address: (person: number) => string;
	/** Whether each call puts a message into the inbox. */
	sends: boolean;
	/** The output that the item of a person leaves through when all is well. */
	best: 'Sent' | 'Verified' | 'Redeemable' | 'Redeemed';
	/** The node that has to run first, which puts a message into the inbox. */
	before?: { type: string; parameters: INodeParameters };
	/** What names the person in the request; the address if it is missing. */
	namedBy?: string;
	/** Whether the provider sends a second message to the same person only after a while. */
	coolsDown?: boolean;
}

export const emailOf = (person: number) => `person-${person}-@example.com`;
/** Ten digits; no other number is part of them, and the simulator knows them. */
const mobileOf = (person: number) => `98${String(1_000_000 + person)}1`;

function ofJourney(name: string, address: Acting['address'], coolsDown = false): Record<string, Acting> {
	const { credential, send, verify, sendPath, verifyPath } = JOURNEYS[name];
	const common = { credential, address };
	return {
		[`${name}: send`]: { ...common, node: send, path: sendPath, sends: true, best: 'Sent', coolsDown },
		[`${name}: verify`]: {
			...common,
			node: verify,
			path: verifyPath,
			sends: false,
			best: 'Verified',
			before: send,
			namedBy: verify.type === 'hyperVergeVerifyEmailOtp' ? 'requestId' : 'to',
		},
	};
}

const till = {
	authentication: 'till',
	identifierName: 'email',
	identifierValue: '={{ $json.to }}',
	points: 10,
};
const issueCode = { type: 'capillaryCheckPointsRedeemable', parameters: { ...till, issueOtp: true } };

/** Every node whose requests make a provider act. */
export const ACTING: Record<string, Acting> = {
	...ofJourney('HyperVerge', emailOf),
	...ofJourney('HyperVerge by mobile', mobileOf),
	...ofJourney('Wibmo', emailOf),
	...ofJourney('Wibmo by mobile', (person) => `91${mobileOf(person)}`),
	...ofJourney('iServeU', mobileOf, true),
	...ofJourney('iServeU transaction', mobileOf),
	...ofJourney('Capillary with a till', emailOf),
	...ofJourney('Capillary with an API client', emailOf),
	'HyperVerge: retry by e-mail': {
		credential: 'hyperVergeApi',
		node: { type: 'hyperVergeRetryEmailOtp', parameters: { requestId: '={{ $json.requestId }}' } },
		path: '/retryOTPEmail',
		address: emailOf,
		sends: true,
		best: 'Sent',
		before: JOURNEYS.HyperVerge.send,
		namedBy: 'requestId',
	},
	'HyperVerge: resend by mobile': {
		credential: 'hyperVergeApi',
		node: { type: 'hyperVergeResendMobileOtp', parameters: { mobileNumber: '={{ $json.to }}' } },
		path: '/resendOtp',
		address: mobileOf,
		sends: true,
		best: 'Sent',
		before: JOURNEYS['HyperVerge by mobile'].send,
	},
	'Capillary: check points, with a code': {
		credential: 'capillaryTillApi',
		node: issueCode,
		path: '/points/isredeemable',
		address: emailOf,
		sends: true,
		best: 'Redeemable',
	},
	'Capillary: redeem points': {
		credential: 'capillaryTillApi',
		node: {
			type: 'capillaryRedeemPoints',
			parameters: { ...till, validationCode: '={{ $json.code }}' },
		},
		path: '/points/redeem',
		address: emailOf,
		sends: false,
		best: 'Redeemed',
		before: issueCode,
	},
	'Capillary: redeem a coupon': {
		credential: 'capillaryTillApi',
		node: { type: 'capillaryRedeemCoupon', parameters: { ...till, couponCode: 'SAVE10' } },
		path: '/coupon/redeem',
		address: emailOf,
		sends: false,
		best: 'Redeemed',
	},
};
