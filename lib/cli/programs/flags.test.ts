import { describe, expect, it } from 'vitest';
import { CliError } from '../aws/errors';
import { needed, readLine, wholeNumber } from './flags';

const form = {
  of: 'orders put',
  values: { '--id': 'ID', '--pan': 'NUMBER' },
  switches: ['--plan'],
  positionals: 1,
};

function complaint(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof CliError) return error.text;
  }
  return 'no complaint';
}

describe('the line of a program', () => {
  it('is read into words, flags and switches', () => {
    expect(readLine(['here', '--id', '7', '--pan=4111', '--plan'], form)).toEqual({
      positionals: ['here'],
      flags: new Map([
        ['--id', '7'],
        ['--pan', '4111'],
      ]),
      switches: new Set(['--plan']),
    });
  });

  it.each([
    [['--id'], 'orders put: expected --id ID, found nothing after --id.\n'],
    [['--id', '--pan'], 'orders put: expected --id ID, found --pan after --id.\n'],
    [['--card', '1'], 'orders put: expected one of --id, --pan, --plan, found --card.\n'],
    [['a', 'b', 'c'], 'orders put: expected no more words, found b c.\n'],
  ])('%j is refused with what was expected and found', (words, text) => {
    expect(complaint(() => readLine(words, form))).toBe(text);
  });

  it('says which flag is missing', () => {
    expect(complaint(() => needed(readLine([], form), 'orders put', '--id', 'ID'))).toBe(
      'orders put: expected --id ID, found nothing.\n',
    );
  });

  it.each([
    ['20000', 20_000],
    ['240,000,000', 240_000_000],
    ['20_000', 20_000],
  ])('reads %s as %i', (text, number) => {
    expect(wholeNumber(text, 'backfill', '--rate')).toBe(number);
  });

  it.each(['0', '-1', '1.5', 'fast', '', '99999999999999999'])('does not read %j as a number', (text) => {
    expect(complaint(() => wholeNumber(text, 'backfill', '--rate'))).toBe(
      `backfill: expected --rate to be a whole number of at least 1, found ${text}.\n`,
    );
  });
});
