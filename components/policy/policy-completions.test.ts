import { CompletionContext } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { policyCompletions } from './policy-completions';

const source = policyCompletions({
  actions: [{ name: 'kms:Decrypt', about: 'Opens a ciphertext.' }],
  conditionKeys: [{ name: 'kms:ViaService', type: 'String', isMultivalued: false }],
  operators: ['StringEquals'],
  principals: [{ arn: 'arn:aws:iam::1:role/app', label: 'role/app' }],
  resources: [{ arn: 'arn:aws:kms:eu-west-1:1:key/k', label: 'alias/pan' }],
});

/** What is offered where the text has a `|`. */
function offered(text: string): readonly string[] | undefined {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [json()] });
  return source(new CompletionContext(state, pos, true))?.options.map(({ label }) => label);
}

describe('completion in a policy', () => {
  it('offers what belongs at the place of the caret', () => {
    const statement = (inner: string) => `{"Statement": [{${inner}}]}`;
    expect([
      offered('{"|"}'),
      offered(statement('"Effect": "|"')),
      offered(statement('"Action": ["kms:E", "kms:|"]')),
      offered(statement('"Principal": {"AWS": "|"}')),
      offered(statement('"Resource": "|"')),
      offered(statement('"Condition": {"|": {}}')),
      offered(statement('"Condition": {"StringEquals": {"kms:|": ""}}')),
      offered(statement('"Sid": "|"')),
      offered('{|}'),
    ]).toEqual([
      ['Version', 'Id', 'Statement'],
      ['Allow', 'Deny'],
      ['kms:*', 'kms:Decrypt'],
      ['arn:aws:iam::1:role/app'],
      ['*', 'arn:aws:kms:eu-west-1:1:key/k'],
      ['StringEquals'],
      ['kms:ViaService'],
      undefined,
      undefined,
    ]);
  });
});
