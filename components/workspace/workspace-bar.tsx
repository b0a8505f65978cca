'use client';

import type { ReactNode } from 'react';
import type { WorkspaceBarView } from '../../lib/views';
import { BrandMark } from '../ui/brand-mark';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';
import { Menu } from '../ui/menu';
import { pillShape } from '../ui/pill';
import { ClockControls } from './clock-controls';
import { MoreMenu, type RunActions } from './more-menu';

export interface WorkspaceBarProps extends RunActions {
  view: WorkspaceBarView;
  onIdentity: (id: string) => void;
  onRegion: (region: string) => void;
  /** Moves the lab's clock on. */
  onSkip: (seconds: number) => void;
  /** Opens the search. */
  search?: ReactNode;
}

const pillButton = `${pillShape} min-w-0 max-w-full hover:border-ink-3`;

/** Where, as whom, in which Region, when. */
export function WorkspaceBar({ view, onIdentity, onRegion, onSkip, search, ...run }: WorkspaceBarProps) {
  const identity = view.identities.find((found) => found.id === view.identity);
  return (
    <header className="flex min-w-0 flex-wrap items-center gap-x-3.5 gap-y-2 border-rule border-b bg-sheet px-4 py-2 min-[900px]:min-h-[52px]">
      <Link href="/" className="flex items-center gap-2 font-semibold tracking-[-0.01em]">
        <BrandMark />
        <span className="max-[900px]:sr-only">KMS Lab</span>
      </Link>
      <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
        <ol className="flex min-w-0 gap-1.5 whitespace-nowrap text-ink-2">
          {view.crumbs.map((crumb) => (
            <li key={crumb.label} className="flex gap-1.5 max-[1280px]:hidden">
              {crumb.href ? (
                <Link href={crumb.href} className="hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
              ) : (
                crumb.label
              )}
              <span aria-hidden="true">/</span>
            </li>
          ))}
          <li aria-current="page" className="min-w-0">
            <h1 className="truncate text-ink leading-[inherit]">{view.title}</h1>
          </li>
        </ol>
      </nav>
      <div className="flex min-w-0 flex-wrap items-center gap-2 max-[900px]:order-last max-[900px]:w-full">
        <Menu
          label={`Identity: ${identity?.name ?? 'none'}. Choose another`}
          items={view.identities.map(({ id, name, account, note }) => ({
            id,
            label: name,
            detail: note ? `${account}, ${note}` : account,
            chosen: id === view.identity,
          }))}
          onPick={onIdentity}
          className={pillButton}
        >
          <span className="text-ink-3 text-xs">as</span>
          <span className="truncate">{identity?.name}</span>
          <span className="text-ink-3 text-xs max-[1340px]:hidden">{identity?.account}</span>
          <Icon name="down" size={14} />
        </Menu>
        <Menu
          label={`Region: ${view.region}. Choose another`}
          items={view.regions.map(({ region, note }) => ({
            id: region,
            label: region,
            detail: note,
            chosen: region === view.region,
          }))}
          onPick={onRegion}
          className={pillButton}
        >
          <span className="text-ink-3 text-xs">in</span>
          {view.region}
          <Icon name="down" size={14} />
        </Menu>
        <ClockControls clock={view.clock} onSkip={onSkip} />
      </div>
      {search}
      <Button onClick={run.onShare} className="max-[900px]:hidden">
        Share run
      </Button>
      <MoreMenu {...run} />
    </header>
  );
}
