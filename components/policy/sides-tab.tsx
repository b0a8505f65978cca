'use client';

import type { HandshakeView, KeyCareView } from '../../lib/views';
import { Select } from '../ui/select';
import { Handshake } from './handshake';
import { KeyCare } from './key-care';

interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface SidesTabProps {
  requests: readonly Choice[];
  request: string | undefined;
  onRequest: (id: string) => void;
  handshake: HandshakeView | undefined;
  keys: readonly Choice[];
  chosenKey: string | undefined;
  onKey: (arn: string) => void;
  care: KeyCareView | undefined;
  /** How many texts were changed and not stored: the care is shown as if they were. */
  drafts: number;
}

/** Two pictures: an access between two sides, and who can still repair a key. */
export function SidesTab(props: SidesTabProps) {
  const { requests, request, onRequest, handshake, keys, chosenKey, onKey, care, drafts } = props;
  return (
    <div className="grid grid-cols-1 content-start gap-6 p-4">
      <section aria-label="The two-sided handshake" className="grid grid-cols-1 gap-3">
        <h3 className="text-base">The two-sided handshake</h3>
        {requests.length === 0 ? (
          <p className="text-ink-2">
            Run a KMS command, or suppose a request under Edit: its two sides are drawn here.
          </p>
        ) : (
          <Select
            label="Request"
            value={request}
            options={requests}
            onPick={onRequest}
            className="max-w-[560px]"
          />
        )}
        {handshake ? <Handshake view={handshake} /> : null}
      </section>
      <section aria-label="The lockout drill" className="grid grid-cols-1 gap-3 border-rule border-t pt-4">
        <h3 className="text-base">The lockout drill</h3>
        {keys.length === 0 ? (
          <p className="text-ink-2">No KMS key exists yet.</p>
        ) : (
          <Select label="KMS key" value={chosenKey} options={keys} onPick={onKey} className="max-w-[560px]" />
        )}
        {drafts > 0 ? (
          <p className="text-sm text-wait">Shown as if the texts you changed were stored.</p>
        ) : null}
        {care ? <KeyCare key={care.key} view={care} /> : null}
      </section>
    </div>
  );
}
