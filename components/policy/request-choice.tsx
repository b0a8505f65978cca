'use client';

import type { AskedRequest, TriableRequestView } from '../../lib/views';
import { Disclosure } from '../ui/disclosure';
import { VerdictMark } from '../ui/verdict-mark';
import { distinct } from './offered-requests';
import { SupposeForm, type SupposeFormProps } from './suppose-form';

const MOST_LISTED = 30;

/** Which requests the answers are about: some of the run, and some that are only supposed. */
export function RequestChoice({
  requests,
  chosen,
  suppose,
  onChoose,
}: {
  requests: readonly TriableRequestView[];
  chosen: readonly AskedRequest[];
  suppose: Omit<SupposeFormProps, 'onAsk'> | undefined;
  onChoose: (chosen: readonly AskedRequest[]) => void;
}) {
  const ids = new Set(chosen.flatMap((one) => ('requestId' in one ? [one.requestId] : [])));
  const without = (requestId: string) =>
    chosen.filter((one) => !('requestId' in one && one.requestId === requestId));
  return (
    <div className="grid grid-cols-1 gap-2">
      <Disclosure summary="Choose requests of this run">
        <ul className="grid grid-cols-1 gap-1" aria-label="Requests of this run">
          {distinct(requests)
            .slice(0, MOST_LISTED)
            .map(({ requestId, label, verdict }) => (
              <li key={requestId}>
                <label className="flex items-start gap-2 text-sm">
                  <input
                    type="checkbox"
                    checked={ids.has(requestId)}
                    onChange={(event) =>
                      onChoose(event.target.checked ? [...chosen, { requestId }] : without(requestId))
                    }
                    className="mt-0.5 size-4 shrink-0 accent-ink"
                  />
                  <span className="mt-0.5">
                    <VerdictMark verdict={verdict} size={14} />
                  </span>
                  <span className="min-w-0 break-words">
                    {label}
                    <span className="sr-only">, {verdict}</span>
                  </span>
                </label>
              </li>
            ))}
        </ul>
      </Disclosure>
      {suppose ? (
        <Disclosure summary="Suppose a request">
          <SupposeForm {...suppose} onAsk={(supposed) => onChoose([...chosen, { supposed }])} />
        </Disclosure>
      ) : null}
    </div>
  );
}
