import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { DECRYPT, ENCRYPT, LabPage, MAKE_KEY, watched } from './console';

test('a learner types real commands and sees the answer, the gates and why one was refused', async ({
  page,
  baseURL,
}) => {
  const seen = watched(page, baseURL);
  const lab = await new LabPage(page).open('/sandbox/');
  const made = await lab.run(MAKE_KEY);
  await expect(made.getByRole('button', { name: /CreateKey.*passed/ })).toBeVisible();
  await lab.run(ENCRYPT);
  await expect(await lab.run(DECRYPT)).toContainText('secret');

  const refused = await lab.run('aws kms decrypt --region eu-central-1 --ciphertext-blob fileb://blob');
  await expect(refused).toHaveAccessibleName(/, failed$/);
  await expect(refused).toContainText(
    'An error occurred (AccessDeniedException) when calling the Decrypt operation',
  );
  await expect(refused.getByText('✕ key')).toBeVisible();
  await expect(lab.xray).toContainText('Why it failed');
  await expect(lab.xray).toContainText('MultiRegion: false');
  await expect(lab.xray).toContainText('The lab knows more');

  await lab.xray.getByRole('tab', { name: 'CloudTrail' }).click();
  await expect(lab.xray.getByRole('listitem').first()).toContainText('AccessDenied');
  await lab.xray.getByRole('tab', { name: 'Inspector' }).click();
  await expect(lab.xray).toContainText('SYMMETRIC_DEFAULT');
  expect(seen).toEqual({ strangers: [], complaints: [] });
});

test('time travel shows the workspace of then, and going on from there makes a branch', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run(`${MAKE_KEY}; WHERE=first`);
  await lab.run('aws kms create-alias --alias-name alias/orders --target-key-id $KEY; WHERE=second');
  await expect(lab.map).toContainText('alias/orders');

  const moment = lab.timeline.getByRole('slider', { name: 'Moment of the run' });
  await moment.press('Home');
  await expect(page.getByRole('region', { name: 'You are looking at the past' })).toBeVisible();
  await expect(lab.map).toContainText('No customer managed key here');
  await expect(lab.command).toBeDisabled();
  await moment.press('ArrowRight');
  await expect(lab.map).not.toContainText('alias/orders');
  await expect(lab.command).toHaveAttribute('placeholder', /branch that begins after the command/);

  await page.getByRole('button', { name: 'Go on from here' }).click();
  await expect(await lab.run('echo "here: $WHERE"')).toContainText('here: first');
  await page.getByRole('button', { name: /^Branch: branch 2/ }).click();
  await page.getByRole('menuitemradio', { name: /^main/ }).click();
  await expect(lab.map).toContainText('alias/orders');
  await expect(await lab.run('echo "here: $WHERE"')).toContainText('here: second');
});

test('two moments are compared record by record', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run(MAKE_KEY);
  await lab.run('aws kms disable-key --key-id $KEY');
  await lab.timeline.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare two moments' });
  await expect(dialog).toContainText('1 thing differs.');
  await expect(dialog.getByRole('listitem')).toContainText(/KMS key .* changed.*Enabled.*Disabled/s);
});

test('an endless loop is stopped at once, and files and variables are as they were before it', async ({
  page,
}) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run('NAME=kept');
  await lab.command.fill('NAME=lost; while true; do aws sts get-caller-identity > /dev/null; done');
  await lab.command.press('Enter');
  await expect(page.getByRole('article', { name: /, running$/ })).toBeVisible();
  await lab.command.press('Control+c');
  await expect(page.getByRole('article', { name: /, stopped$/ })).toBeVisible();
  await expect(await lab.run('echo "name: $NAME"')).toContainText('name: kept');
});

test('the bar writes commands: as whom, where and when', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await page.getByRole('button', { name: /^Region: eu-west-1/ }).click();
  await page.getByRole('menuitemradio', { name: /^us-east-1/ }).click();
  await expect(lab.cell(/^export AWS_REGION=us-east-1, done$/)).toBeVisible();
  await expect(await lab.run('aws kms create-key --query KeyMetadata.Arn')).toContainText(
    'arn:aws:kms:us-east-1',
  );
  await expect(lab.map).toContainText('us-east-1');

  await lab.run(
    'aws kms schedule-key-deletion --pending-window-in-days 7 --key-id $(aws kms list-keys --query "Keys[0].KeyId" --output text)',
  );
  await page.getByRole('button', { name: /^Lab time/ }).click();
  await page.getByRole('menuitem', { name: '+7 days' }).click();
  await expect(lab.cell(/^lab clock \+7d, done$/)).toBeVisible();
  await page.getByRole('button', { name: /^\+1 h/ }).click();
  await expect(lab.cell(/^lab clock \+1h, done$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Lab time: Day 7/ })).toBeVisible();
});

test('Tab completes what is typed', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.command.pressSequentially('aws kms describe-k');
  await lab.command.press('Tab');
  await expect(lab.command).toHaveValue(/^aws kms describe-key ?$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`the workspace has no accessibility fault in the ${colorScheme} theme at ${width} pixels`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const lab = await new LabPage(page).open('/sandbox/');
      await lab.run(MAKE_KEY);
      await lab.run(`${ENCRYPT}; aws kms decrypt --region eu-central-1 --ciphertext-blob fileb://blob`);
      const panes = width < 900 ? ['Console', 'Stage', 'X-ray', 'Timeline'] : [undefined];
      for (const pane of panes) {
        if (pane)
          await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: pane }).click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}
