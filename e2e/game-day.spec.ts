import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { watched } from './console';
import { GameDay, PATH, STORY, step } from './game-day';

test.setTimeout(240_000);

const QUIET = ['Replicated, unreadable', 'No key here holds', 'did not travel'];

test('a newcomer comes from the home page and finishes the game day by buttons', async ({
  page,
  baseURL,
}) => {
  const seen = watched(page, baseURL);
  await page.goto('/');
  await page.getByRole('link', { name: 'Replicated but unreadable' }).click();
  await expect(page).toHaveURL(PATH);
  const day = new GameDay(page);
  await day.lab.ready();

  await test.step('everything is green, and the map does not give the answer away', async () => {
    await day.isAt('healthy');
    for (const words of QUIET) await expect(day.lab.map).not.toContainText(words);
    await expect(day.lab.map).toContainText(/240,000,\d{3} items/);
    await expect(day.guide.getByText('First say what you expect.')).toBeVisible();
    for (const { run } of step('healthy').commands ?? []) await day.press(run);
    await day.predict('healthy', 'reads');
    await day.next();
  });

  await test.step('the failover fails', async () => {
    const [move, wait, read] = step('fail-over').solution ?? [];
    await day.press(move?.run ?? '');
    await day.press(wait?.run ?? '');
    for (const words of QUIET) await expect(day.lab.map).not.toContainText(words);
    const refused = await day.press(read?.run ?? '');
    await expect(refused).toContainText('AccessDeniedException');
    await expect(refused).toContainText('the resource does not exist in this Region');
    for (const words of QUIET) await expect(day.lab.map).toContainText(words);
    await expect(day.guide).toContainText('KMS answered: AccessDeniedException');
    await expect(await day.pressTheHint('fail-over')).toContainText('false');
    await day.decide('fail-over');
    await day.allGoalsDone('fail-over');
    await day.next();
  });

  await test.step('the key travels, as the worked run shows it', async () => {
    await day.isAt('travel');
    await day.support('Show me');
    for (const [played] of (step('travel').solution ?? []).entries()) {
      await day.ended(() => day.guide.getByRole('button', { name: 'Step', exact: true }).click());
      await expect(day.guide.getByText(`${played + 1} of ${step('travel').solution?.length}`)).toBeVisible();
    }
    await expect(day.lab.map).toContainText('multi-Region replica');
    await expect(day.lab.map).toContainText('Partly unreadable.');
    await day.allGoalsDone('travel');
    await day.support('Guide me');
    await day.next();
  });

  await test.step('an old order is still closed', async () => {
    await day.press(step('old-orders').commands?.[0]?.run ?? '');
    await day.predict('old-orders', 'plaintext');
    const refused = await day.press(step('old-orders').predict?.run ?? '');
    await expect(refused).toContainText('IncorrectKeyException');
    await expect(day.guide).toContainText('KMS answered: IncorrectKeyException');
    await day.next();
  });

  await test.step('the past is re-encrypted within the headroom', async () => {
    await expect(day.guide.getByText(/^240,\d{3},\d{3} \/ 20,000 = [\d,]+ s$/)).toBeVisible();
    await day.guide.getByText('20,000/s', { exact: true }).click();
    await day.press('backfill --rate 20000');
    await day.allGoalsDone('backfill');
    await expect(day.lab.map).toContainText('same key material');
    await expect(day.lab.map).not.toContainText('unreadable');
    await day.next();
  });

  await test.step('the standby reads and does not write', async () => {
    await day.predict('standby-reads-only', 'now-denied');
    await day.press(step('standby-reads-only').predict?.run ?? '');
    await expect(day.guide).toContainText('KMS answered: GenerateDataKey succeeded');
    const refused = await pressSolution(day, 'standby-reads-only', /GenerateDataKey/);
    await expect(refused).toContainText('with an explicit deny');
    await day.allGoalsDone('standby-reads-only');
    await day.next();
  });

  await test.step('the game day is repeated', async () => {
    await pressSolution(day, 'game-day', /GenerateDataKey/);
    await day.decide('game-day');
    await day.allGoalsDone('game-day');
    await day.next();
  });

  await test.step('the debrief and its questions', async () => {
    await day.isAt('debrief');
    await day.debriefIsThere();
    await answerTheQuestions(page);
  });
  expect(seen).toEqual({ strangers: [], complaints: [] });
});

