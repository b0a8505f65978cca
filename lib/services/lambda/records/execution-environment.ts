import type { TableDefinition } from '../../../world';

/** A warm execution environment: it decrypted its variables when it started, and keeps them while it is used. */
export interface ExecutionEnvironmentRecord {
  readonly functionArn: string;
  /** Of the configuration it started with. */
  readonly revisionId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly warmUntilMs: number;
}

export const executionEnvironments: TableDefinition<ExecutionEnvironmentRecord> = {
  name: 'lambda-execution-environments',
  id: (environment) => environment.functionArn,
  dueAtMs: (environment) => environment.warmUntilMs,
};
