import type { Metadata } from 'next';
import { Suspense } from 'react';
import { allPresets } from '../_content/learn';
import { SandboxPlace } from './sandbox-place';

export const metadata: Metadata = { title: 'Sandbox' };

export default function SandboxPage() {
  return (
    <Suspense fallback={<p className="p-4 text-ink-2">Starting the lab…</p>}>
      <SandboxPlace presets={allPresets()} />
    </Suspense>
  );
}
