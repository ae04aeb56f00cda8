import { parseArgs } from 'node:util';

import { SIMULATOR_ACCOUNTS, startSimulator } from './index';

const DEFAULT_PORT = 4010;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' } } });
	const port = Number(values.port ?? DEFAULT_PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port must be a number from 0 to 65535, not ${values.port}`);
	}
	const simulator = await startSimulator({ port });
	console.log(summary(simulator.url));

	const stop = (): void => {
		void simulator.close();
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function summary(url: string): string {
	const lines = [
		'The simulator is running. Stop it with Ctrl-C.',
		'',
		`  Inbox                ${url}/inbox`,
		'',
		'Base URLs',
		`  Wibmo, crypto        ${url}/wibmo`,
		`  Wibmo, operations    ${url}/wibmo/uat/sbx`,
		`  iServeU              ${url}/iserveu`,
		`  Capillary            ${url}/capillary`,
		`  HyperVerge           ${url}/hyperverge/v1`,
		'',
		'Accounts (invented; they work nowhere else)',
	];
	for (const [provider, account] of Object.entries(SIMULATOR_ACCOUNTS)) {
		lines.push(`  ${provider}`);
		for (const [name, value] of Object.entries(account)) lines.push(`    ${name.padEnd(17)} ${value}`);
	}
	return lines.join('\n');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
