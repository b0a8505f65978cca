import { parseScript } from './parse-script';
import { type CommandNode, mapStatements, type ScriptNode, type StatementNode, statement } from './syntax';

type PipelineNode = StatementNode['pipelines'][number];
type IfNode = Extract<CommandNode, { type: 'If' }>;
type Branch = readonly StatementNode[];

/** Whether a failure may end the shell: by an option kept from before, or one that the source may set. */
export function mayEndAtFailure(source: string, options: readonly string[]): boolean {
  return options.includes('errexit') || /\bset\b[^\n;]* -\w*e|\bset -\w*e|errexit/.test(source);
}

/**
 * Under `set -e` a failure on the left of `||` and `&&`, or after `!`, ends nothing, however deep it stands. The library
 * keeps to that in conditions alone, so such lists become conditions.
 */
export function withGuardedLists(script: ScriptNode): ScriptNode {
  const [choice, succeed, fail, keep] = parseScript(
    'if :; then :; else :; fi; :; (exit 1) && :; (exit $?) && :',
  ).statements as [StatementNode, StatementNode, StatementNode, StatementNode];
  const template = choice.pipelines[0]?.commands[0] as IfNode;
  const choose = (condition: StatementNode, yes: Branch, no: Branch) =>
    statement({
      ...template,
      clauses: template.clauses.map((clause) => ({ ...clause, condition: [condition], body: [...yes] })),
      elseBody: [...no],
    });
  const guarded = (pipeline: PipelineNode) => {
    const plain = { ...statement(), pipelines: [{ ...pipeline, negated: false }] };
    return pipeline.negated ? choose(plain, [fail], [succeed]) : plain;
  };
  return mapStatements(script, (node) => {
    const { pipelines, operators } = node;
    const isList = operators.length > 0 || pipelines[0]?.negated;
    if (!isList || node.deferredError) return node;
    const [first, ...others] = pipelines.map(guarded);
    const list = others.reduce(
      (left, right, at) =>
        operators[at] === '&&' ? choose(left, [right], [keep]) : choose(left, [succeed], [right]),
      first as StatementNode,
    );
    return { ...node, pipelines: list.pipelines, operators: [] };
  });
}
