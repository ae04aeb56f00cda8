/**
 * Where each documented code must leave, written by hand from the providers' pages and not from the
 * tables that the nodes run on. `Error` stands for n8n's error output.
 */
export interface ContractCodes {
	/** The nodes that the codes belong to. */
	nodes: string[];
	/** Output by code. */
	outputs: Record<string, string>;
}

const WIBMO_ACCOUNT = {
	'1031': 'Error',
	'1032': 'Error',
	'1049': 'Error',
	'1052': 'Error',
	'1262': 'Error',
	'1264': 'Error',
	'1310': 'Error',
	'1311': 'Error',
	WAL294: 'Error',
	WAL295: 'Error',
	WAL297: 'Error',
	WAL298: 'Error',
	WAL299: 'Error',
};

const WIBMO_REFUSED = ['1001', '1030', '1055', '1081', 'WAL264', 'WAL292', 'WAL293', 'WAL296', 'WAL300'];

const POINTS_REFUSED = [
	'521',
	'686',
	'744',
	'801',
	'802',
	'803',
	'804',
	'805',
	'806',
	'807',
	'809',
	'810',
	'811',
	'812',
	'813',
	'814',
	'815',
	'816',
	'817',
	'818',
	'819',
	'820',
	'821',
	'822',
	'823',
	'824',
	'826',
	'827',
	'828',
	'859',
	'860',
	'872',
	'873',
	'876',
	'877',
	'878',
	'881',
	'886',
	'887',
	'888',
	'889',
	'894',
	'895',
	'896',
	'898',
	'899',
	'900',
	'901',
	'902',
	'903',
	'904',
	'905',
	'1101',
	'1632',
	'3045',
	'3316',
	'3802',
	'400',
	'402',
	'429',
];

const COUPON_REFUSED = [
	'521',
	'696',
	...['701', '702', '703', '704', '706', '707', '709'],
	...['710', '711', '712', '713', '714', '715', '716', '718', '719'],
	...['720', '721', '722', '723', '724', '725', '726', '728', '729'],
	...['730', '732', '733', '735', '736', '738', '739', '740', '742', '750'],
	...['786', '787', '788', '789', '790', '791', '792', '793', '794', '795', '796', '797', '798', '799'],
	'816',
];

const all = (codes: string[], output: string) => Object.fromEntries(codes.map((code) => [code, output]));

const CAPILLARY_PLATFORM = all(
	['401', '403', '404', '405', '415', '461', '500', '520', '1060', '1061', '1062', '1064', '4000', '4001'],
	'Error',
);

export const CONTRACT_CODES: Record<string, ContractCodes> = {
	'HyperVerge sends': {
		nodes: [
			'hyperVergeSendEmailOtp',
			'hyperVergeRetryEmailOtp',
			'hyperVergeSendMobileOtp',
			'hyperVergeResendMobileOtp',
		],
		outputs: {
			'200': 'Sent',
			'400': 'Not Sent',
			'401': 'Error',
			'403': 'Error',
			'429': 'Throttled',
			'500': 'Error',
		},
	},
	'HyperVerge verifies': {
		nodes: ['hyperVergeVerifyEmailOtp', 'hyperVergeVerifyMobileOtp'],
		outputs: {
			'200': 'Verified',
			'400': 'Wrong Code',
			'401': 'Error',
			'403': 'Error',
			'429': 'Blocked',
			'500': 'Error',
		},
	},
	'Wibmo sends': {
		nodes: ['wibmoSendEmailOtp', 'wibmoSendMobileOtp'],
		outputs: {
			'00': 'Sent',
			...all(WIBMO_REFUSED, 'Not Sent'),
			'429': 'Throttled',
			...WIBMO_ACCOUNT,
		},
	},
	'Wibmo verifies': {
		nodes: ['wibmoVerifyEmailOtp', 'wibmoVerifyMobileOtp'],
		outputs: {
			'00': 'Verified',
			'1017': 'Wrong Code',
			...all(WIBMO_REFUSED, 'Blocked'),
			'429': 'Blocked',
			...WIBMO_ACCOUNT,
		},
	},
	'Wibmo encrypts and decrypts': {
		nodes: ['wibmoEncryptPayload', 'wibmoDecryptPayload'],
		outputs: WIBMO_ACCOUNT,
	},
	'iServeU Send OTP': {
		nodes: ['iServeUSendOtp'],
		outputs: { '0': 'Sent', '-1': 'Not Sent', '1': 'Not Sent', '429': 'Throttled' },
	},
	'iServeU Process Customer': {
		nodes: ['iServeUProcessCustomer'],
		outputs: { '2': 'Verified', ...all(['0', '1', '3', '429'], 'Blocked') },
	},
	'iServeU Verify Beneficiary': {
		nodes: ['iServeUVerifyBeneficiary'],
		outputs: { '0': 'Verified', '429': 'Blocked' },
	},
	'iServeU Get Customer': {
		nodes: ['iServeUGetCustomer'],
		outputs: {
			'0': 'Not Found',
			'1': 'Created',
			'2': 'Verified',
			'3': 'No OVD',
			'-1': 'Error',
			'4': 'Error',
		},
	},
	'Capillary Generate OTP': {
		nodes: ['capillaryGenerateOtp'],
		outputs: {
			createdId: 'Sent',
			'createdId:1': 'Sent',
			'429': 'Throttled',
			'517': 'Throttled',
			'521': 'Throttled',
			...all(
				['600', '601', '602', '603', '606', '607', '608', '621', '874', '875', '1006', '8014', '8056'],
				'Not Sent',
			),
			...CAPILLARY_PLATFORM,
		},
	},
	'Capillary Validate OTP': {
		nodes: ['capillaryValidateOtp'],
		outputs: {
			'entity:true': 'Verified',
			'entity:false': 'Wrong Code',
			'605': 'Wrong Code',
			'876': 'Wrong Code',
			...all(['429', '521', '600', '601', '602', '604', '610'], 'Blocked'),
			...CAPILLARY_PLATFORM,
		},
	},
	'Capillary Get OTP': {
		nodes: ['capillaryGetOtp'],
		outputs: { code: 'Found', '9001': 'Not Found', '8015': 'Not Found', ...CAPILLARY_PLATFORM },
	},
	'Capillary Check Points Redeemable': {
		nodes: ['capillaryCheckPointsRedeemable'],
		outputs: {
			'800': 'Redeemable',
			...all([...POINTS_REFUSED, '808'], 'Not Redeemable'),
			'825': 'Error',
			...CAPILLARY_PLATFORM,
		},
	},
	'Capillary Redeem Points': {
		nodes: ['capillaryRedeemPoints'],
		outputs: {
			'800': 'Redeemed',
			'808': 'Wrong Code',
			...all(POINTS_REFUSED, 'Refused'),
			'825': 'Error',
			...CAPILLARY_PLATFORM,
		},
	},
	'Capillary Redeem Coupon': {
		nodes: ['capillaryRedeemCoupon'],
		outputs: {
			'700': 'Redeemed',
			'705': 'Wrong Code',
			...all([...COUPON_REFUSED, '400', '402', '429'], 'Refused'),
			...CAPILLARY_PLATFORM,
		},
	},
};
