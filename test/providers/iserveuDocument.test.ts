import { contractOf } from '../contracts';
import { itemOf } from '../support/pure';

it("sends a registration with its own document, although a transaction's is filled in too", async () => {
	const { minimal } = contractOf('iServeUSendOtp').samples;
	const parameters = { ...minimal.parameters, additionalFields: { ovdData: '111122223333' } };
	const { requests } = await itemOf('iServeUSendOtp', parameters).answered([{ status: 200, body: {} }]);
	expect(requests.map(({ body }) => body)).toEqual([
		expect.objectContaining({ otpType: '1', ovdData: '765386439745' }),
	]);
});
