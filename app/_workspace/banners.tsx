'use client';

import type { ReactNode } from 'react';
import { PastBanner } from '../../components/timeline/past-banner';
import { Button, IconButton } from '../../components/ui/button';
import { Callout, type CalloutTone } from '../../components/ui/callout';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';

/** Over the whole workspace: the past, another tab, what went wrong and what is kept. */
export function Banners() {
  const { timeline, notices, phase, writing } = useWorkspace((state) => ({
    timeline: state.screen?.timeline,
    notices: state.notices,
    phase: state.phase,
    writing: state.writing,
  }));
  const act = useWorkspaceActions();
  return (
    <>
      {phase.kind === 'failed' ? (
        <Banner tone={phase.notice.tone} title={phase.notice.title} text={phase.notice.text}>
          <Button onClick={act.restart}>Start it again</Button>
        </Banner>
      ) : null}
      {writing ? null : (
        <Banner
          tone="waiting"
          title="Another tab writes this run"
          text="This one shows it as it was when it was opened here. Take it over, and the other tab only looks."
        >
          <Button onClick={act.takeOver}>Take over</Button>
        </Banner>
      )}
      {notices.map((notice, index) => (
        <Banner
          // biome-ignore lint/suspicious/noArrayIndexKey: notices have no name; a closed one moves the others up
          key={index}
          tone={notice.tone}
          title={notice.title}
          text={notice.text}
        >
          <IconButton
            icon="close"
            label={`Close: ${notice.title}`}
            look="quiet"
            size="small"
            onClick={() => act.closeNotice(index)}
          />
        </Banner>
      ))}
      {timeline ? (
        <PastBanner view={timeline} onBackToNow={act.backToNow} onGoOnFromHere={act.goOnFromHere} />
      ) : null}
    </>
  );
}

function Banner({
  tone,
  title,
  text,
  children,
}: {
  tone: CalloutTone;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <div role="status" className="px-4 py-1.5">
      <Callout tone={tone}>
        <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            <strong className="font-semibold">{title}.</strong> {text}
          </p>
          {children}
        </div>
      </Callout>
    </div>
  );
}
