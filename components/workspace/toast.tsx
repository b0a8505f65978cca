'use client';

import type { ReactNode } from 'react';
import { IconButton } from '../ui/button';
import { Callout, type CalloutTone } from '../ui/callout';

/** A note over the page that stays until it is closed: nobody has to read against a clock. */
export function Toast({
  tone = 'plain',
  title,
  children,
  onClose,
}: {
  tone?: CalloutTone;
  title: string;
  children?: ReactNode;
  onClose: () => void;
}) {
  return (
    <div role="status" className="fixed right-4 bottom-20 z-50 w-[min(380px,calc(100vw-32px))] shadow-region">
      <Callout tone={tone}>
        <div className="flex items-start gap-2">
          <p className="flex-1 pt-1 font-semibold">{title}</p>
          <IconButton icon="close" label={`Close: ${title}`} look="quiet" size="small" onClick={onClose} />
        </div>
        {children}
      </Callout>
    </div>
  );
}
