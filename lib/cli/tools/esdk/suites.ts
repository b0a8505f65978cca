import { programError } from '../../programs/flags';

/** What an algorithm suite id means (fact: services 8). */
export interface Suite {
  readonly id: number;
  readonly cipher: string;
  readonly signature?: 'ECDSA P-384' | 'ECDSA P-256';
  readonly commitment: boolean;
}

function suite(id: number, cipher: string, signature?: Suite['signature'], commitment = false): Suite {
  return { id, cipher, signature, commitment };
}

const SUITES: readonly Suite[] = [
  suite(0x0578, 'AES-256-GCM, HKDF-SHA512', 'ECDSA P-384', true),
  suite(0x0478, 'AES-256-GCM, HKDF-SHA512', undefined, true),
  suite(0x0378, 'AES-256-GCM, HKDF-SHA384', 'ECDSA P-384'),
  suite(0x0346, 'AES-192-GCM, HKDF-SHA384', 'ECDSA P-384'),
  suite(0x0214, 'AES-128-GCM, HKDF-SHA256', 'ECDSA P-256'),
  suite(0x0178, 'AES-256-GCM, HKDF-SHA256'),
  suite(0x0146, 'AES-192-GCM, HKDF-SHA256'),
  suite(0x0114, 'AES-128-GCM, HKDF-SHA256'),
  suite(0x0078, 'AES-256-GCM, no key derivation'),
  suite(0x0046, 'AES-192-GCM, no key derivation'),
  suite(0x0014, 'AES-128-GCM, no key derivation'),
];

/** Words for the suites a learner compares. */
const NAMED: Readonly<Record<string, number>> = {
  signed: 0x0578,
  unsigned: 0x0478,
  'without-commitment': 0x0378,
};

export function suiteOf(id: number): Suite | undefined {
  return SUITES.find((one) => one.id === id);
}

/** `0578` */
export function hexId(id: number): string {
  return id.toString(16).padStart(4, '0');
}

/** @throws CliError where there is no such suite. */
export function readSuite(word: string): Suite {
  const found = suiteOf(NAMED[word] ?? (/^[0-9a-f]{4}$/i.test(word) ? Number.parseInt(word, 16) : -1));
  if (found) return found;
  const expected = [...Object.keys(NAMED), ...SUITES.map(({ id }) => hexId(id))].join(', ');
  throw programError(`esdk: expected --suite to be one of ${expected}; found ${word}.`);
}

export function suiteWords({ cipher, signature, commitment }: Suite): string {
  return [cipher, commitment ? 'key commitment' : 'no key commitment', signature ?? 'not signed'].join(', ');
}
