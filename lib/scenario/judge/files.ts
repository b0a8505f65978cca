import { bytesToUtf8, decodeBase64, encodeBase64, utf8ToBytes } from '../../base';
import { HOME_USER } from '../../cloud';
import type { FileMatch } from '../schema';
import { cellsUntilNow, type Evidence } from './evidence';
import { fits } from './fits';

/** Whether a file of the learner's shell is so, at the end of the last cell. */
export function fileIsSo({ path, there = true, text, sameAs }: FileMatch, evidence: Evidence): boolean {
  const bytes = fileBytes(path, evidence);
  if (!there || !bytes) return there === (bytes !== undefined);
  const other = sameAs === undefined ? bytes : fileBytes(sameAs, evidence);
  if (!other || encodeBase64(other) !== encodeBase64(bytes)) return false;
  return text === undefined || fits(text, bytesToUtf8(bytes) ?? encodeBase64(bytes));
}

/** The bytes of a file; nothing where there is none, or a folder. */
export function fileBytes(path: string, evidence: Evidence): Uint8Array | undefined {
  const file =
    cellsUntilNow(evidence).at(-1)?.shell?.files[path.startsWith('/') ? path : `/home/${HOME_USER}/${path}`];
  if (file?.kind === 'text') return utf8ToBytes(file.text);
  return file?.kind === 'bytes' ? decodeBase64(file.base64) : undefined;
}
