import { testRequestOptions, testRules } from '../../../nodes/engine/credentials/credentialTest';

it("takes any answer to a credential's test but one that refuses it, and follows no redirect", () => {
	expect(testRequestOptions).toEqual({
		ignoreHttpStatusErrors: { ignore: true, except: [401, 403] },
		disableFollowRedirect: true,
	});
});

it("ends a credential's test with the sentence for what came back", () => {
	const texts = { refused: 'wrong key', denied: 'no right', elsewhere: 'not here' };
	const rule = (type: string, properties: object, message: string) => ({
		type,
		properties: { ...properties, message },
	});
	const meanings: Array<[number, string]> = [
		[401, 'wrong key'],
		[403, 'no right'],
		[404, 'not here'],
	];
	const statuses = meanings.map(([value, message]) => rule('responseCode', { value }, message));
	const missing = (key: string) => rule('responseSuccessBody', { key, value: undefined }, 'not here');
	expect(testRules(texts, { key: 'token' })).toEqual([...statuses, missing('token')]);

	const key = 'list[0].code';
	const ofCode = ([code, message]: [number, string]) =>
		[String(code), code].map((value) => rule('responseSuccessBody', { key, value }, message));
	expect(testRules(texts, { key: 'ok', codeKeys: [key], codes: { 4000: 'denied' } })).toEqual([
		...statuses,
		...[...meanings, [4000, 'no right'] satisfies [number, string]].flatMap(ofCode),
		missing('ok'),
	]);
});
