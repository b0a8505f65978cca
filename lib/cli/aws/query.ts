import { generalError, usageText } from './errors';
import { evaluate, JmespathError, type Node, parseJmespath } from './jmespath';

/** A `--query` that is ready to be asked of answers. */
export interface Query {
  ask(value: unknown): unknown;
}

/** @throws CliError where the expression does not parse. */
export function parseQuery(expression: string): Query {
  const node = parsed(expression);
  return { ask: (value) => asked(node, value) };
}

function parsed(expression: string): Node {
  try {
    return parseJmespath(expression);
  } catch (error) {
    if (!(error instanceof JmespathError)) throw error;
    throw usageText(`Bad value for --query ${expression}: ${error.message}`);
  }
}

function asked(node: Node, value: unknown): unknown {
  try {
    return evaluate(node, value);
  } catch (error) {
    if (!(error instanceof JmespathError)) throw error;
    throw generalError(error.message);
  }
}
