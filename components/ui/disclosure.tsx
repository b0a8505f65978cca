import type { ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';

/** The browser's own details element: closed until asked for. */
export function Disclosure({
  summary,
  children,
  open,
  action,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** A button beside the summary. */
  action?: { label: string; onClick: () => void };
}) {
  return (
    <div className="relative">
      <details open={open} className="group/details">
        <summary className="flex list-none items-start gap-1 rounded-md text-ink-2 text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
          <span className="mt-0.5 transition-transform group-open/details:rotate-90">
            <Icon name="next" size={14} />
          </span>
          {summary}
        </summary>
        <div className="mt-1.5">{children}</div>
      </details>
      {action ? (
        <Button look="quiet" size="small" className="absolute -top-1 right-0" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
