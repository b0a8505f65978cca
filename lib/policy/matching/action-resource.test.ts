// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { BOX, policy } from '../policy.testkit';
import { compileAction } from './action';
import { createContext } from './context';
import { compileResource, unknownResourceKeys } from './resource';
import { MAYBE, NO, type Tri, YES } from './tri';

function actionMatches(element: Record<string, unknown>, action: string): boolean {
  const statement = policy('identity', { Effect: 'Allow', Resource: '*', ...element }).policy.document
    .statements[0];
  return statement?.action !== undefined && compileAction(statement.action)(action.toLowerCase());
}

describe('Action and NotAction (fact: authorization 4)', () => {
  it.each<[Record<string, unknown>, string, boolean]>([
    [{ Action: 'vault:Open' }, 'vault:Open', true],
    [{ Action: 'VAULT:oPEN' }, 'vault:Open', true],
    [{ Action: 'vault:Open' }, 'vault:OpenAll', false],
    [{ Action: 'vault:Op*' }, 'vault:Open', true],
    [{ Action: 'vault:O?en' }, 'vault:Open', true],
    [{ Action: 'vault:*' }, 'store:Open', false],
    [{ Action: '*' }, 'store:Open', true],
    [{ Action: '*:Open' }, 'store:Open', true],
    [{ Action: ['vault:Close', 'vault:Open'] }, 'vault:Open', true],
    [{ NotAction: 'vault:Open' }, 'vault:Open', false],
    [{ NotAction: 'vault:Open' }, 'vault:Close', true],
    [{ NotAction: ['vault:Op*', 'vault:Close'] }, 'vault:Close', false],
    [{ NotAction: '*' }, 'vault:Close', false],
  ])('%j and %s: %s', (element, action, expected) => {
    expect(actionMatches(element, action)).toBe(expected);
  });
});

const context = createContext({ known: { 'aws:username': 'b-1', 'x:star': '*' }, unknown: ['x:later'] });

function resourceMatches(element: Record<string, unknown>, resource = BOX): Tri | undefined {
  const { document } = policy('identity', { Effect: 'Allow', Action: '*', ...element }).policy;
  const resourceElement = document.statements[0]?.resource;
  return resourceElement && compileResource(resourceElement, document.version)(resource, context);
}

describe('Resource and NotResource (fact: authorization 4, 5)', () => {
  const boxes = BOX.slice(0, -'b-1'.length);

  it.each<[Record<string, unknown>, Tri]>([
    [{ Resource: '*' }, YES],
    [{ Resource: BOX }, YES],
    [{ Resource: `${boxes}*` }, YES],
    [{ Resource: `${boxes}c*` }, NO],
    [{ Resource: BOX.toUpperCase().replace('ARN', 'arn') }, NO],
    [{ Resource: [`${boxes}c`, BOX] }, YES],
    [{ Resource: [`${boxes}c`, `${boxes}d`] }, NO],
    [{ NotResource: BOX }, NO],
    [{ NotResource: `${boxes}c` }, YES],
    [{ NotResource: [`${boxes}c`, '*'] }, NO],
    [{ Resource: `${boxes}\${aws:username}` }, YES],
    [{ Resource: `${boxes}\${x:star}` }, NO],
    [{ Resource: `${boxes}\${x:none, 'b-1'}` }, YES],
    [{ Resource: `${boxes}\${x:none}` }, NO],
    [{ Resource: [`${boxes}\${x:none}`, BOX] }, YES],
    [{ Resource: `${boxes}\${x:later}` }, MAYBE],
    [{ Resource: [`${boxes}\${x:later}`, BOX] }, YES],
    [{ Resource: [`${boxes}\${x:later}`, `${boxes}c`] }, MAYBE],
    [{ NotResource: `${boxes}\${x:later}` }, MAYBE],
    [{ NotResource: [`${boxes}\${x:later}`, BOX] }, NO],
    [{ NotResource: `${boxes}\${aws:username}` }, NO],
    // Neither the pattern nor its negation holds when a variable has no value.
    [{ NotResource: `${boxes}\${x:none}` }, NO],
    [{ NotResource: [`${boxes}\${x:none}`, `${boxes}c`] }, NO],
    // Before the fifth colon there are no variables.
    [{ Resource: 'arn:aws:vault:${aws:username}:111111111111:box/b-1' }, NO],
  ])('%j: %s', (element, expected) => {
    expect(resourceMatches(element)).toBe(expected);
  });

  it('answers for each resource in turn', () => {
    const { document } = policy('identity', { Effect: 'Allow', Action: '*', Resource: `${boxes}b*` }).policy;
    const element = document.statements[0]?.resource;
    const matcher = element && compileResource(element, document.version);
    expect([BOX, `${boxes}c`, BOX].map((resource) => matcher?.(resource, context))).toEqual([YES, NO, YES]);
  });

  it('asks for the keys that are not known, each once, and for none that are absent', () => {
    const tails = ['${x:later}', '${x:none}', '${aws:username}', '${X:Later}-1', 'c'];
    const Resource = tails.map((tail) => boxes + tail);
    const { document } = policy('identity', { Effect: 'Allow', Action: '*', Resource }).policy;
    const element = document.statements[0]?.resource;
    expect(element && unknownResourceKeys(element, document.version, context)).toEqual(['x:later']);
  });

  it('keeps variables as plain text in version 2008-10-17', () => {
    const { document } = policy('identity', {
      Effect: 'Allow',
      Action: '*',
      Resource: `${boxes}\${aws:username}`,
    }).policy;
    const element = document.statements[0]?.resource;
    expect(element && compileResource(element, '2008-10-17')(BOX, context)).toBe(NO);
    expect(element && compileResource(element, '2008-10-17')(`${boxes}\${aws:username}`, context)).toBe(YES);
    const all = element && {
      ...element,
      values: element.values.map((value) => ({ ...value, text: `${boxes}*` })),
    };
    expect(all && compileResource(all, '2008-10-17')(BOX, context)).toBe(YES);
  });
});
