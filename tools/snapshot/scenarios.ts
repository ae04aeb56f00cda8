import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters, OnError } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import { CONTRACTS, contractOf } from '../../test/contracts';
import type { Contract } from '../../test/contracts/contract';
import { withValue } from '../../test/contracts/paths';
import { asFault } from '../../test/support/contracts';
import { GRANTING_NODES } from '../../test/trust/support/grantingNodes';
import { MARKED } from '../../test/trust/support/markedValues';
import { exampleOf } from '../docs/examples';

/** What a node is given. It is plain JSON, so that it can be run again when its source is gone. */
export interface Scenario {
	node: string;
	credential: string;
	/** Fields of the credential, on top of those that the simulator asks for. */
	fields?: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
	items: IDataObject[];
	/** What the provider answers instead of the simulator's own answers. */
	faults: Fault[];
	/** The settings of *On Error* to run it with. */
	onError: OnError[];
}

const EVERY: OnError[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

const FAULTS: Record<string, Fault> = {
	'401': { kind: 'status', status: 401 },
	'429': { kind: 'status', status: 429, headers: { 'retry-after': '120' } },
	'503': { kind: 'status', status: 503 },
	'a redirect': { kind: 'redirect' },
	'a reset': { kind: 'reset' },
	'half a JSON': { kind: 'halfJson' },
	'an empty body': { kind: 'empty' },
	HTML: { kind: 'html' },
};

const TOKEN_PATH = '/token/generate';

/** The optional fields of each credential. */
const CREDENTIAL_FIELDS: Record<string, ICredentialDataDecryptedObject> = {
	hyperVergeApi: {},
	iServeUApi: { pathPrefix: '/common/dmt-lite' },
	wibmoApi: { clientHeadersOnCrypto: true },
	capillaryTillApi: { alreadyMd5: true, password: '0123456789abcdef0123456789abcdef' },
	capillaryClientApi: {
		attributionType: 'TILL',
		attributionCode: 'till-7',
		organizationId: '100458',
		parentOrganizationId: '100123',
		parentAccessToken: 'parent-token',
	},
};

/** Also an HTTP status, because HyperVerge's codes are. */
const UNKNOWN_CODE = '299';

const always = (fault: Fault): Fault => ({ ...fault, times: -1 });

function body(path: string, content: unknown, status = 200): Fault {
	return { kind: 'body', path, status, body: JSON.stringify(content), times: -1 };
}

const coded = (contract: Contract, code: string): Fault =>
	always(asFault(contract, contract.answerWith(code)));

function ofNode(node: string): Record<string, Scenario> {
	const contract = contractOf(node);
	const [credential] = contract.credentials;
	const values = contract.samples.minimal.parameters;
	const valid: Scenario = { node, credential, parameters: values, items: [{}], faults: [], onError: EVERY };
	const quiet: Scenario = { ...valid, onError: ['continueErrorOutput'] };
	const all: Record<string, Scenario> = { valid };

	const { input, parameters, shown } = exampleOf(node);
	for (const { output, answer } of shown) {
		const faults = [body(answer.path, answer.body, answer.status)];
		all[`example, ${output}`] = { ...valid, parameters, items: [input], faults };
		all[`example of two items, ${output}`] = { ...valid, parameters, items: [input, input], faults };
		for (const branchOn of ['statusCode', 'singleOutput']) {
			all[`example, ${output}, by ${branchOn}`] = {
				...quiet,
				parameters: { ...parameters, branchOn },
				items: [input],
				faults,
			};
		}
	}

	for (const code of [...Object.keys(contract.codes), UNKNOWN_CODE]) {
		const faults = [coded(contract, code)];
		const rules = { rules: [{ branch: 'My Branch', codes: [], otherCodes: code }] };
		const byRule = { ...values, branchOn: 'statusCode', statusCodeRules: rules };
		all[`code ${code}`] = { ...valid, faults };
		all[`code ${code}, by rule`] = { ...quiet, parameters: byRule, faults };
	}

	const oneByOne = { ...values, options: { batching: { batch: { batchSize: 1 } } } };
	for (const [name, fault] of Object.entries(FAULTS)) {
		all[`fault ${name}`] = { ...valid, faults: [always(fault)] };
		all[`fault ${name}, then an item`] = { ...valid, parameters: oneByOne, items: [{}, {}], faults: [fault] };
	}

	for (const name of Object.keys(values)) {
		all[`without ${name}`] = { ...valid, parameters: { ...values, [name]: '={{ $json.missing }}' } };
	}
	for (const [path, field] of Object.entries(contract.fields)) {
		const base = { ...values, ...field.with };
		const given = [field.takes[0], '', null, { id: 'inner' }, 'line\nbreak', -1.5];
		all[`field ${path}`] = { ...quiet, parameters: withValue(base, path, field.takes[0]) };
		all[`field ${path}, from the item`] = {
			...quiet,
			parameters: withValue(base, path, '={{ $json.given }}'),
			items: given.map((value) => ({ given: value }) as IDataObject),
		};
	}
	return all;
}

/** Both ways to sign in to Capillary, and payloads that are already encrypted, with personal values. */
function ofMarks(): Record<string, Scenario> {
	const all: Record<string, Scenario> = {};
	for (const { type, credential, parameters, item, before } of MARKED) {
		const { path, body: content, status } = exampleOf(type).shown[0].answer;
		const payload = parameters.payload === undefined ? 'fields' : 'encrypted';
		const calls = before.filter((call) => call.path !== TOKEN_PATH);
		const scenario: Scenario = {
			node: type,
			credential,
			parameters,
			items: [item],
			faults: [...calls.map((call) => body(call.path, call.body)), body(path, content, status)],
			onError: EVERY,
		};
		const name = `${type}: personal values, ${credential}, ${payload}`;
		all[name] = scenario;
		all[`${name}, 401`] = { ...scenario, faults: [{ kind: 'status', status: 401, path }] };
		all[`${name}, credential in full`] = { ...scenario, fields: CREDENTIAL_FIELDS[credential] };
	}
	return all;
}

/** Answers that grant, that refuse, and that look like a grant and are none. */
function ofGrantingNodes(): Record<string, Scenario> {
	const all: Record<string, Scenario> = {};
	for (const node of GRANTING_NODES) {
		const item = node.item(1);
		const answers = [node.yes(item), node.no, ...node.notYes(item)];
		for (const { name, path = node.path, ...rest } of answers) {
			all[`${node.type}: answer ${name}`] = {
				node: node.type,
				credential: node.credential,
				parameters: node.parameters,
				items: [item],
				faults: [always({ path, ...rest })],
				onError: ['continueErrorOutput'],
			};
		}
	}
	return all;
}

/** Every scenario, by its name. */
export function scenarios(): Record<string, Scenario> {
	const ofNodes = CONTRACTS.map(({ node }) => node).flatMap((node) =>
		Object.entries(ofNode(node)).map(([name, scenario]) => [`${node}: ${name}`, scenario]),
	);
	return { ...(Object.fromEntries(ofNodes) as Record<string, Scenario>), ...ofMarks(), ...ofGrantingNodes() };
}