/** Presses the cards of a solution, and the hint in the place of its gap. Answers the first cell that says this. */
async function pressSolution(day: GameDay, id: string, refusal: RegExp): Promise<Locator> {
  let found: Locator | undefined;
  for (const { run, gap } of step(id).solution ?? []) {
    const cell = gap ? await day.pressTheHint(id) : await day.press(run);
    const text = await cell.innerText();
    if (/AccessDeniedException/.test(text) && refusal.test(text)) found ??= cell;
  }
  if (!found) throw new Error(`${id}: expected a refusal of ${refusal}, found none`);
  return found;
}

/** The first option of each question, right or wrong; then its reasons and its proof. */
async function answerTheQuestions(page: Page): Promise<void> {
  const questions = page.getByRole('region', { name: 'Questions' });
  for (const [at] of STORY.debrief.quiz.entries()) {
    await expect(questions.getByText(`${at + 1} of ${STORY.debrief.quiz.length}`)).toBeVisible();
    await questions.getByRole('radio').first().check();
    await questions.getByText('I think so').click();
    await questions.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(questions.getByText('Your answer.')).toBeVisible();
    await questions.getByRole('button', { name: /^Prove it/ }).click();
    const proof = questions.getByRole('region', { name: 'Proof' });
    await expect(proof).toContainText(/\d+ requests, [\d,]+ ms/, { timeout: 30_000 });
    await expect(proof.getByRole('article').first()).toHaveAccessibleName(/, (done|failed)$/);
    await proof
      .getByText(/, (answered|\w+Exception)$/)
      .last()
      .click();
    await expect(proof.getByText(/in account 111122223333$/).last()).toBeVisible();
    if (at === 0) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await questions.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await expect(questions).toContainText(/\d of 3 right\./);
}

test('a newcomer finishes the game day by typing', async ({ page, baseURL }) => {
  const seen = watched(page, baseURL);
  const day = await new GameDay(page).open();
  for (const { id, goals } of STORY.steps) {
    if (id === 'debrief') break;
    await day.isAt(id);
    await day.type(id);
    if (goals) await day.allGoalsDone(id);
    await day.next();
  }
  await day.isAt('debrief');
  await day.debriefIsThere();
  expect(seen).toEqual({ strangers: [], complaints: [] });
});

test('a reload in the middle, a shared link and a branch keep the lesson where it is', async ({
  page,
  browser,
}) => {
  const day = await new GameDay(page).open();
  await day.type('healthy');
  await day.next();
  await day.type('fail-over');
  await day.allGoalsDone('fail-over');
  const cells = await page.getByRole('article').count();

  await expect(day.lab.timeline).toContainText('Run is saved on this device');
  await page.reload();
  await day.lab.ready();
  await day.isAt('fail-over');
  await day.allGoalsDone('fail-over');
  await expect(page.getByRole('article')).toHaveCount(cells);
  await expect(await day.lab.run('ls')).toContainText('pan-key-policy.json');

  await page.getByRole('button', { name: 'Share run' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await expect(dialog).toContainText('/open/#');
  const link = /http\S+/.exec(await dialog.innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  const stranger = await browser.newContext();
  const guest = new GameDay(await stranger.newPage());
  await guest.page.goto(link);
  await guest.lab.ready();
  await expect(guest.page).toHaveURL(PATH);
  await expect(guest.page.getByText(/the same state: [0-9a-f]{16}/)).toBeVisible();
  await guest.isAt('fail-over');
  await guest.allGoalsDone('fail-over');
  await stranger.close();

  await day.lab.timeline.getByRole('slider', { name: 'Moment of the run' }).press('Home');
  await expect(page.getByRole('region', { name: 'You are looking at the past' })).toBeVisible();
  await expect(day.lab.map).not.toContainText('Replicated, unreadable');
  await page.getByRole('button', { name: 'Go on from here' }).click();
  await day.lab.run('orders list --region eu-central-1');
  await expect(page.getByRole('button', { name: /^Branch: branch 2/ })).toBeVisible();
  await expect(day.goals.filter({ hasText: ', done' })).toHaveCount(0);
});

test('the first two steps are done with the keyboard alone', async ({ page }) => {
  const day = await new GameDay(page).open();
  const { keyboard } = page;
  await tabTo(page, day.guide.getByRole('radio').first());
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await tabTo(page, day.guide.getByRole('button', { name: 'Commit to this answer' }));
  await keyboard.press('Enter');
  await tabTo(page, day.guide.getByRole('button', { name: 'Next', exact: true }));
  await keyboard.press('Enter');
  await day.isAt('fail-over');

  const [move, , read] = step('fail-over').solution ?? [];
  await day.ended(async () => {
    await tabTo(page, day.guide.getByRole('button', { name: `Run: ${move?.run}`, exact: true }));
    await keyboard.press('Enter');
  });
  await tabTo(page, day.lab.command);
  await day.ended(async () => {
    await keyboard.type(read?.run ?? '');
    await keyboard.press('Enter');
  });
  await day.ended(async () => {
    await keyboard.type(step('fail-over').hints?.exact ?? '');
    await keyboard.press('Enter');
  });
  await tabTo(page, day.guide.getByRole('radio', { name: /^MultiRegion/ }));
  await keyboard.press('Space');
  await tabTo(page, day.guide.getByRole('button', { name: 'Decide' }));
  await keyboard.press('Enter');
  await day.allGoalsDone('fail-over');
  await tabTo(page, day.guide.getByRole('button', { name: 'Next', exact: true }));
  await keyboard.press('Enter');
  await day.isAt('travel');
});

/** Tabs on until this has the focus. A group of radio buttons is entered at one, and walked by arrows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const has = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 200; presses++) {
    if (await has()) return;
    await page.keyboard.press('Tab');
    for (let arrows = 0; arrows < 4 && (await isOtherRadio(page, target)) && !(await has()); arrows++)
      await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the keyboard never reaches ${target}`);
}

/** Whether the focus is on another radio button of the group that is wanted. */
async function isOtherRadio(page: Page, target: Locator): Promise<boolean> {
  const name = await target.getAttribute('name');
  return (
    name !== null &&
    (await page.evaluate(
      (wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted,
      name,
    ))
  );
}

test('the workspace has no accessibility fault and fits, at the start, at the failing read and at the debrief', async ({
  page,
}) => {
  const day = await new GameDay(page).open();
  await fitsEverywhere(page, ['Guide', 'Stage']);
  await day.type('healthy');
  await day.next();
  await day.type('fail-over');
  await fitsEverywhere(page, ['Guide', 'Console', 'Stage', 'X-ray']);
  for (const { id } of STORY.steps.slice(1, -1)) {
    if (id !== 'fail-over') await day.type(id);
    await day.next();
  }
  await day.isAt('debrief');
  await day.debriefIsThere();
  await fitsEverywhere(page, ['Guide']);
});

/** Both themes, wide and narrow, pane by pane where one fills the screen. */
async function fitsEverywhere(page: Page, panes: readonly string[]): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Panes' });
  for (const width of [1440, 390, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const pane of width < 900 ? panes : ['']) {
      if (pane) await navigation.getByRole('button', { name: pane }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (width === 360) continue;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}
