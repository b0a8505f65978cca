import type { StatementTrace } from '../../policy';
import { callerName, shortId } from '../words';
import type { Situation } from './edit';

export function caller({ principal }: Situation): string {
  return callerName(principal);
}

/** `statement "Allow use of the key"`, `statement 2` */
export function statementName({ sid, index }: Pick<StatementTrace, 'sid' | 'index'>): string {
  return sid ? `statement "${sid}"` : `statement ${index + 1}`;
}

export function actionOf({ check }: Situation): string {
  return check.check.action;
}

export function resourceName({ check }: Situation): string {
  const { resource } = check.check;
  const [, alias] = /:(alias\/.+)$/.exec(resource) ?? [];
  if (alias !== undefined) return alias;
  return resource === '*' ? 'everything' : shortId(resource.slice(resource.lastIndexOf('/') + 1));
}

/** Who gains besides the caller when a statement is widened. */
export function sharedRisk(principals: readonly string[]): readonly string[] {
  if (principals.length <= 1 && !principals.some((name) => name === '*' || /:root$|^\d{12}$/.test(name)))
    return [];
  return ['The statement names more principals than this one: all of them gain.'];
}

/** `a`, `b`: what stands in a document or a request word for word. */
export function quoted(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}
