'use client';

import { useEffect, useState } from 'react';
import { IconButton } from './button';

/** Copies text and says so. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const later = window.setTimeout(() => setState('ready'), 2000);
    return () => window.clearTimeout(later);
  }, [state]);
  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  }
  return (
    <>
      <IconButton
        icon={state === 'copied' ? 'check' : 'copy'}
        label={`Copy ${what}`}
        look="quiet"
        size="small"
        onClick={copy}
      />
      <span role="status" className="sr-only">
        {state === 'copied' ? `Copied ${what}.` : ''}
        {state === 'refused'
          ? `The browser did not let the page copy ${what}. Select it and copy by hand.`
          : ''}
      </span>
    </>
  );
}
