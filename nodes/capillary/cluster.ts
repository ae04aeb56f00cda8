import type { INodeProperties } from 'n8n-workflow';

import { allowPrivateHttpProperty, defaultCountryCodeProperty } from '../engine';

/**
 * The fields that both credential types have: where the data of the organization is hosted, and the country
 * of its customers.
 *
 * @see https://docs.capillarytech.com/reference/apioverview
 */
export const commonProperties: INodeProperties[] = [
	{
		displayName: 'Cluster',
		name: 'cluster',
		type: 'options',
		options: [
			{ name: 'Asia 1 / India', value: 'https://apac.api.capillarytech.com' },
			{ name: 'Asia 2', value: 'https://apac2.api.capillarytech.com' },
			{ name: 'China', value: 'https://api.capillarytech.cn.com' },
			{ name: 'China (CDN)', value: 'https://cdn-api.capillarytech.cn.com' },
			{
				name: 'China 2',
				value: 'https://apichina.capillarytech-cn.com/api',
				description: "Used by public integrations; not listed in Capillary's documentation",
			},
			{ name: 'Custom Host', value: 'custom' },
			{ name: 'Europe', value: 'https://eu.api.capillarytech.com' },
			{ name: 'US', value: 'https://us.api.capillarytech.com' },
		],
		default: 'https://apac.api.capillarytech.com',
		description: 'The cluster that hosts your organization, as specified by Capillary',
	},
	{
		displayName: 'Custom Host',
		name: 'customHost',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://api.example.com',
		description: "The base URL of the API, without '/v2' and everything after it",
		displayOptions: { show: { cluster: ['custom'] } },
	},
	{ ...allowPrivateHttpProperty, displayOptions: { show: { cluster: ['custom'] } } },
	defaultCountryCodeProperty(''),
];
