import { isObject } from '../../base';

export type JsonStatement = Readonly<Record<string, unknown>>;

type JsonDocument = Readonly<Record<string, unknown>>;

/** A stored document; what is stored has been read before. */
function read(text: string): JsonDocument {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

function statementsOf({ Statement }: JsonDocument): readonly JsonStatement[] {
  return (Array.isArray(Statement) ? Statement : [Statement]) as readonly JsonStatement[];
}

function write(document: JsonDocument, statements: readonly JsonStatement[]): string {
  return JSON.stringify({ ...document, Statement: statements }, null, 2);
}

/** Replaces a statement, or takes it out where `change` answers nothing. */
export function withStatement(
  text: string,
  index: number,
  change: (statement: JsonStatement) => JsonStatement | undefined,
): string {
  const document = read(text);
  const statements = statementsOf(document)
    .map((statement, i) => (i === index ? change(statement) : statement))
    .filter((statement) => statement !== undefined);
  return write(document, statements);
}

export function withNewStatement(text: string, statement: JsonStatement): string {
  const document = read(text);
  return write(document, [...statementsOf(document), statement]);
}

export function newDocument(...statements: readonly JsonStatement[]): string {
  return write({ Version: '2012-10-17' }, statements);
}

/** As many statements a document has left when one is taken out. */
export function countStatements(text: string): number {
  return statementsOf(read(text)).length;
}

/** A list with one value more; a single text becomes a list. */
export function withValue(values: unknown, value: string): readonly unknown[] {
  return [...listOf(values), value];
}

export function listOf(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : values === undefined ? [] : [values];
}

/** The statement with the values of one condition replaced; without values the condition goes. */
export function withCondition(
  statement: JsonStatement,
  operator: string,
  key: string,
  values: unknown,
): JsonStatement {
  const conditions = (statement.Condition ?? {}) as Readonly<Record<string, JsonStatement>>;
  const { [key]: _, ...others } = conditions[operator] ?? {};
  const ofOperator = values === undefined ? others : { ...others, [key]: values };
  const { [operator]: __, ...rest } = conditions;
  const all = Object.keys(ofOperator).length > 0 ? { ...conditions, [operator]: ofOperator } : rest;
  const { Condition: ___, ...bare } = statement;
  return Object.keys(all).length > 0 ? { ...bare, Condition: all } : bare;
}

/** What a condition of a document says now. */
export function conditionAt(text: string, index: number, operator: string, key: string): unknown {
  return conditionOf(statementsOf(read(text))[index] ?? {}, operator, key);
}

export function conditionOf(statement: JsonStatement, operator: string, key: string): unknown {
  return (statement.Condition as Readonly<Record<string, JsonStatement>> | undefined)?.[operator]?.[key];
}
