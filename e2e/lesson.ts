import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { LabPage } from './console';

/** As much of the scenario file as these tests read. It is data: nothing of the product is imported. */
export interface Story {
  readonly id: string;
  readonly steps: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly commands?: readonly { readonly run: string }[];
    readonly predict?: {
      readonly run: string;
      readonly settledIn?: string;
      readonly options: readonly { readonly id: string; readonly text: string }[];
    };
    readonly decide?: {
      readonly options: readonly { readonly text: string; readonly verdict: string }[];
    };
    readonly goals?: readonly unknown[];
    readonly hints?: { readonly exact: string };
    readonly solution?: readonly { readonly run: string; readonly gap?: true }[];
  }[];
  readonly debrief: {
    readonly title: string;
    readonly lessons: readonly string[];
    readonly quiz: readonly string[];
  };
}

export type StoryStep = Story['steps'][number];

export function readStory(id: string): Story {
  return parse(readFileSync(`content/scenarios/${id}.yaml`, 'utf8'));
}

/** Every scenario that ships. */
export function storyIds(): readonly string[] {
  return readdirSync('content/scenarios').map((name) => name.replace(/\.yaml$/, ''));
}

/** Markdown as it is read: marks go, but a star that stands alone or in code is a star. */
export function plain(text: string): string {
  const parts = text.split('`');
  return parts.map((part, at) => (at % 2 === 1 ? part : part.replace(/(\*+)([^*]+)\1/g, '$2'))).join('');
}

/** The guide as a learner meets it. */
export class LessonPage {
  readonly story: Story;
  readonly page: Page;
  readonly lab: LabPage;
  readonly guide: Locator;
  readonly goals: Locator;

  constructor(page: Page, story: Story) {
    this.page = page;
    this.story = story;
    this.lab = new LabPage(page);
    this.guide = page.getByRole('region', { name: 'Guide' });
    this.goals = this.guide.getByRole('region', { name: 'Goals' }).getByRole('listitem');
  }

  async open(): Promise<this> {
    await this.page.goto(`/labs/${this.story.id}/`);
    await this.lab.ready();
    return this;
  }

  step(id: string): StoryStep {
    const found = this.story.steps.find((one) => one.id === id);
    if (!found) throw new Error(`the scenario has no step ${id}`);
    return found;
  }

  async isAt(id: string): Promise<void> {
    await expect(this.guide.getByRole('heading', { level: 2 }).first()).toHaveText(this.step(id).title);
  }

  /** Presses Run on the card of a command, and answers its cell once it has ended. */
  async press(source: string): Promise<Locator> {
    const line = (source.split('\n')[0]?.trim() ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // A command that an earlier step ran as well is offered to be run again.
    const button = this.guide.getByRole('button', { name: new RegExp(`^Run( again)?: ${line}$`) }).first();
    return this.ended(() => button.click({ timeout: 15_000 }));
  }

  /** What the next cell shows that something starts. */
  async ended(start: () => Promise<void>): Promise<Locator> {
    const cells = this.page.getByRole('article', { name: /, (running|done|failed|stopped)$/ });
    const before = await cells.count();
    await start();
    const cell = cells.nth(before);
    await expect(cell).toHaveAccessibleName(/, (done|failed|stopped)$/, { timeout: 30_000 });
    await expect(this.lab.command).toBeEnabled();
    return cell;
  }

  async predict(id: string, option: string): Promise<void> {
    const text = this.step(id).predict?.options.find((one) => one.id === option)?.text ?? '';
    await this.guide.getByRole('radio', { name: plain(text), exact: true }).check();
    await this.guide.getByRole('button', { name: 'Commit to this answer' }).click();
  }

  /** The decision that the story holds right. */
  async decide(id: string): Promise<void> {
    const right = this.step(id).decide?.options.find(({ verdict }) => verdict === 'allowed');
    await this.guide.getByRole('radio', { name: plain(right?.text ?? ''), exact: true }).check();
    await this.guide.getByRole('button', { name: 'Decide' }).click();
  }

  /** Takes all rungs and presses Run on the last one. */
  async pressTheHint(id: string): Promise<Locator> {
    const rungs = this.guide.getByRole('log', { name: 'Hints' });
    for (let rung = 0; rung < 5; rung++)
      await this.guide.getByRole('button', { name: /^(Hint|Next hint.*)$/ }).click();
    const name = `Run: ${this.step(id).hints?.exact}`;
    return this.ended(() => rungs.getByRole('button', { name, exact: true }).click());
  }

  async allGoalsDone(id: string): Promise<void> {
    await expect(this.goals).toHaveCount(this.step(id).goals?.length ?? 0);
    for (const goal of await this.goals.all()) await expect(goal).toContainText(', done');
  }

  async next(): Promise<void> {
    await this.guide.getByRole('button', { name: 'Next', exact: true }).last().click();
  }

  async support(level: string): Promise<void> {
    await this.guide.getByRole('button', { name: /^Support: / }).click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${level}`) }).click();
  }

  /** Does a step by typing: what it asks, then its solution, then its decision. */
  async type(id: string): Promise<readonly Locator[]> {
    const { commands = [], predict, decide, solution = [] } = this.step(id);
    const cells: Locator[] = [];
    for (const { run } of commands) cells.push(await this.lab.run(run.trim()));
    if (predict) {
      await this.predict(id, predict.options[0]?.id ?? '');
      if (!predict.settledIn) cells.push(await this.lab.run(predict.run.trim()));
    }
    for (const { run } of solution) cells.push(await this.lab.run(run.trim()));
    if (decide) await this.decide(id);
    return cells;
  }

  /** Does a step by watching: what it offers to run, its prediction, and its solution played move by move. */
  async watch(id: string): Promise<void> {
    const { commands = [], predict, decide, solution = [] } = this.step(id);
    for (const { run } of commands) await this.press(run);
    if (predict) {
      await this.predict(id, predict.options[0]?.id ?? '');
      if (!predict.settledIn) await this.press(predict.run);
    }
    for (const [played] of solution.entries()) {
      await this.ended(() => this.guide.getByRole('button', { name: 'Step', exact: true }).click());
      await expect(
        this.guide.getByText(`${played + 1} of ${solution.length}`, { exact: true }),
      ).toBeVisible();
    }
    if (decide) await this.decide(id);
  }

  async debriefIsThere(): Promise<void> {
    const { title, lessons } = this.story.debrief;
    const debrief = this.guide.getByRole('article', { name: 'Debrief' });
    await expect(debrief.getByRole('heading', { name: title })).toBeVisible();
    for (const lesson of lessons) await expect(debrief).toContainText(plain(lesson));
  }
}
