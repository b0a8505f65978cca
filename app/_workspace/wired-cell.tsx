'use client';

import { WhoCanDetail } from '../../components/who-can/who-can-detail';
import { useAccess, useWorkspaceActions, withRequest } from '../../lib/store';
import type { AskedRequest, PolicyDraft, WhoCanVerdict } from '../../lib/views';
import { Waiting } from './waiting';
import { WiredChanges } from './wired-changes';

export interface ExplainedCell {
  readonly principal: string;
  readonly operation: string;
  readonly key: string;
}

/** The chosen cell of who can, explained, with what would allow it. */
export function WiredCell({
  cell,
  label,
  before,
  drafts,
  requests,
}: {
  cell: ExplainedCell;
  /** The principal as people call it. */
  label: string;
  before: WhoCanVerdict | undefined;
  drafts: readonly PolicyDraft[];
  /** Those that drafts are tried on so far. */
  requests: readonly AskedRequest[];
}) {
  const act = useWorkspaceActions();
  const view = useAccess(JSON.stringify([cell, drafts]), (access, at) =>
    access.whoCanDetail({ at, cell, drafts }),
  ).value;
  if (!view) return <Waiting />;
  const request = { supposed: view.request };
  return (
    <WhoCanDetail
      view={view}
      label={label}
      before={before}
      onAsk={() => {
        act.chooseRequests(withRequest(requests, request));
        act.showDesk('edit');
      }}
      onSides={() => act.showSides(request)}
    >
      {view.verdict === 'refused' ? <WiredChanges request={request} /> : null}
    </WhoCanDetail>
  );
}
