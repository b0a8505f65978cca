const KEY_128 = 'feffe9928665731c6d6a8f9467308308';
const PLAINTEXT =
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255';
const CIPHERTEXT_256 =
  '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad';

/** McGrew and Viega, The Galois/Counter Mode of Operation, appendix B, by the numbers of its test cases. */
export const GCM_VECTORS = [
  {
    name: 'test case 4 (AES-128)',
    key: KEY_128,
    nonce: 'cafebabefacedbaddecaf888',
    plaintext: PLAINTEXT.slice(0, 120),
    additionalData: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    ciphertext:
      '42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091',
    tag: '5bc94fbc3221a5db94fae95ae7121a47',
  },
  {
    name: 'test case 13',
    key: '00'.repeat(32),
    nonce: '00'.repeat(12),
    plaintext: '',
    additionalData: '',
    ciphertext: '',
    tag: '530f8afbc74536b9a963b4f1c4cb738b',
  },
  {
    name: 'test case 14',
    key: '00'.repeat(32),
    nonce: '00'.repeat(12),
    plaintext: '00'.repeat(16),
    additionalData: '',
    ciphertext: 'cea7403d4d606b6e074ec5d3baf39d18',
    tag: 'd0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    name: 'test case 15',
    key: KEY_128 + KEY_128,
    nonce: 'cafebabefacedbaddecaf888',
    plaintext: PLAINTEXT,
    additionalData: '',
    ciphertext: CIPHERTEXT_256,
    tag: 'b094dac5d93471bdec1a502270e3cc6c',
  },
  {
    name: 'test case 16',
    key: KEY_128 + KEY_128,
    nonce: 'cafebabefacedbaddecaf888',
    plaintext: PLAINTEXT.slice(0, 120),
    additionalData: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    ciphertext: CIPHERTEXT_256.slice(0, 120),
    tag: '76fc6ece0f4e1768cddf8853bb2d551b',
  },
] as const;

/** RFC 5649, section 6. */
export const KWP_VECTORS = [
  {
    name: '20 bytes',
    key: '5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8',
    material: 'c37b7e6492584340bed12207808941155068f738',
    wrapped: '138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a',
  },
  {
    name: '7 bytes',
    key: '5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8',
    material: '466f7250617369',
    wrapped: 'afbeb0f07dfbf5419200f2ccb50bb24f',
  },
] as const;
