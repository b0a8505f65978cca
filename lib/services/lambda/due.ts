import type { AwsWorld } from '../../aws';
import { type ExecutionEnvironmentRecord, executionEnvironments } from './records/execution-environment';

/** An execution environment that nobody used for a while is given up, with the variables it held. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [executionEnvironments.name]: (world, record) =>
    world.delete(executionEnvironments, (record as ExecutionEnvironmentRecord).functionArn),
};
