'use client';

import { Button } from '../ui/button';
import { CodeBlock } from '../ui/code-block';
import { Disclosure } from '../ui/disclosure';

/** A command that does what the button beside it does: its beginning, all of it on demand. */
export function CommandLine({
  command,
  label,
  disabled = false,
  primary = false,
  describedBy,
  onRun,
}: {
  command: string;
  /** What the button says: `Store it`. */
  label: string;
  disabled?: boolean;
  primary?: boolean;
  /** Id of the words that say what the command is for, where several stand together. */
  describedBy?: string;
  onRun: (command: string) => void;
}) {
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Disclosure
          summary={
            <span className="min-w-0 flex-1 truncate font-mono text-code text-ink">
              <span className="sr-only">Command: </span>
              {command}
            </span>
          }
        >
          <CodeBlock code={command} what="the command" />
        </Disclosure>
      </div>
      <Button
        look={primary ? 'primary' : 'plain'}
        disabled={disabled}
        aria-describedby={describedBy}
        onClick={() => onRun(command)}
        className="shrink-0"
      >
        {label}
      </Button>
    </div>
  );
}
