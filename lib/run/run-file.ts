import type { Read } from '../reading';
import { type PortableRun, readPortable, writePortable } from './portable';

export const RUN_FILE_TYPE = 'application/json';

/** `kms-lab-sandbox-2026-11-22.json` */
export function runFileName(scenario: string, atMs: number): string {
  return `kms-lab-${scenario}-${new Date(atMs).toISOString().slice(0, 10)}.json`;
}

/** A run as a file: the same as a share link carries, in plain sight and with every branch. */
export function toRunFile(run: PortableRun): string {
  return `${JSON.stringify(JSON.parse(writePortable(run)), null, 1)}\n`;
}

export function fromRunFile(text: string): Read<PortableRun> {
  return readPortable('run file', text);
}
