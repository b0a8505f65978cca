import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { LabPage, MAKE_KEY } from './console';

const TRUST =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}';
const OWN =
  '{"Version":"2012-10-17","Statement":[{"Sid":"Mine","Effect":"Allow","Action":"kms:Encrypt","Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:tenant":"globex"}}}]}';
const AS_APP =
  'read -r A B C <<< $(aws sts assume-role --role-arn arn:aws:iam::111122223333:role/app --role-session-name run --query "[Credentials.AccessKeyId,Credentials.SecretAccessKey,Credentials.SessionToken]" --output text)';
const REFUSED =
  'AWS_ACCESS_KEY_ID=$A AWS_SECRET_ACCESS_KEY=$B AWS_SESSION_TOKEN=$C aws kms encrypt --key-id $KEY --plaintext aGk= --encryption-context tenant=acme';

/** A key, a role that may encrypt for another tenant only, and its refused request. */
async function refusedLab(page: Page): Promise<LabPage> {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run(`${MAKE_KEY}; aws kms create-alias --alias-name alias/pan --target-key-id $KEY`);
  await lab.run(
    `aws iam create-role --role-name app --assume-role-policy-document '${TRUST}'; aws iam put-role-policy --role-name app --policy-name own --policy-document '${OWN}'`,
  );
  await expect(await lab.run(`${AS_APP}; ${REFUSED}`)).toContainText('AccessDeniedException');
  return lab;
}

async function pane(page: Page, name: string): Promise<void> {
  const panes = page.getByRole('navigation', { name: 'Panes' });
  if (await panes.isVisible()) await panes.getByRole('button', { name }).click();
}

/** Writes a text over what an editor holds. */
async function write(editor: Locator, text: string): Promise<void> {
  await editor.press('Control+a');
  await editor.page().keyboard.insertText(text);
}

async function openPolicies(page: Page): Promise<Locator> {
  await pane(page, 'Stage');
  await page.getByRole('tab', { name: 'Policies' }).click();
  const editor = page.getByRole('textbox', { name: /^Text of the/ });
  await expect(editor).toBeVisible({ timeout: 20_000 });
  return editor;
}

test('the X-ray names the one thing that did not match, and a change from it allows the request', async ({
  page,
}) => {
  const lab = await refusedLab(page);
  await expect(lab.xray).toContainText('kms:EncryptionContext:tenant was acme, the policy wants globex');
  await expect(lab.xray).toContainText('Marked: ');

  const changes = page.getByRole('region', { name: 'What would allow it' });
  await expect(changes).toContainText('Tried on the engine: access is allowed then.');
  const ofTenant = changes.getByRole('listitem').filter({ hasText: 'accept acme' }).first();
  await expect(ofTenant).toContainText('aws iam put-role-policy --role-name app');
  await expect(ofTenant.getByRole('button', { name: 'Run', exact: true })).toHaveAccessibleDescription(
    /accept acme/,
  );
  await ofTenant.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(lab.cell(/^aws iam put-role-policy .*, done$/)).toBeVisible();
  await expect(await lab.run(REFUSED)).toContainText('CiphertextBlob');
});

test('on a phone the answer to a suggested command is shown where it is printed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await refusedLab(page);
  await pane(page, 'X-ray');
  const changes = page.getByRole('region', { name: 'What would allow it' });
  const ofTenant = changes.getByRole('listitem').filter({ hasText: 'accept acme' }).first();
  await ofTenant.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(lab.command).toBeVisible();
  await expect(lab.cell(/^aws iam put-role-policy .*, done$/)).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Console' }),
  ).toBeFocused();
});

test('a policy is written by keyboard: findings, answers that turn, undo, and the command that stores it', async ({
  page,
}) => {
  const lab = await refusedLab(page);
  const editor = await openPolicies(page);
  const answers = page.getByRole('region', { name: 'Live answers' });
  await expect(answers.getByRole('listitem', { name: /^Encrypt by role\/app.*: refused$/ })).toBeVisible();

  await page
    .getByRole('combobox', { name: 'Document' })
    .selectOption({ label: 'IAM policy own of role/app' });
  const own = page.getByRole('textbox', { name: 'Text of the IAM policy own of role/app' });
  await expect(own).toContainText('globex');
  await own.press('Control+End');
  await own.press('Backspace');
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings.getByRole('button', { name: /^error, line \d+:/ }).first()).toBeVisible();
  await expect(page.getByText('AWS would refuse to store it')).toBeVisible();
  await findings.getByRole('button').first().press('Enter');
  await expect(own).toBeFocused();
  await own.press('Control+z');
  await expect(page.getByText('AWS would refuse to store it')).toBeHidden();

  await write(own, OWN.replace('globex', 'acme'));
  await expect(
    answers.getByRole('listitem', { name: /^Encrypt by role\/app.*: was refused, now allowed$/ }),
  ).toBeVisible();
  await expect(answers.getByRole('status')).toContainText(/^1 of \d+ would be answered otherwise/);

  await page.keyboard.press('Tab');
  await expect(own).not.toBeFocused();
  await page.getByRole('button', { name: 'Store it' }).click();
  await expect(
    lab.cell(/^aws iam put-role-policy --role-name app --policy-name own .*, done$/),
  ).toBeVisible();
  await expect(page.getByText('This is the text that is stored.')).toBeVisible();
  await expect(editor).toBeVisible();
});

