import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { watched } from './console';
import { plain } from './lesson';
import { answer, giveIt, OF_EACH_TYPE, open, question, SINGLE } from './question';

for (const item of OF_EACH_TYPE) {
  test(`a ${item.type} item is answered by keyboard, explained and proved`, async ({ page, baseURL }) => {
    const seen = watched(page, baseURL);
    const place = await open(page, `item=${item.id}`);
    await expect(place.getByRole('button', { name: 'Answer', exact: true })).toBeDisabled();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await answer(page, item, true);
    await giveIt(page, 'I think so');
    await expect(place.getByRole('status').first()).toContainText('Right.');
    await expect(place.getByRole('listitem')).toHaveCount(item.options.length);
    await expect(place).toContainText('Comes back tomorrow.');
    await place.getByRole('button', { name: /^Prove it/ }).focus();
    await page.keyboard.press('Enter');
    const proof = page.getByRole('region', { name: 'Proof' });
    await expect(proof).toContainText(/\d+ requests, [\d,]+ ms/, { timeout: 30_000 });
    await expect(proof.getByRole('article').first()).toHaveAccessibleName(/, (done|failed)$/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(seen).toEqual({ strangers: [], complaints: [] });
  });

  test(`a ${item.type} item fits a narrow screen`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const place = await open(page, `item=${item.id}`);
    await answer(page, item, false);
    await giveIt(page, 'A guess');
    await expect(place.getByRole('status').first()).toContainText('Wrong.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test('a reload in the middle keeps what was begun and what was answered', async ({ page }) => {
  const place = await open(page, `concept=${SINGLE.concepts[0]}`);
  const total = Number(/1 of (\d+)/.exec(await place.innerText())?.[1]);
  await open(page, `item=${SINGLE.id}`);
  await answer(page, SINGLE, false);
  await page.reload();
  const wrong = SINGLE.options.find(({ id }) => !SINGLE.key?.includes(id));
  const chosen = place.getByRole('radio', { name: plain(wrong?.text ?? ''), exact: true });
  await expect(chosen).toBeChecked({ timeout: 30_000 });
  await giveIt(page, 'I am sure');
  await expect(place.getByText('Your answer, and you were sure.')).toBeVisible();
  await page.reload();
  await expect(place.getByText('Your answer, and you were sure.')).toBeVisible({ timeout: 30_000 });
  await expect(place).toContainText('Comes back in 10 minutes, then tomorrow.');
  await place.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('0 of 1 right.');
  expect(total).toBeGreaterThan(0);
});

test('who was never asked anything is asked new questions', async ({ page }) => {
  await page.goto('/quiz/');
  await page.getByRole('link', { name: 'Ask me something new' }).click();
  await expect(question(page)).toContainText('1 of 10', { timeout: 30_000 });
});

test('a confident error is due first, counts by concept, and can be looked at again', async ({ page }) => {
  await open(page, `item=${SINGLE.id}`);
  await answer(page, SINGLE, false);
  await giveIt(page, 'I am sure');
  await page.goto('/');
  const today = page.getByRole('complementary', { name: 'Today' });
  const due = today.getByRole('region', { name: 'Due today' });
  await expect(due).toContainText('1 you were sure of and got wrong', { timeout: 30_000 });
  await expect(today.getByRole('region', { name: 'By concept' })).toContainText(/0 of \d+/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await due.getByRole('link', { name: 'Review' }).click();
  await expect(question(page)).toContainText('1 of 1', { timeout: 30_000 });
  await page.goto('/quiz/');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('link', { name: 'Review past answers' }).click();
  await expect(question(page).getByText('Your answer, and you were sure.')).toBeVisible({ timeout: 30_000 });
  await expect(question(page).getByRole('link', { name: 'Answer it again' })).toBeVisible();
});

test('an exam of three says nothing until its end, survives a reload, and then reports', async ({ page }) => {
  await page.goto('/quiz/exam/');
  await page.getByLabel(/^How many questions/).fill('3', { timeout: 30_000 });
  await page.getByRole('checkbox', { name: 'With a timer' }).uncheck();
  await page.getByRole('checkbox', { name: 'With a timer' }).check();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Begin the exam' }).click();
  await expect(page.getByText(/question 1 of 3$/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('timer')).toContainText(/^\d+:\d\d left$/);
  await page.getByRole('button', { name: 'Flag', exact: true }).click();
  await begun(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByText(/question 2 of 3$/)).toBeVisible();
  await expect(page.getByText(/right|wrong/i)).toHaveCount(0);

  await page.reload();
  await expect(page.getByText(/question 2 of 3$/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^Question 1, .*flagged$/ })).toBeVisible();
  await page.getByRole('button', { name: 'End the exam' }).click();
  const dialog = page.getByRole('dialog', { name: 'End the exam?' });
  await expect(dialog).toContainText(/of 3 have no whole answer and count as wrong/);
  await dialog.getByRole('button', { name: 'End and mark' }).click();

  const report = page.getByRole('region', { name: 'Report' });
  await expect(report).toContainText(/[0-3] of 3 right, \d+ %, 2 left blank/, { timeout: 30_000 });
  await expect(report.getByRole('region', { name: 'By domain' })).toContainText(/\d of \d/);
  await expect(report.getByRole('region', { name: 'By concept' })).toContainText(/\d of \d/);
  await expect(report).not.toContainText(/\b(750|720|1000)\b/);
  await report.getByText('(left blank)').first().click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.reload();
  await expect(report).toContainText(/of 3 right/, { timeout: 30_000 });
  await report.getByRole('button', { name: 'Set up another exam' }).click();
  await expect(page.getByRole('button', { name: 'Begin the exam' })).toBeVisible();
});

/** Begins an answer to whatever is asked. */
async function begun(page: Page): Promise<void> {
  const place = question(page);
  const choice = place.getByRole('radio').or(place.getByRole('checkbox')).first();
  const list = place.getByRole('combobox').first();
  const move = place.getByRole('button', { name: /^Move down/ }).first();
  if (await choice.isVisible()) await choice.check();
  else if (await list.isVisible()) await list.selectOption({ index: 1 });
  else await move.click();
}

test('the day of an exam gives each day its part, on the hall and at home', async ({ page }) => {
  await page.goto('/quiz/');
  const date = page.getByRole('region', { name: 'Exam date' });
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await date.getByLabel('Day of the exam').fill(day);
  await date.getByRole('button', { name: 'Set the date' }).click();
  await expect(date).toContainText(/SCS-C03 on \d+ \w+ \d{4}, in (19|20) days/, { timeout: 30_000 });
  await expect(date.getByRole('row', { name: /^Today [1-9]/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto('/');
  const due = page.getByRole('region', { name: 'Due today' });
  await expect(due).toContainText(/new for SCS-C03, (19|20) days ahead/, { timeout: 30_000 });
  await due.getByRole('link', { name: 'Review' }).click();
  await expect(question(page)).toContainText('Today’s plan', { timeout: 30_000 });
  await page.goto('/quiz/');
  await date.getByRole('button', { name: 'Take it back' }).click();
  await expect(date.getByRole('button', { name: 'Set the date' })).toBeVisible();
});

test('a question stands in its page before any code has run, and can be answered once it has', async ({
  browser,
  page,
}) => {
  const stem = SINGLE.stem.trim().split(/\s+/).slice(0, 4).join(' ').replace(/[`*]/g, '');
  const silent = await browser.newContext({ javaScriptEnabled: false });
  const still = await silent.newPage();
  await still.goto(`/quiz/drill/${SINGLE.id}/`);
  await expect(question(still)).toContainText(stem);
  await silent.close();
  const broken: string[] = [];
  await page.exposeFunction('reportBroken', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      void (globalThis as unknown as { reportBroken(what: string): void }).reportBroken(violatedDirective);
    });
  });
  await page.goto(`/quiz/drill/${SINGLE.id}/`);
  await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeVisible({ timeout: 30_000 });
  await answer(page, SINGLE, true);
  await giveIt(page, 'I am sure');
  await expect(question(page).getByRole('status').first()).toContainText('Right.');
  expect(broken).toEqual([]);
});

test('progress goes out as a file and comes back in another browser', async ({ page, browser }, info) => {
  await open(page, `item=${SINGLE.id}`);
  await answer(page, SINGLE, false);
  await giveIt(page, 'I am sure');
  await page.goto('/quiz/');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export progress' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^kms-lab-progress-\d{4}-\d\d-\d\d\.json$/);
  const file = info.outputPath('progress.json');
  await download.saveAs(file);

  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto('/quiz/');
  const due = other.getByRole('region', { name: 'Due today' });
  await expect(due).toContainText('nothing is due today');
  const chooser = other.getByLabel('Progress file');
  await chooser.setInputFiles(file);
  await expect(other.getByText('Brought back.')).toBeVisible({ timeout: 30_000 });
  await expect(due).toContainText('1 you were sure of and got wrong');
  await chooser.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"kmsLabProgress":7}'),
  });
  await expect(other.getByText('expected version 2, found 7. Nothing was changed.')).toBeVisible();
  await chooser.setInputFiles({ name: 'old.json', mimeType: 'application/json', buffer: Buffer.from(OLDER) });
  await expect(other.getByText(/Brought back\. 2 questions/)).toBeVisible();
  await stranger.close();
});

/** As the first version wrote it. */
const OLDER = JSON.stringify({
  kmsLabProgress: 1,
  scenarios: {},
  quizzes: { 'an-older-one': { right: 0, wrong: 1, lastRight: false, sureAndWrong: true, atMs: 1 } },
});

test('a damaged store is set aside and reported, never lost', async ({ page }) => {
  await open(page, `item=${SINGLE.id}`);
  await answer(page, SINGLE, true);
  await giveIt(page, 'I think so');
  await page.evaluate(damageProgress);
  await page.goto('/quiz/');
  const mine = page.getByRole('region', { name: 'Your progress' });
  await expect(mine.getByText('Progress was set aside')).toBeVisible({ timeout: 30_000 });
  await expect(mine).toContainText('It is kept on this device as it was found.');
  const downloading = page.waitForEvent('download');
  await mine.getByRole('button', { name: 'Save it as a file' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^kms-lab-set-aside-progress-\d+\.json$/);
  await mine.getByRole('button', { name: 'Delete it' }).click();
  await expect(mine.getByText('Progress was set aside')).toBeHidden();
});

/** Runs in the page. */
function damageProgress(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kms-lab-progress');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('progress', 'readwrite');
      transaction.objectStore('progress').put('{"kmsLabProgress":2,"quizzes":7}', 'mine');
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    };
  });
}
