import type { AnyOperation } from '../../aws';
import type { LabPort } from '../port';
import { kebab } from './kebab';

/** A service as the `aws` command names it. */
export interface ServiceCommand {
  /** `s3api` */
  readonly command: string;
  /** The service's name in requests: `s3`. */
  readonly service: string;
  /** Operations by the name the command gives them, in the order they are listed. */
  readonly operations: ReadonlyMap<string, AnyOperation>;
}

/** Services whose command has another name than their requests. */
const COMMANDS: Readonly<Record<string, string>> = { s3: 's3api', servicequotas: 'service-quotas' };

export function serviceCommands(port: Pick<LabPort, 'services' | 'operations'>): readonly ServiceCommand[] {
  return [...port.services()]
    .map((service) => ({ service, command: COMMANDS[service] ?? service }))
    .sort((a, b) => (a.command < b.command ? -1 : 1))
    .map(({ service, command }) => ({ service, command, operations: commandsOf(port.operations(service)) }));
}

function commandsOf(operations: readonly AnyOperation[]): ReadonlyMap<string, AnyOperation> {
  const byCommand = operations.map((operation) => [kebab(operation.name), operation] as const);
  return new Map(byCommand.sort(([a], [b]) => (a < b ? -1 : 1)));
}
