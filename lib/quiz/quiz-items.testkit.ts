import { readQuizItem } from './read-quiz';
import type { QuizItem } from './schema';

/** One question with everything a question may have, in JSON's kind of YAML. */
const PARTS = {
  id: 'which-key',
  version: 1,
  type: 'single',
  stem: 'Which key did it?',
  options: [
    { id: 'a', text: 'Key A', why: 'It did.' },
    {
      id: 'b',
      text: 'Key B of another Region',
      why: 'It did not.',
      misconception: 'any-key',
      rightWhen: 'In its Region.',
    },
    { id: 'c', text: 'Key C', why: 'It did not.', misconception: 'any-key', rightWhen: 'Elsewhere.' },
  ],
  key: ['a'],
  proof: {
    setup: ['KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)'],
    run: ['aws kms describe-key --key-id $KEY'],
    holds: { request: { operation: 'DescribeKey', outcome: 'ok' } },
  },
  trap: { name: 'Any key', cue: 'a key', lure: 'One is like another.' },
  concepts: ['kms-key'],
  covers: ['C-001'],
  facts: ['a-fact'],
};

export function quizItemText(change: object = {}): string {
  return JSON.stringify({ ...PARTS, ...change });
}

export function quizItem(change: object = {}): QuizItem {
  const read = readQuizItem(quizItemText(change));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** A prediction: the engine says which option is right. */
export const PREDICTION = {
  type: 'predict',
  options: [
    {
      id: 'ok',
      text: 'The key',
      why: 'It is there.',
      when: { request: { operation: 'DescribeKey', outcome: 'ok' } },
    },
    {
      id: 'no',
      text: 'No key here',
      why: 'It is there.',
      misconception: 'lost',
      rightWhen: 'In another Region.',
      when: { request: { operation: 'DescribeKey', outcome: 'NotFoundException' } },
      demo: {
        lead: 'Elsewhere',
        run: ['aws kms describe-key --key-id $KEY --region us-east-1'],
        holds: { request: { operation: 'DescribeKey', outcome: 'NotFoundException' } },
      },
    },
  ],
  key: ['ok'],
};

export const MATCHING = {
  type: 'match',
  options: [
    { id: 'a', text: 'A', why: 'a' },
    { id: 'b', text: 'B', why: 'b' },
  ],
  targets: [
    { id: 'x', text: 'X' },
    { id: 'y', text: 'Y' },
  ],
  key: undefined,
  matches: { a: 'x', b: 'y' },
};
