'use client';

import { SidesTab } from '../../components/policy/sides-tab';
import { useAccess, useWorkspaceActions, withRequest } from '../../lib/store';
import { useDesk } from './use-desk';

export function WiredSides() {
  const { vocabulary, requests, drafts, desk } = useDesk();
  const act = useWorkspaceActions();
  const all = desk.sides ? withRequest(requests, desk.sides) : requests;
  const request = desk.sides ?? all[0];
  const asked = request && JSON.stringify(request);
  const words = useAccess(JSON.stringify(all), (access, at) =>
    access.tryPolicy({ at, drafts: [], requests: all }),
  ).value;
  const handshake = useAccess(asked && `sides ${asked}`, async (access, at) =>
    request ? await access.handshake({ at, request }) : undefined,
  ).value;
  const keys = vocabulary?.resources ?? [];
  const key = keys.some(({ arn }) => arn === desk.drilled) ? desk.drilled : keys[0]?.arn;
  const care = useAccess(key && `care ${key} ${JSON.stringify(drafts)}`, (access, at) =>
    access.keyCare(at, key ?? '', drafts),
  ).value;
  return (
    <SidesTab
      requests={(words?.requests ?? []).map((one) => ({ id: JSON.stringify(one.request), label: one.label }))}
      request={asked}
      onRequest={(word) => {
        const picked = all.find((one) => JSON.stringify(one) === word);
        if (picked) act.showSides(picked);
      }}
      handshake={handshake}
      keys={keys.map(({ arn, label }) => ({ id: arn, label }))}
      chosenKey={key}
      onKey={act.drillKey}
      care={care}
      drafts={drafts.length}
    />
  );
}