test('completion offers what a policy may say at the place of the caret', async ({ page }) => {
  const lab = await new LabPage(page).open('/sandbox/');
  await lab.run(MAKE_KEY);
  const editor = await openPolicies(page);
  await editor.getByText('kms:*').click();
  await page.keyboard.press('End');
  for (let back = 0; back < 3; back++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('Gen');
  const offered = page.getByRole('listbox').getByRole('option', { name: /kms:GenerateDataKey/ });
  await expect(offered.first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the table of who can is walked by keyboard, explains a cell and shows what a draft changes', async ({
  page,
}) => {
  await refusedLab(page);
  await openPolicies(page);
  await page
    .getByRole('combobox', { name: 'Document' })
    .selectOption({ label: 'IAM policy own of role/app' });
  await write(
    page.getByRole('textbox', { name: /IAM policy own/ }),
    OWN.replace('kms:Encrypt"', 'kms:Decrypt"'),
  );
  await page.getByRole('tab', { name: 'Who can?' }).click();
  const table = page.getByRole('grid', { name: 'Who can use alias/pan' });
  await expect(table.getByRole('columnheader', { name: 'Encrypt', exact: true })).toBeVisible();
  await expect(page.getByText(/2 cells change/)).toBeVisible();

  const first = table.getByRole('row', { name: /role\/app/ }).getByRole('button', { name: /^Encrypt:/ });
  await expect(first).toHaveAccessibleName(/was depends$/);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  const second = table.getByRole('row', { name: /role\/app/ }).getByRole('button', { name: /^Decrypt:/ });
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Decrypt is explained below the table.')).toBeAttached();
  const detail = page.getByRole('region', { name: 'The chosen cell' });
  await expect(detail).toContainText(/Decrypt by role\/app.*: depends \(was refused\)/);
  await expect(detail).toContainText('kms:EncryptionContext:tenant');

  await page.getByRole('combobox', { name: 'Operations' }).selectOption({ label: 'All operations' });
  await expect(table.getByRole('columnheader', { name: 'DescribeCustomKeyStores' })).toBeAttached();
  await page.getByRole('searchbox', { name: 'Filter principals' }).fill('root');
  await expect(table.getByRole('rowheader')).toHaveCount(1);

  await page.getByRole('tab', { name: 'Both sides' }).click();
  await page.getByRole('tab', { name: 'Who can?' }).click();
  await expect(table.getByRole('columnheader', { name: 'DeleteAlias' })).toBeAttached();
  await expect(page.getByRole('searchbox', { name: 'Filter principals' })).toHaveValue('root');
});

test('both sides of an access and the lockout drill are drawn, and said in words', async ({ page }) => {
  await refusedLab(page);
  await openPolicies(page);
  await page.getByRole('tab', { name: 'Both sides' }).click();
  await expect(page.getByRole('region', { name: /^Caller: role\/app .* says no$/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Key: alias\/pan .* says yes$/ })).toBeVisible();
  const drill = page.getByRole('region', { name: 'The lockout drill' });
  await drill.getByRole('checkbox', { name: 'user/student is deleted' }).check();
  await expect(drill).toContainText('The root user of the account is let in');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`policies have no accessibility fault in the ${colorScheme} theme at ${width} pixels`, async ({
      page,
    }) => {
      // Five looks by axe at a page of many rows.
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const sound = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      await refusedLab(page);
      await pane(page, 'X-ray');
      await expect(page.getByRole('region', { name: 'What would allow it' })).toContainText('Tried');
      await sound();
      const editor = await openPolicies(page);
      await editor.press('Control+End');
      await editor.press('Backspace');
      await expect(page.getByText('AWS would refuse to store it')).toBeVisible();
      await sound();
      await page.getByRole('tab', { name: 'Who can?' }).click();
      await page.getByRole('grid').getByRole('button').first().click();
      await expect(page.getByRole('region', { name: 'The chosen cell' })).toBeVisible();
      await sound();
      await page.getByRole('tab', { name: 'Both sides' }).click();
      await expect(page.getByRole('region', { name: 'The lockout drill' })).toContainText('can be repaired');
      await sound();
    });
  }
}
