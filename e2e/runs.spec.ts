import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DECRYPT, ENCRYPT, LabPage, MAKE_KEY } from './console';

async function shareLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share run' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await expect(dialog).toContainText('everything that was typed');
  await expect(dialog).toContainText('/open/#');
  const link = /http\S+/.exec(await dialog.innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  return link;
}

test('a reload comes back to the same console, files and variables', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run(MAKE_KEY);
  await lab.run(ENCRYPT);
  await expect(lab.timeline).toContainText('Run is saved on this device');
  await page.reload();
  await lab.ready();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(await lab.run(DECRYPT)).toContainText('secret');
});

test('a share link opens the same run in another browser, with the same state', async ({ page, browser }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run(MAKE_KEY);
  await lab.run(`${ENCRYPT}\n${DECRYPT}`);
  await lab.run('aws kms decrypt --region eu-central-1 --ciphertext-blob fileb://blob');
  await lab.run('lab clock +1d');
  const link = await shareLink(page);

  const stranger = await browser.newContext();
  const guest = new LabPage(await stranger.newPage());
  await guest.page.goto(link);
  await guest.ready();
  await expect(guest.page).toHaveURL(/\/sandbox\/$/);
  const notice = guest.page.getByRole('status').filter({ hasText: 'This is the run that was shared' });
  await expect(notice).toContainText(/the same state: [0-9a-f]{16}/);
  await expect(guest.page.getByRole('article')).toHaveCount(4);
  await expect(await guest.run('cat plain.txt')).toContainText('secret');

  const [first, second] = [await shareLink(page), await shareLink(guest.page)];
  expect(first).toBe(link);
  expect(second).not.toBe(link);
  await stranger.close();
});

test('a changed link says which part is wrong and opens nothing', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run('echo shared');
  const link = await shareLink(page);
  const middle = Math.floor(link.length * 0.7);
  const changed = `${link.slice(0, middle)}${link[middle] === 'A' ? 'B' : 'A'}${link.slice(middle + 1)}`;
  await page.goto(changed);
  await expect(page.getByRole('heading', { name: 'This link cannot be opened' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The share link, checksum cannot be read: expected');
  await page.goto('/open/');
  await expect(page.getByRole('main')).toContainText('what follows the # is missing');
});

test('a stopped cell is played again to where it was stopped', async ({ page, browser }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.command.fill('while true; do aws kms create-key > /dev/null; done');
  await lab.command.press('Enter');
  await expect(page.getByRole('article', { name: /, running$/ })).toBeVisible();
  await page.waitForTimeout(1500);
  await lab.command.press('Control+c');
  await expect(page.getByRole('article', { name: /, stopped$/ })).toBeVisible();
  await lab.run('echo after');
  const link = await shareLink(page);
  const stranger = await browser.newContext();
  const guest = new LabPage(await stranger.newPage());
  await guest.page.goto(link);
  await guest.ready();
  await expect(guest.page.getByText('This is the run that was shared')).toBeVisible();
  await stranger.close();
});

test('a run goes out as a file and comes back, branches and all', async ({ page }, info) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run(MAKE_KEY);
  await lab.run('aws kms disable-key --key-id $KEY');
  await lab.timeline.getByRole('slider', { name: 'Moment of the run' }).press('ArrowLeft');
  await page.getByRole('button', { name: 'Go on from here' }).click();
  await lab.run('aws kms list-keys');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Export/ }).click();
  const file = info.outputPath('run.json');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^kms-lab-sandbox-\d{4}-\d\d-\d\d\.json$/);
  await download.saveAs(file);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Start over/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await lab.ready();
  await expect(page.getByRole('article')).toHaveCount(0);

  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('This is the run that was shared')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Branch: branch 2/ })).toBeVisible();

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"kmsLabRun":1}') });
  await expect(page.getByText('The run file, product cannot be read')).toBeVisible();
  await lab.ready();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('one tab writes; another says so, only looks, and can take over', async ({ page, context }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run('echo one');
  const other = new LabPage(await context.newPage());
  await other.page.goto('/sandbox/');
  await expect(other.page.getByText('Another tab writes this run.', { exact: false }).first()).toBeVisible();
  await expect(other.command).toBeDisabled();
  await other.page.getByRole('button', { name: 'Take over' }).click();
  await other.ready();
  await expect(lab.command).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Take over' })).toBeVisible();
  await other.run('echo two');
  await page.getByRole('button', { name: 'Take over' }).click();
  await lab.ready();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('a damaged run is set aside and reported, never lost', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run('echo precious');
  await expect(lab.timeline).toContainText('Run is saved on this device');
  await page.evaluate(damageEveryRun);
  await page.reload();
  await lab.ready();
  await expect(page.getByText('A run was set aside.')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.goto('/');
  const aside = page.getByRole('region', { name: 'Runs that were set aside' });
  await expect(aside).toContainText('It is kept on this device as it was found.');
  const downloading = page.waitForEvent('download');
  await aside.getByRole('button', { name: 'Save it as a file' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^kms-lab-set-aside-/);
  await aside.getByRole('button', { name: 'Delete it' }).click();
  await expect(aside).toBeHidden();
});

test('every run on the device can be opened again, and deleted', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run('echo older');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Start over/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await lab.ready();
  await lab.run('echo newer');
  await expect(lab.timeline).toContainText('Run is saved on this device');

  await page.goto('/labs/');
  const list = page.getByRole('region', { name: 'Runs on this device' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await list
    .getByRole('link', { name: /^Open Sandbox/ })
    .last()
    .click();
  await lab.ready();
  await expect(lab.cell(/^echo older/)).toBeVisible();

  await page.goto('/labs/');
  await list
    .getByRole('button', { name: /^Delete Sandbox/ })
    .first()
    .click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
});

/** Runs in the page: breaks one member of every stored cell. */
function damageEveryRun(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kms-lab');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('cells', 'readwrite');
      const cursor = transaction.objectStore('cells').openCursor();
      cursor.onsuccess = () => {
        if (!cursor.result) return;
        cursor.result.update({ ...cursor.result.value, cell: { ...cursor.result.value.cell, hash: 7 } });
        cursor.result.continue();
      };
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    };
  });
}
