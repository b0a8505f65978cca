import type { Metadata } from 'next';
import { LabWorkspace } from '../_workspace/lab-workspace';

export const metadata: Metadata = { title: 'Sandbox' };

const SANDBOX = { kind: 'sandbox' } as const;

export default function SandboxPage() {
  return <LabWorkspace lesson={SANDBOX} title="Sandbox" />;
}
