import type { ApiRequest, AwsWorld, Outcome } from '../aws';
import { needs } from '../base';
import type { Due } from '../world';

/** Does what comes due on a record, inside a transaction; afterwards the record is due later or never. */
export type DueHandler = (world: AwsWorld, record: object) => void;

/** The request by which the lab's clock makes something happen. */
export const DUE_OPERATION = 'Due';

/** Moves time. Whatever comes due on the way happens at its own moment, each as a commit of its own. */
export function advanceTo(
  world: AwsWorld,
  ms: number,
  handlers: Readonly<Record<string, DueHandler>>,
): readonly Due[] {
  needs(ms >= world.nowMs, 'time only goes forward; going back is a rewind');
  const happened: Due[] = [];
  for (let due = world.nextDue(ms); due; due = world.nextDue(ms)) {
    world.setClock(Math.max(world.nowMs, due.atMs));
    const before = world.recordOf(due.table, due.id);
    perform(world, due, handlers);
    happened.push(due);
    // Two things may come due on a record at one moment, but each must leave a mark.
    needs(world.recordOf(due.table, due.id) !== before, `${due.table} ${due.id} stays due`);
  }
  world.setClock(ms);
  return happened;
}

function perform(world: AwsWorld, due: Due, handlers: Readonly<Record<string, DueHandler>>): void {
  const handler = handlers[due.table];
  needs(handler, `nothing handles what comes due in ${due.table}`);
  const record = world.recordOf(due.table, due.id);
  needs(record, `${due.table} ${due.id} is due and not there`);
  const { changes } = world.collect(() => handler(world, record));
  const request: ApiRequest = {
    service: 'lab',
    operation: DUE_OPERATION,
    region: '',
    credentials: '',
    input: { table: due.table, id: due.id },
  };
  const outcome: Outcome = { audit: { resources: [due.id] } };
  world.commit({ request, outcome, changes });
}
