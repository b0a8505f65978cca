import { expect, type Locator, type Page } from '@playwright/test';

/** The workspace as a learner meets it: by what is written on it. */
export class LabPage {
  readonly page: Page;
  readonly command: Locator;
  readonly xray: Locator;
  readonly timeline: Locator;
  readonly map: Locator;

  constructor(page: Page) {
    this.page = page;
    this.command = page.getByRole('textbox', { name: 'Command' });
    this.xray = page.getByRole('region', { name: 'Request and keys' });
    this.timeline = page.getByRole('region', { name: 'Timeline' });
    this.map = page.getByRole('region', { name: 'Stage' });
  }

  async open(path: string): Promise<this> {
    await this.page.goto(path);
    await this.ready();
    return this;
  }

  async ready(): Promise<void> {
    await expect(this.command).toBeEnabled({ timeout: 30_000 });
  }

  /** Runs a cell to its end and answers its part of the console. */
  async run(source: string): Promise<Locator> {
    const cells = this.page.getByRole('article');
    const before = await cells.count();
    await this.command.fill(source);
    await this.command.press('Enter');
    const cell = cells.nth(before);
    await expect(cell).toHaveAccessibleName(/, (done|failed|stopped)$/, { timeout: 20_000 });
    return cell;
  }

  /** The newest cell, once it shows this. */
  cell(source: RegExp): Locator {
    return this.page.getByRole('article', { name: source }).last();
  }
}

/** Everything the page asks for that is not of the product, and every complaint of the browser. */
export function watched(
  page: Page,
  baseURL: string | undefined,
): { strangers: string[]; complaints: string[] } {
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== baseURL) strangers.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { strangers, complaints };
}

export const MAKE_KEY = 'KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)';
export const ENCRYPT =
  'echo -n secret > plain.txt; aws kms encrypt --key-id $KEY --plaintext fileb://plain.txt --query CiphertextBlob --output text | base64 --decode > blob';
export const DECRYPT =
  'aws kms decrypt --ciphertext-blob fileb://blob --query Plaintext --output text | base64 --decode';
