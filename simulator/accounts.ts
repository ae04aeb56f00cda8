/**
 * The invented accounts that the simulator accepts. None of these values occurs in the
 * documentation of a provider, so that no reader can mistake a demo value printed there for a
 * working one.
 */
export const SIMULATOR_ACCOUNTS = {
	wibmo: {
		apiKey: 'SIMULATOR-WIBMO-API-KEY',
		clientId: '7001',
		bankId: '7002',
		entityId: '7003',
		secureCode: 'SimulatorWibmoSecure01',
		consumerId: 'SIMULATOR-WIBMO-CONSUMER',
	},
	iserveu: {
		clientId: 'simulator-iserveu-client',
		clientSecret: 'simulator-iserveu-secret',
		username: 'simulator_agent',
	},
	capillary: {
		tillUsername: 'simulator.till',
		/** In plain text; the wire carries its MD5. */
		tillPassword: 'simulator-till-password',
		clientKey: 'simulator-capillary-key',
		clientSecret: 'simulator-capillary-secret',
		/** An API client of another organization, which has codes and customers of its own. */
		otherClientKey: 'simulator-capillary-other-key',
		otherClientSecret: 'simulator-capillary-other-secret',
	},
	hyperverge: {
		appId: 'simulator-app',
		appKey: 'simulator-app-key',
	},
};
