import type { AnyOperation } from '../../aws';
import { createKey } from './create-key';
import { decrypt } from './decrypt';
import { describeKey } from './describe-key';
import { encrypt } from './encrypt';

/** Every operation of the KMS API, by its name. */
export const operations: Readonly<Record<string, AnyOperation>> = {
  CreateKey: createKey,
  Decrypt: decrypt,
  DescribeKey: describeKey,
  Encrypt: encrypt,
};
