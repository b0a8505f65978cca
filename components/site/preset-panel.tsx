'use client';

import { CommandCard } from '../guide/command-card';
import { IconButton } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { MarkdownLine } from '../ui/markdown';

export interface PresetSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly regions: readonly string[];
  readonly identities: readonly {
    readonly profile: string;
    readonly account: string;
    readonly note?: string | undefined;
  }[];
  readonly setup: readonly string[];
  /** A command to begin with. */
  readonly first?: string | undefined;
}

/** What this sandbox begins with, and the others there are. */
export function PresetPanel({
  preset,
  presets,
  onRun,
  onClose,
}: {
  preset: PresetSummary | undefined;
  presets: readonly PresetSummary[];
  onRun: (source: string) => void;
  onClose: () => void;
}) {
  const others = presets.filter(({ id }) => id !== preset?.id);
  return (
    <section aria-label="Preset" className="flex min-h-0 flex-1 flex-col bg-sheet">
      <div className="relative grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-5 pt-[18px] pb-5">
        <div>
          <div className="flex items-center">
            <p className="flex-1 text-ink-3 text-xs">{preset ? 'You begin with' : 'Begin with'}</p>
            <IconButton icon="close" label="Close this column" look="quiet" size="small" onClick={onClose} />
          </div>
          <h2 className="text-xl tracking-[-0.015em]">{preset?.title ?? 'A world that is there already'}</h2>
          {preset ? (
            <p className="mt-1.5 text-ink-2">
              <MarkdownLine text={preset.summary} />
            </p>
          ) : null}
        </div>
        {preset?.first ? (
          <CommandCard
            view={{ id: 'first', lead: 'Something to begin with:', source: preset.first, state: 'ready' }}
            onRun={onRun}
          />
        ) : null}
        {preset && preset.identities.length > 0 ? <Profiles preset={preset} /> : null}
        {preset && preset.setup.length > 0 ? (
          <Disclosure summary="The commands that made it">
            <pre className="m-0 whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
              {preset.setup.join('\n')}
            </pre>
          </Disclosure>
        ) : null}
        <nav aria-label="Other presets" className="border-rule border-t pt-3">
          <h3 className="mb-1 text-base">{preset ? 'Other beginnings' : 'Which one?'}</h3>
          <ul className="grid gap-2">
            {others.map(({ id, title, summary }) => (
              <li key={id}>
                <Link href={`/sandbox/?preset=${id}`} className="text-link underline underline-offset-2">
                  {title}
                </Link>
                <span className="block text-ink-2 text-sm">{summary}</span>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </section>
  );
}

function Profiles({ preset: { identities } }: { preset: PresetSummary }) {
  return (
    <div>
      <h3 className="mb-1 text-base">Profiles</h3>
      <dl className="grid gap-1 text-sm">
        {identities.map(({ profile, account, note }) => (
          <div key={profile}>
            <dt className="font-mono text-code">--profile {profile}</dt>
            <dd className="text-ink-2">
              {note ? `${note}, ` : ''}account {account}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
