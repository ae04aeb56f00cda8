import type { Channel } from '../types';
import { emailIn, mobileIn } from './fields';

/** One OTP operation: what it is called on the wire and which fields carry what. */
export interface Operation {
	kind: 'send' | 'verify';
	messageCode: number;
	channel: Extract<Channel, 'email' | 'sms'>;
	/** Fields that may carry the recipient; the first that is present counts. */
	recipientFields: string[];
	recipientIn(value: unknown): string | undefined;
	skipFlag: string;
}

const EMAIL = { channel: 'email', recipientIn: emailIn, skipFlag: 'emailVerifySkipFlag' } as const;
const MOBILE = { channel: 'sms', recipientIn: mobileIn, skipFlag: 'smsVerifySkipFlag' } as const;

const sendEmail: Operation = { ...EMAIL, kind: 'send', messageCode: 2080, recipientFields: ['email'] };
const sendMobile: Operation = {
	...MOBILE,
	kind: 'send',
	messageCode: 1940,
	recipientFields: ['cardHolderMobileNumber'],
};
const verifyEmail: Operation = { ...EMAIL, kind: 'verify', messageCode: 2090, recipientFields: ['emailId'] };
const verifyMobile: Operation = {
	...MOBILE,
	kind: 'verify',
	messageCode: 1960,
	// The sample has the first name; a public integration sends the second.
	recipientFields: ['mobileNumber', 'cardHolderMobileNumber'],
};

/**
 * The operations by path. The documentation writes `sentOtp…`
 * (https://developer.wibmo.com/reference/send-otp-to-email-api); a public integration writes `sendOtp…`.
 */
export const OPERATIONS = new Map<string, Operation>([
	['sentOtpEmail', sendEmail],
	['sendOtpEmail', sendEmail],
	['sentOtpMobile', sendMobile],
	['sendOtpMobile', sendMobile],
	['verifyEmailOtp', verifyEmail],
	['verifyMobileOtp', verifyMobile],
]);
