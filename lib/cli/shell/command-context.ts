import type { defineCommand } from 'just-bash/browser';

/** What the shell library gives a command of ours. */
export type CommandContext = Parameters<Parameters<typeof defineCommand>[1]>[1];
