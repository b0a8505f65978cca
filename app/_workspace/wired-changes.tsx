'use client';

import { Handshake } from '../../components/policy/handshake';
import { Changes } from '../../components/xray/changes';
import { useAccess, useWorkspaceActions } from '../../lib/store';
import type { AskedRequest } from '../../lib/views';

/** What would allow a request that was refused. */
export function WiredChanges({ request }: { request: AskedRequest }) {
  const act = useWorkspaceActions();
  const { value, isAsking } = useAccess(`change ${JSON.stringify(request)}`, (access, at) =>
    access.suggest({ at, request }),
  );
  if (!value && !isAsking) return null;
  return (
    <Changes view={value} onRun={act.runForAnswer} onTry={({ drafts }) => act.tryDrafts(drafts, request)} />
  );
}

/** Both sides of a request that went from one account to another. */
export function WiredBothSides({ requestId }: { requestId: string }) {
  const { value } = useAccess(`both sides ${requestId}`, (access, at) =>
    access.handshake({ at, request: { requestId } }),
  );
  return value?.isCrossAccount ? <Handshake view={value} /> : null;
}
