import type { ApiRequest } from '../../aws';
import { isAddress } from '../../policy';
import type { CliHost, CliOutcome } from '../aws/cli-host';
import { runAws } from '../aws/command';
import { backfill } from './backfill';
import { programError } from './flags';
import { orders } from './orders';
import { type Program, runProgram } from './program';

export const FROM_USAGE = ['       lab from ADDRESS aws|backfill|orders ...'];

const OF = 'lab from';

type Runner = (words: readonly string[], host: CliHost) => Promise<CliOutcome>;

const RUNNERS: Readonly<Record<string, Runner>> = {
  aws: runAws,
  backfill: running(backfill),
  orders: running(orders),
};

function running(program: Program): Runner {
  return (words, host) => runProgram(program, words, host);
}

/**
 * Runs a command as if it were typed on another machine: what it sends has that machine's address. `aws:SourceIp`, or
 * through a VPC endpoint `aws:VpcSourceIp`, and the trail's sourceIPAddress follow from it.
 */
export async function from(words: readonly string[], host: CliHost): Promise<CliOutcome> {
  const [address, name, ...rest] = words;
  if (address === undefined || !isAddress(address)) {
    const expected = 'an address such as 198.51.100.7 or 2001:db8::7';
    throw programError(`${OF}: expected ${expected}, found ${address ?? 'nothing'}.`);
  }
  const runner = name !== undefined && Object.hasOwn(RUNNERS, name) ? RUNNERS[name] : undefined;
  if (!runner) {
    const commands = Object.keys(RUNNERS).join(', ');
    throw programError(
      `${OF}: expected a command (${commands}) after ${address}, found ${name ?? 'nothing'}.`,
    );
  }
  return runner(rest, at(address, host));
}

/** The same host, its input still untaken, whose requests come from an address. */
function at(ip: string, host: CliHost): CliHost {
  const { port } = host;
  const send = (request: ApiRequest) => port.send({ ...request, source: { ...request.source, ip } });
  const services = () => port.services();
  const operations = (service: string) => port.operations(service);
  const nowMs = () => port.nowMs();
  const advance = (ms: number) => port.advance(ms);
  return Object.create(host, { port: { value: { send, services, operations, nowMs, advance } } }) as CliHost;
}
