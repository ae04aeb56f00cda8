import type { Decision } from '../../../nodes/engine/answers/statement';
import { toOutputItem } from '../../../nodes/engine/run/outputItem';
import { operation, preparedItem } from '../support/example';

const item = preparedItem({ recipients: ['jane@example.com'], reference: { own: 'a', both: 'b' } });
const privacy = { secrets: ['1234'], recipients: item.recipients, secretKeys: ['token'] };
const least: Decision = {
	outcome: 'sent',
	reason: 'accepted',
	statusCode: 'OK',
	message: 'code 1234 to jane@example.com',
	httpStatus: 200,
	response: { token: 't', note: '1234' },
};
const common = {
	provider: 'example',
	operation: 'send',
	outcome: 'sent',
	reason: 'accepted',
	statusCode: 'OK',
	message: 'code [redacted] to j•••@example.com',
	httpStatus: 200,
};

it('says nothing in an item that the provider did not say', () => {
	expect(toOutputItem(operation, { ...item, recipients: [] }, least, privacy, false)).toEqual({
		...common,
		reference: { own: 'a', both: 'b' },
		recipient: null,
		retryAfterSeconds: null,
		attemptsRemaining: null,
		expiresAt: null,
	});
});

it('says in an item all that the provider said, but for what is secret', () => {
	const told = { retryAfterSeconds: 0, attemptsRemaining: 0, expiresAt: '2030-01-01T00:00:00Z' };
	const most = { ...least, ...told, statusCodes: ['OK', '1234'], reference: { both: 'c', theirs: 'd' } };
	const shown = { result: { token: 'kept', more: '1234' }, revealed: { code: '1234' } };
	expect(toOutputItem(operation, item, { ...most, ...shown }, privacy, true)).toEqual({
		...common,
		...told,
		statusCodes: ['OK', '[redacted]'],
		reference: { own: 'a', both: 'b', theirs: 'd' },
		recipient: 'j•••@example.com',
		token: '[redacted]',
		more: '[redacted]',
		code: '1234',
		response: { token: '[redacted]', note: '[redacted]' },
	});
});
