'use client';

import { PoliciesPanel } from '../../components/policy/policies-panel';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';
import { WiredEdit } from './wired-edit';
import { WiredSides } from './wired-sides';
import { WiredWhoCan } from './wired-who-can';

export function WiredPolicies() {
  const tab = useWorkspace(({ desk }) => desk.tab);
  const { showDesk } = useWorkspaceActions();
  return (
    <PoliciesPanel tab={tab} onTab={showDesk}>
      {tab === 'edit' ? <WiredEdit /> : null}
      {tab === 'who-can' ? <WiredWhoCan /> : null}
      {tab === 'sides' ? <WiredSides /> : null}
    </PoliciesPanel>
  );
}
