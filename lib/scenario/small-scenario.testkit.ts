import { readScenario } from './read-scenario';
import type { Scenario } from './schema';

/** The least that has every part: one key, one alias to make, one prediction, one decision. */
export const SMALL = `
id: name-a-key
version: 1
title: Name a key
group: First steps
summary: Give a key a name.
level: beginner
minutes: 2
concepts: [alias]
facts: [aliases-stay]
covers: [C-001]
world:
  seed: small
  clock: 2026-12-01T09:00:00Z
  accounts: ['111122223333']
  principals:
    - { profile: default, account: '111122223333', user: student, note: Administrator }
    - { profile: app, account: '111122223333', role: app }
  regions: [eu-west-1, eu-central-1]
  region: eu-west-1
  setup:
    - |
      aws iam create-role --role-name app --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}'
      KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
flow:
  id: one-key
  title: One key
  mermaid: |
    flowchart LR
      you[you]
      kms[KMS]
      you --> kms
  lights:
    - { edge: [you, kms], service: kms, says: You ask KMS. }
  twin: [You ask KMS.]
steps:
  - id: look
    kind: observe
    title: Look
    text: There is a key.
    commands: [{ run: aws kms list-keys, say: Its id. }]
  - id: guess
    kind: predict
    title: Guess
    text: Does the role see it?
    predict:
      question: What does KMS answer the role?
      run: aws kms describe-key --key-id $KEY --profile app
      options:
        - { id: 'yes', text: The key, when: { request: { operation: DescribeKey, outcome: ok } }, why: It may. }
        - { id: 'no', text: Refused, when: { request: { operation: DescribeKey, outcome: refused } }, why: No policy of the role allows it. }
  - id: name
    kind: do
    title: Name it
    text: Make an alias in eu-west-1.
    goals:
      - id: named
        text: alias/app names a key.
        when: { key: { region: eu-west-1, alias: alias/app } }
        diagnose:
          - id: elsewhere
            when: { key: { region: eu-central-1, alias: alias/app } }
            say: That was eu-central-1.
      - id: once
        text: Nothing is disabled.
        when: { never: { operation: DisableKey } }
    dead:
      - id: gone
        when: { not: { key: { region: eu-west-1 } } }
        because: The key is deleted.
        before: before it was deleted
    decide:
      question: May an alias move?
      options:
        - { id: moves, text: 'Yes', consequence: It may., verdict: allowed }
        - { id: stays, text: 'No', consequence: It may., verdict: refused }
    hints:
      aim: A name.
      look: At the help.
      concept: An alias is a name.
      operation: CreateAlias
      exact: aws kms create-alias --alias-name alias/app --target-key-id $KEY
    solution:
      - { run: aws kms list-aliases, say: None yet., look: true }
      - { run: aws kms create-alias --alias-name alias/app --target-key-id $KEY, say: The name., gap: true }
    wrongPaths:
      - mistake: The other Region
        run:
          - OTHER=$(aws kms create-key --region eu-central-1 --query KeyMetadata.KeyId --output text)
          - aws kms create-alias --region eu-central-1 --alias-name alias/app --target-key-id $OTHER
        gets: elsewhere
      - mistake: Deleting the key
        run: [aws kms schedule-key-deletion --key-id $KEY --pending-window-in-days 7, lab clock +8d]
        gets: gone
  - { id: end, kind: debrief, title: End, text: Well done. }
debrief:
  title: Names
  text: An alias is a name.
  incident: [{ at: '09:00', happened: Nothing., should: Nothing., verdict: allowed }]
  lessons: [Names help.]
  inRealLife: [The same.]
  alarms: [None.]
  quiz: []
teardown: [aws kms delete-alias --alias-name alias/app]
instructor: { notes: None., timing: [], ask: [], expectWrong: [], cut: [] }
`;

/** @param change rewrites the file's text first */
export function smallScenario(change: (text: string) => string = (text) => text): Scenario {
  const read = readScenario(change(SMALL));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** Replaces a part that must be there. */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`the small scenario has no ${from}`);
    return text.replace(from, to);
  };
}
