'use client';

import type { ReactNode } from 'react';
import type { GrantView, MaterialView, RequestLineView } from '../../lib/views';
import { Seal } from '../ui/seal';
import { VerdictMark } from '../ui/verdict-mark';

export function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2 border-rule border-t pt-3">
      <h4 className="flex items-baseline gap-2 font-semibold text-sm">
        {title}
        {note ? <span className="font-normal text-ink-2 text-xs">{note}</span> : null}
      </h4>
      {children}
    </section>
  );
}

/** Current first; older material still opens what it wrapped. */
export function Materials({ materials }: { materials: readonly MaterialView[] }) {
  return (
    <ul className="grid gap-1.5">
      {materials.map((material) => (
        <li key={material.materialId} className="flex items-center gap-2.5 text-sm">
          <Seal seal={material.seal} size={22} />
          <span className="min-w-0">
            <span className="block">
              <span className="font-semibold">material {material.seal.label}</span>, {material.state}
            </span>
            <span className="block text-ink-2 text-xs">
              <span className="font-mono">{material.materialId}</span>, {material.since}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Grants({ grants }: { grants: readonly GrantView[] }) {
  return (
    <ul className="grid gap-2 text-sm">
      {grants.map((grant) => (
        <li key={grant.grantId}>
          <span className="block break-words font-semibold">{grant.grantee}</span>
          <span className="block break-words text-ink-2">{grant.operations.join(', ')}</span>
          {grant.constraint ? (
            <span className="block text-ink-2 text-xs">only with {grant.constraint}</span>
          ) : null}
          <span className="block break-all font-mono text-ink-3 text-xs">{grant.grantId}</span>
        </li>
      ))}
    </ul>
  );
}

export function RequestLines({
  requests,
  onOpenRequest,
}: {
  requests: readonly RequestLineView[];
  onOpenRequest: (requestId: string) => void;
}) {
  if (requests.length === 0) return <p className="text-ink-2 text-sm">None yet.</p>;
  return (
    <ul className="grid gap-px">
      {requests.map((request) => (
        <li key={request.requestId}>
          <button
            type="button"
            onClick={() => onOpenRequest(request.requestId)}
            className="-mx-2 flex w-[calc(100%+16px)] items-center gap-2 rounded-md px-2 py-[3px] text-left text-sm hover:bg-paper"
          >
            <VerdictMark verdict={request.verdict} size={14} />
            <span className="sr-only">{request.verdict},</span>
            <span className="font-mono text-code text-ink-2">{request.at}</span>
            <span className="font-semibold">{request.operation}</span>
            <span className="min-w-0 flex-1 truncate text-right text-ink-2 text-xs">{request.caller}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
