import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { plain } from './lesson';

/** As much of a quiz item as its learner meets. */
export interface Item {
  readonly id: string;
  readonly stem: string;
  readonly type: 'single' | 'multiple' | 'order' | 'match' | 'hotspot' | 'predict';
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
  readonly targets?: readonly { readonly id: string; readonly text: string }[];
  readonly key?: readonly string[];
  readonly matches?: Readonly<Record<string, string>>;
  readonly concepts: readonly string[];
  readonly exam?: readonly { readonly code: string }[];
  readonly proof: { readonly run?: readonly string[] };
}

const ITEMS: readonly Item[] = readdirSync('content/quizzes')
  .sort()
  .map((name) => parse(readFileSync(`content/quizzes/${name}`, 'utf8')));
const first = (type: Item['type']) => ITEMS.find((item) => item.type === type && item.proof.run);
const TYPES = ['single', 'multiple', 'order', 'match', 'hotspot', 'predict'] as const;
export const OF_EACH_TYPE = TYPES.flatMap((type) => first(type) ?? []);
export const SINGLE = first('single') as Item;

export const question = (page: Page) => page.getByRole('region', { name: 'Question' });

export async function open(page: Page, query: string): Promise<Locator> {
  await page.goto(`/quiz/drill/?${query}`);
  await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeVisible({ timeout: 30_000 });
  return question(page);
}

/** Answers by keyboard alone. */
export async function answer(page: Page, item: Item, right: boolean): Promise<void> {
  await ANSWERS[item.type](page, item, right);
}

/** Where the options stand among these rows: they are shown in another order each time, places of a document never. */
async function places(rows: Locator, { options }: Item): Promise<Readonly<Record<string, number>>> {
  const shown = await rows.evaluateAll((all) =>
    all.map((one) => (one.closest('label') ?? one).textContent?.trim() ?? ''),
  );
  const entries = options.map(({ id, text }, place): [string, number] => {
    const found = shown.findIndex((one) => one.endsWith(plain(text)));
    return [id, found < 0 ? place : found];
  });
  return Object.fromEntries(entries);
}

async function chooseOne(page: Page, item: Item, right: boolean): Promise<void> {
  const radios = question(page).getByRole('radio');
  const where = await places(radios, item);
  const wanted = where[item.options.find(({ id }) => item.key?.includes(id) === right)?.id ?? ''] ?? 0;
  await radios.first().focus();
  await page.keyboard.press('Space');
  for (let at = 0; at < wanted; at++) await page.keyboard.press('ArrowDown');
  await expect(radios.nth(wanted)).toBeChecked();
}

/** Wrong ones: the last so many, unless those are the key. */
async function chooseSeveral(page: Page, item: Item, right: boolean): Promise<void> {
  const { options, key = [] } = item;
  const boxes = question(page).getByRole('checkbox');
  const where = await places(boxes, item);
  const wrong = options.filter(({ id }) => !key.includes(id)).map(({ id }) => id);
  const wanted = right ? key : [...wrong, ...key].slice(0, key.length);
  for (const id of wanted) {
    await boxes.nth(where[id] ?? 0).focus();
    await page.keyboard.press('Space');
  }
}

const ANSWERS: Readonly<Record<Item['type'], (page: Page, item: Item, right: boolean) => Promise<void>>> = {
  single: chooseOne,
  predict: chooseOne,
  hotspot: (page, item, right) =>
    (item.key?.length ?? 1) > 1 ? chooseSeveral(page, item, right) : chooseOne(page, item, right),
  multiple: chooseSeveral,
  order: async (page, item, right) => {
    const rows = question(page).getByRole('list', { name: 'Put in order' }).locator('> li');
    const where = await places(rows, item);
    const order = item.options.map(({ id }) => id).sort((a, b) => (where[a] ?? 0) - (where[b] ?? 0));
    const wanted = right ? (item.key ?? []) : [...(item.key ?? [])].reverse();
    for (const [place, id] of wanted.entries()) {
      const from = order.indexOf(id);
      await rows.nth(from).focus();
      for (let at = from; at > place; at--) await page.keyboard.press('ArrowUp');
      order.splice(place, 0, ...order.splice(from, 1));
    }
  },
  match: async (page, { options, targets = [], matches = {} }, right) => {
    for (const { id, text } of options) {
      const target = targets.find((one) => (one.id === matches[id]) === right);
      const list = question(page).getByRole('combobox', { name: `Goes with: ${text}`, exact: true });
      await list.focus();
      const shown = await list.getByRole('option').allTextContents();
      for (let step = 0; step < shown.indexOf(target?.text ?? ''); step++)
        await page.keyboard.press('ArrowDown');
    }
  },
};

export async function giveIt(page: Page, how: 'A guess' | 'I think so' | 'I am sure'): Promise<void> {
  await question(page).getByRole('radio', { name: how }).focus();
  await page.keyboard.press('Space');
  await question(page).getByRole('button', { name: 'Answer', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(question(page).getByText('Every option now has its reason')).toBeAttached();
}
