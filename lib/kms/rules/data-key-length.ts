import type { Refusal } from '../../aws';
import { validation } from './errors';

/** How long a data key shall be: by name or by count. */
export interface DataKeyLength {
  readonly KeySpec?: 'AES_256' | 'AES_128' | undefined;
  readonly NumberOfBytes?: number | undefined;
}

/** Exactly one of both is given. fact: kms-engine 1.6, 4.4 (the text is an emulator's) */
export function refuseDataKeyLength({ KeySpec, NumberOfBytes }: DataKeyLength): Refusal | undefined {
  const isOne = (KeySpec === undefined) !== (NumberOfBytes === undefined);
  return isOne ? undefined : validation('Please specify either number of bytes or key spec.');
}

/** fact: kms-engine 2.5 */
export function dataKeyLength({ KeySpec, NumberOfBytes }: DataKeyLength): number {
  return NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32);
}
