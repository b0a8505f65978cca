'use client';

import { Button } from '../ui/button';
import { CodeBlock } from '../ui/code-block';
import { Dialog } from '../ui/dialog';

/** `link` is absent while it is made, or when the run is too long for one. */
export function ShareDialog({
  open,
  link,
  tooLong,
  onClose,
  onExport,
}: {
  open: boolean;
  link: string | undefined;
  tooLong: boolean;
  onClose: () => void;
  onExport: () => void;
}) {
  return (
    <Dialog
      title="Share this run"
      open={open}
      onClose={onClose}
      foot={<Button onClick={onExport}>Save as a file instead</Button>}
    >
      <div className="grid gap-3">
        <p>
          The link carries everything that was typed here, and nothing else. Whoever opens it sees the same
          run, played again from the first command.
        </p>
        {tooLong ? (
          <p>This run is too long for a link. Save it as a file and send that.</p>
        ) : link ? (
          <CodeBlock code={link} what="the link" />
        ) : (
          <p role="status" className="text-ink-3">
            Making the link…
          </p>
        )}
      </div>
    </Dialog>
  );
}
