import type { INode, OnError } from 'n8n-workflow';

const RETRIES = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

/** Each *On Error*, with the settings that could turn a fault into an item. */
const withMore = (onError: OnError, label: string): Array<[string, Partial<INode>]> => [
	[label, { onError }],
	[`${label} and Always Output Data`, { onError, alwaysOutputData: true }],
	[`${label} and Retry On Fail`, { onError, ...RETRIES }],
	[`${label}, Always Output Data and Retry On Fail`, { onError, alwaysOutputData: true, ...RETRIES }],
];

/** Settings with which a node goes on after a fault, by their names. */
export const GOES_ON = [
	...withMore('continueRegularOutput', 'Continue'),
	...withMore('continueErrorOutput', 'Continue (using error output)'),
];
export const STOPS = withMore('stopWorkflow', 'Stop Workflow');
export const ALL_SETTINGS = [...GOES_ON, ...STOPS];
