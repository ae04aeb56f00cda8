import { packagedNodes } from '../../tools/package';
import { answerWith } from '../support/answers';
import { CONTRACT_CODES } from '../support/contractCodes';
import { execute } from '../support/engine';
import { savedCredentials, useSimulator } from '../support/simulator';
import { VALID_ITEMS } from '../support/validItems';

const simulator = useSimulator();

const NO_TOOLS = [
	'capillaryGetOtp',
	'capillaryRedeemCoupon',
	'capillaryRedeemPoints',
	'iServeUProcessCustomer',
	'iServeUVerifyBeneficiary',
	'wibmoDecryptPayload',
	'wibmoEncryptPayload',
];

const tools = packagedNodes().filter(({ node }) => node.description.usableAsTool !== undefined);

it('makes no tool of a node that reveals a code, hands out tokens, or has a side effect of its own', () => {
	const others = packagedNodes().filter(({ node }) => node.description.usableAsTool === undefined);
	expect(others.map(({ node }) => node.description.name).sort()).toEqual(NO_TOOLS);
});

describe.each(tools.map(({ node, operation }) => [node.description.name, node, operation] as const))(
	'%s',
	(name, node, operation) => {
		const tool = node.description.usableAsTool;
		const text = typeof tool === 'object' ? (tool.replacements?.description ?? '') : '';

		it('tells a model what it does, and that a real message goes out which must not be repeated blindly', () => {
			if (operation.kind === 'send') expect(text).toMatch(/\breal (email|SMS|messages)\b/);
			if (operation.kind === 'customer') expect(text).toContain('sends nothing');
			else expect(text).toContain('Do not repeat it blindly');
			expect(text).toContain("'outcome'");
		});

		const codes = Object.values(CONTRACT_CODES).find(({ nodes }) => nodes.includes(name))?.outputs ?? {};
		const answered = Object.entries(codes).filter(([, output]) => output !== 'Error');

		it.each(answered)('answers a code %s on the first output', async (code) => {
			const { status, body, path } = answerWith(name, code);
			simulator().inject({ path, kind: 'body', status, body });
			const { credential, values } = VALID_ITEMS[name];
			const saved = savedCredentials(credential);
			const { run } = await execute({ type: `${name}Tool`, parameters: values }, [{}], saved);
			const [first, ...others] = run.data.resultData.runData['Under Test'][0].data?.main ?? [];
			expect(first).toHaveLength(1);
			expect(first?.[0].json).toMatchObject({
				operation: operation.name,
				outcome: expect.any(String) as string,
			});
			expect(others.flat().filter((item) => item !== null)).toHaveLength(0);
		});
	},
);
