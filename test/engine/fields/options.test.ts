import { optionsOf, readSettings } from '../../../nodes/engine/fields/options';
import { parametersFrom, tried } from '../support/example';

const PATHS = ['batching.batch.batchSize', 'batching.batch.batchInterval', 'timeout', 'includeResponse'];

const settings = (...given: unknown[]) =>
	tried(() => {
		const values = PATHS.map((path, index) => [`options.${path}`, given[index]]);
		const parameters = parametersFrom(Object.fromEntries(values), [optionsOf('send')]);
		return Object.values(readSettings(parameters));
	});

it('sends two hundred items at a time, without a pause, half a minute each, with the answer, unless set otherwise', () => {
	expect(settings()).toEqual([250, 0, 30_000, true]);
});

it.each([
	[1, 0, 1, true],
	[1000, 3_600_000, 600_000, false],
])('takes settings from the least to the most: %i, %i, %i, %s', (...given) => {
	expect(settings(...given)).toEqual(given);
});

it.each([
	["'Items per Batch' must be a whole number from 1 to 1000", [0], [1001]],
	["'Batch Interval (Ms)' must be a whole number from 0 to 3600000", [1, -1], [1, 3_600_001]],
	["'Timeout' must be a whole number from 1 to 600000", [1, 0, 0], [1, 0, 600_001]],
	["'Include Provider Response' must be true or false", [1, 0, 1, 'no'], [1, 0, 1, 1]],
])('refuses a setting out of its range: %s', (refusal, least, most) => {
	expect([settings(...least), settings(...most)]).toEqual([refusal, refusal]);
});
