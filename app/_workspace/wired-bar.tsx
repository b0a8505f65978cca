'use client';

import { SearchButton } from '../../components/palette/open-palette';
import { WorkspaceBar } from '../../components/workspace/workspace-bar';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';

/** The bar before the engine has answered: where one is, and nothing to press yet. */
export function WiredBar({ title }: { title: string }) {
  const bar = useWorkspace((state) => state.screen?.bar);
  const act = useWorkspaceActions();
  if (!bar) {
    return (
      <header className="flex min-h-[52px] items-center gap-3.5 border-rule border-b bg-sheet px-4 py-2">
        <span className="font-semibold">KMS Lab</span>
        <span className="truncate text-ink-2">{title}</span>
      </header>
    );
  }
  return (
    <WorkspaceBar
      view={bar}
      search={<SearchButton small />}
      onIdentity={act.chooseIdentity}
      onRegion={act.chooseRegion}
      onSkip={act.skip}
      onShare={act.share}
      onReset={act.reset}
      onExport={act.exportRun}
      onImport={act.importRun}
    />
  );
}
