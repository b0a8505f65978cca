import type { ApiRequest, AwsWorld } from '../aws';
import { needs } from '../base';
import { type Engine, type Happening, happen, type Trace, traceHappening } from '../pipeline';
import type { Due } from '../world';

/**
 * Does what comes due on a record, inside a transaction; afterwards the record is due later or never. What it asks of
 * services follows in commits of their own.
 */
export type DueHandler = (world: AwsWorld, record: object, happening: Happening) => void;

/** The request by which the lab's clock makes something happen. */
export const DUE_OPERATION = 'Due';

/**
 * Moves time. Whatever comes due on the way happens at its own moment, each as a commit of its own.
 * @param foreseen what comes due without a record saying so: the state of an alarm follows from the log. It goes before
 * what comes due at the same moment, or bulk load, which does so every second, would keep it waiting for ever.
 */
export function advanceTo(
  engine: Engine,
  ms: number,
  handlers: Readonly<Record<string, DueHandler>>,
  foreseen?: (untilMs: number) => Due | undefined,
): readonly Due[] {
  const { world } = engine;
  needs(ms >= world.nowMs, 'time only goes forward; going back is a rewind');
  const happened: Due[] = [];
  const next = () => {
    const due = world.nextDue(ms);
    return foreseen?.(due ? due.atMs : ms) ?? due;
  };
  for (let due = next(); due; due = next()) {
    world.setClock(Math.max(world.nowMs, due.atMs));
    const before = world.recordOf(due.table, due.id);
    happen(engine, requestOf(due), deed(world, due, handlers));
    happened.push(due);
    // Two things may come due on a record at one moment, but each must leave a mark.
    needs(world.recordOf(due.table, due.id) !== before, `${due.table} ${due.id} stays due`);
  }
  world.setClock(ms);
  return happened;
}

/** What the gates saw of the requests that something made which came due; the world is as it was just before. */
export function traceDue(
  engine: Engine,
  request: ApiRequest,
  handlers: Readonly<Record<string, DueHandler>>,
): Trace {
  const { table, id } = request.input as unknown as DueInput;
  return traceHappening(engine, request, deed(engine.world, { table, id }, handlers));
}

type DueInput = Pick<Due, 'table' | 'id'>;

function deed(world: AwsWorld, { table, id }: DueInput, handlers: Readonly<Record<string, DueHandler>>) {
  const handler = handlers[table];
  needs(handler, `nothing handles what comes due in ${table}`);
  const record = world.recordOf(table, id);
  needs(record, `${table} ${id} is due and not there`);
  return (happening: Happening): readonly string[] => {
    handler(world, record, happening);
    return [id];
  };
}

function requestOf({ table, id }: DueInput): ApiRequest {
  return { service: 'lab', operation: DUE_OPERATION, region: '', credentials: '', input: { table, id } };
}
