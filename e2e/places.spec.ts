import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LabPage, watched } from './console';

const PLACES = [
  ['/learn/', 'Learn'],
  ['/learn/envelope-encryption/', 'Envelope encryption'],
  ['/labs/', 'Labs'],
  ['/playbook/', 'Playbook'],
  ['/differences/', 'Differences from AWS'],
] as const;

const search = (page: Page) => page.getByRole('combobox', { name: 'Search errors, symptoms, commands' });

test.describe('the places', () => {
  for (const [path, title] of PLACES) {
    test(`${path} opens quietly and asks nobody else`, async ({ page, baseURL }) => {
      const { strangers, complaints } = watched(page, baseURL);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(complaints).toEqual([]);
      expect(strangers).toEqual([]);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${path} has no accessibility fault in the ${colorScheme} theme`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations).toEqual([]);
      });
    }

    test(`${path} does not scroll sideways at 390 pixels`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  }

  test('the header leads to every place', async ({ page }) => {
    await page.goto('/');
    for (const name of ['Learn', 'Labs', 'Playbook', 'Quiz']) {
      await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    }
  });
});

test.describe('the search', () => {
  test('opens with Control K, finds an error by its text, and goes there by keyboard', async ({ page }) => {
    await page.goto('/learn/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await expect(search(page)).toBeFocused();
    await search(page).fill('DisabledException is disabled');
    const first = page.getByRole('option').first();
    await expect(first).toContainText('DisabledException');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(first).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/playbook\/#error-disabled$/);
    const row = page.getByRole('button', { name: /^DisabledException/ });
    await expect(row).toHaveAttribute('aria-expanded', 'true');
  });

  test('is closed by Escape and gives the focus back to its button', async ({ page }) => {
    await page.goto('/playbook/');
    const button = page.getByRole('button', { name: 'Search errors, symptoms, commands' });
    await button.click();
    await expect(search(page)).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(search(page)).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('is there in the workspace as well', async ({ page }) => {
    await new LabPage(page).open('/sandbox/');
    await page.keyboard.press('Control+k');
    await search(page).fill('envelope');
    await expect(page.getByRole('option', { name: /Envelope encryption/ }).first()).toBeVisible();
  });
});

test.describe('the playbook', () => {
  test('finds a row by a pasted line and opens the sandbox in which its command answers so', async ({
    page,
  }) => {
    await page.goto('/playbook/');
    await page
      .getByRole('searchbox', { name: 'Search the playbook' })
      .fill('An error occurred (InvalidCiphertextException) when calling the Decrypt operation');
    const row = page
      .getByRole('list', { name: 'Found' })
      .getByRole('button', { name: /InvalidCiphertextException/ })
      .first();
    await row.waitFor();
    // The only row that fits opens by itself.
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await page.getByRole('link', { name: /^Open in the sandbox ?: .*InvalidCiphertextException/ }).click();
    const lab = new LabPage(page);
    await lab.ready();
    await expect(lab.command).toHaveValue(/^aws kms decrypt .*letter=One$/);
    await lab.command.press('Enter');
    await expect(lab.cell(/letter=One, failed$/)).toContainText('InvalidCiphertextException');
    await expect(page).toHaveURL(/preset=data-under-a-key&run=/);
    await expect(lab.timeline).toContainText('Run is saved on this device');
    await page.reload();
    await lab.ready();
    await expect(lab.cell(/letter=One/)).toContainText('InvalidCiphertextException');
    await expect(lab.command).toHaveValue('');
  });

  test('shows one kind alone', async ({ page }) => {
    await page.goto('/playbook/');
    await page.getByRole('button', { name: /^Comparisons/ }).click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Comparisons']);
  });
});

test('a concept runs its commands, lights its flow and says so in words', async ({ page }) => {
  await page.goto('/learn/replicated-data/');
  const lit = page.getByRole('list', { name: /^What lit up in/ });
  await expect(lit).toContainText('Nothing is lit yet');
  await page.getByRole('button', { name: 'Run these' }).click();
  await expect(page.getByText('What comes of it.')).toBeVisible({ timeout: 30_000 });
  await expect(lit).toContainText('eu-central-1 was asked.');
  await page.getByRole('button', { name: 'Light step 2 alone' }).click();
  await expect(lit).toContainText('Refused.');
  await expect(page.locator('.flow-picture .refused').first()).toBeAttached();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('the first visit offers the tour once: what was declined stays so', async ({ page }) => {
  await page.goto('/');
  const offer = page.getByRole('region', { name: 'A minute’s tour' });
  await expect(offer.getByRole('link', { name: 'Take the tour' })).toHaveAttribute(
    'href',
    '/sandbox/?tour=1',
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await offer.getByRole('button', { name: 'Not now' }).click();
  await expect(offer).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'New here?' })).toBeVisible();
  await expect(offer).toBeHidden();
});

test('the tour is a minute of real steps and comes to its end', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/?tour=1');
  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour).toContainText('step 1 of 4');
  await tour.getByRole('button', { name: /^Run: / }).click();
  await expect(tour).toContainText('step 2 of 4');
  await lab.run('aws kms describe-key --key-id alias/payroll');
  await expect(tour).toContainText('step 3 of 4');
  await lab
    .cell(/payroll/)
    .getByRole('button')
    .filter({ hasText: 'key' })
    .first()
    .click();
  await expect(tour).toContainText('Tour done');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
