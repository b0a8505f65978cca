'use client';

import { CompareDialog } from '../../components/timeline/compare-dialog';
import { DueNote } from '../../components/workspace/due-note';
import { ShareDialog } from '../../components/workspace/share-dialog';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';

/** What opens over the workspace: what came due, the share link, two moments side by side. */
export function WiredNotes() {
  const { due, dueClosed, share, compare } = useWorkspace((state) => ({
    due: state.screen?.bar.clock.due,
    dueClosed: state.dueClosed,
    share: state.share,
    compare: state.screen?.compare,
  }));
  const act = useWorkspaceActions();
  return (
    <>
      {due && !dueClosed ? <DueNote due={due} onClose={act.closeDue} /> : null}
      <ShareDialog
        open={share !== undefined}
        link={share?.link}
        tooLong={share?.tooLong ?? false}
        onClose={act.closeShare}
        onExport={act.exportRun}
      />
      {compare ? <CompareDialog view={compare} open onClose={act.closeCompare} onPick={act.compare} /> : null}
    </>
  );
}
