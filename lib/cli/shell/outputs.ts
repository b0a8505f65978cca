import { HIDDEN } from './lab-files';
import {
  type CommandNode,
  group,
  LAST_STATUS,
  redirection,
  type StatementNode,
  statement,
  word,
} from './syntax';

/**
 * The statement with its output going to hidden files that carry its number and the status before it. What its commands
 * print goes there one after the other: all that a group prints on one stream would come before all on the other.
 */
export function outputTo(node: StatementNode, number: number): StatementNode {
  // What does not parse stays bare: the library reports it when it gets there.
  if (node.deferredError) return node;
  const to = (stream: string) => word(`${HIDDEN}${stream}/${number}/`, LAST_STATUS);
  const written = (body: StatementNode): CommandNode =>
    group([body], [redirection(1, to('out')), redirection(2, to('err'))]);
  const oneByOne = (one: StatementNode): StatementNode => {
    if (one.deferredError || one.background) return one;
    const pipelines = one.pipelines.map((pipeline) => {
      const [command, ...others] = pipeline.commands;
      const inner = command && others.length === 0 ? withBodies(command, within) : undefined;
      return inner ? { ...pipeline, commands: [inner] } : pipeline;
    });
    return { ...one, pipelines };
  };
  const within = (one: StatementNode): StatementNode => {
    const whole = oneByOne(one);
    if (whole.deferredError || whole.background) return whole;
    const pipelines = whole.pipelines.map((pipeline) => ({
      ...pipeline,
      commands: [written({ ...statement(), pipelines: [{ ...pipeline, negated: false }] })],
      timed: false,
    }));
    return { ...whole, pipelines };
  };
  return statement(written(node.operators.length > 0 ? within(node) : oneByOne(node)));
}

/** A compound command with its bodies changed; undefined for others, and for one whose output goes elsewhere. */
function withBodies(
  command: CommandNode,
  change: (one: StatementNode) => StatementNode,
): CommandNode | undefined {
  if ('redirections' in command && command.redirections.some(({ operator }) => !operator.startsWith('<'))) {
    return undefined;
  }
  switch (command.type) {
    case 'For':
    case 'CStyleFor':
    case 'While':
    case 'Until':
    case 'Group':
      return { ...command, body: command.body.map(change) };
    case 'If':
      return {
        ...command,
        clauses: command.clauses.map((clause) => ({ ...clause, body: clause.body.map(change) })),
        elseBody: command.elseBody?.map(change) ?? null,
      };
    default:
      return undefined;
  }
}
