/*
 * C2SP, Community Cryptography Test Vectors: accumulated vectors. Seeds are read from SHAKE128 of nothing, everything
 * computed from them is written to a second SHAKE128, and 32 bytes of that are compared. `published` stands in
 * ML-DSA/accumulated/README.md and ML-KEM/README.md and takes minutes; `short` is what the same run has reached after
 * fewer rounds. The tests run the short one, and with FULL_VECTORS=1 in the environment the published one.
 */

export const ML_DSA_ACCUMULATED = [
  {
    name: 'ML-DSA-44',
    short: { rounds: 10, hash: 'd19584e024776014f52a5b4c9ee30693567885bee04c686216f663de1bd993cf' },
    published: { rounds: 100, hash: 'd51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4' },
  },
  {
    name: 'ML-DSA-65',
    short: { rounds: 10, hash: '398351aef50dce93182a9f9e17eec3924581136dd1ce988a483cba48f9b2d116' },
    published: { rounds: 100, hash: '8358a1843220194417cadbc2651295cd8fc65125b5a5c1a239a16dc8b57ca199' },
  },
  {
    name: 'ML-DSA-87',
    short: { rounds: 10, hash: '648f7336b336480f77cd5694fe6a3eac73a12dc6f83d7e819af0a83f9c11886f' },
    published: { rounds: 100, hash: '8c3ad714777622b8f21ce31bb35f71394f23bc0fcf3c78ace5d608990f3b061b' },
  },
] as const;

export const ML_KEM_ACCUMULATED = [
  {
    name: 'ML-KEM-512',
    short: { rounds: 20, hash: 'fb3947abbbd19c420dad5e0b19495deed61ba8c74bf22b503bee0417133dffec' },
    published: { rounds: 10_000, hash: '705dcffc87f4e67e35a09dcaa31772e86f3341bd3ccf1e78a5fef99ae6a35a13' },
  },
  {
    name: 'ML-KEM-768',
    short: { rounds: 20, hash: '3d16665bfce7bece9c4bf50b1b33143cb49b17e4f62a146fd5e84fd21ce8f525' },
    published: { rounds: 10_000, hash: 'f959d18d3d1180121433bf0e05f11e7908cf9d03edc150b2b07cb90bef5bc1c1' },
  },
  {
    name: 'ML-KEM-1024',
    short: { rounds: 20, hash: '51a735205271fc7b734ec20d4e1e5ba48e816717c7e3282ad5ae499801da2cca' },
    published: { rounds: 10_000, hash: 'e3bf82b013307b2e9d47dde791ff6dfc82e694e6382404abdb948b908b75bad5' },
  },
] as const;

/** RFC 9935, appendix C.1.1.1: the private key of the seed 00 to 3f in seed form, PKCS #8 in base64. */
export const ML_KEM_512_SEED_KEY =
  'MFQCAQAwCwYJYIZIAWUDBAQBBEKAQAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=';

/** RFC 9881, appendix C: how the SubjectPublicKeyInfo of the ML-DSA-44 seed 00 to 1f begins and ends, in base64. */
export const ML_DSA_44_PUBLIC_KEY = {
  start: 'MIIFMjALBglghkgBZQMEAxEDggUhANeytHJUquDbReeTDUqY0sl9jxOX0Xidr6Fw',
  end: '7e+meTaaIgJ2YVHxapZfn4Hs52zAcLVYaeTbl4TPBcgwsyQsgxI=',
} as const;
