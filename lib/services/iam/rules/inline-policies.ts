import type { Refusal } from '../../../aws';
import { byCodeUnit } from '../../../base';
import type { PolicyHolder } from '../records/holder';
import { refuseIdentityPolicy } from './documents';
import { limitExceeded, noSuch } from './errors';
import type { HolderKind } from './holders';
import { sizeOf } from './quotas';

/** The record with this inline policy added or replaced. refuses: MalformedPolicyDocument, LimitExceeded */
export function withInline<R extends PolicyHolder>(
  kind: HolderKind<R>,
  record: R,
  name: string,
  document: string,
): R | Refusal {
  const refusal = refuseIdentityPolicy(document);
  if (refusal) return refusal;
  const inline = { ...record.inline, [name]: document };
  const size = Object.values(inline).reduce((sum, text) => sum + sizeOf(text), 0);
  if (size > kind.inlineSize) {
    return limitExceeded(
      `Maximum policy size of ${kind.inlineSize} bytes exceeded for ${kind.noun} ${record.name}`,
    );
  }
  return { ...record, inline };
}

/** refuses: NoSuchEntity */
export function withoutInline<R extends PolicyHolder>(
  kind: HolderKind<R>,
  record: R,
  name: string,
): R | Refusal {
  const { [name]: gone, ...inline } = record.inline;
  return gone === undefined ? noSuch(`${kind.noun} policy`, name) : { ...record, inline };
}

/** The text of an inline policy. refuses: NoSuchEntity */
export function inlineOf<R extends PolicyHolder>(
  kind: HolderKind<R>,
  record: R,
  name: string,
): string | Refusal {
  return record.inline[name] ?? noSuch(`${kind.noun} policy`, name);
}

export function inlineNames(record: PolicyHolder): readonly string[] {
  return Object.keys(record.inline).sort(byCodeUnit);
}
