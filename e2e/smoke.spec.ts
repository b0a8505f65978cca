import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the home page answers under its own strict policy, quietly and without leaving the machine', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== baseURL) strangers.push(request.url());
  });

  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');

  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});

test('every page carries its policy before anything it could load', async ({ request }) => {
  for (const path of ['/', '/no-such-page/']) {
    const answer = await request.get(path);
    const html = await answer.text();
    const head = html.slice(html.indexOf('<head'));
    expect(head).toMatch(
      /^<head[^>]*><meta http-equiv="Content-Security-Policy" content="default-src 'none'; /,
    );
    expect(answer.headers()).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  }
});

test('an inline script that the build did not write does not run', async ({ page }) => {
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.intruder = "yes"';
    document.head.append(script);
    return document.documentElement.dataset.intruder ?? 'refused';
  });
  expect(ran).toBe('refused');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the home page has no accessibility fault in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });
}

test('a chosen theme is there at the first paint and beats the one of the device', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => localStorage.setItem('kms-lab.theme', 'dark'));
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 23, 27)');
});

test('an address that does not exist says so and leads home', async ({ page }) => {
  const answer = await page.goto('/no-such-page/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await expect(page).toHaveURL('/');
});
