import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSequence, messageCount } from '../lib/learn';
import { flowParts } from '../lib/scenario';
import { allDiagrams, allScenarios } from '../scripts/lab/content-files';

const bundle = join(dirname(createRequire(import.meta.url).resolve('mermaid')), 'mermaid.min.js');
const stamp = fileURLToPath(new URL('../.stamps/browser.json', import.meta.url));

/** The browser that the set-up found, as the browser tests use it. */
function browserPath(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return existsSync(stamp) ? (JSON.parse(readFileSync(stamp, 'utf8')) as { path: string }).path : undefined;
}

/** Ids of what was drawn, as the lights look for them. */
interface Drawn {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly messages: readonly string[];
}

/** Runs in the page. */
async function drawIn(text: string): Promise<Drawn> {
  type Mermaid = {
    initialize(config: object): void;
    render(id: string, text: string): Promise<{ svg: string }>;
  };
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', htmlLabels: false });
  const { svg } = await mermaid.render('picture', text);
  const host = document.createElement('div');
  host.innerHTML = svg;
  const idOf = (element: Element) => /-flowchart-(.+)-\d+$/.exec(element.id)?.[1] ?? element.id;
  const edgeOf = (element: Element) => element.getAttribute('data-id') ?? '';
  return {
    nodes: [...host.querySelectorAll('g.node')].map(idOf),
    edges: [...host.querySelectorAll('path[data-id^="L_"]')].map(edgeOf),
    messages: [...host.querySelectorAll('[data-et="message"]')].map(edgeOf),
  };
}

const pictures = allDiagrams();
const flows = [
  ...allScenarios().flatMap(({ id, flow }) => (flow ? [[id, flow] as const] : [])),
  ...pictures.filter((one) => !isSequence(one)).map((one) => [one.id, one] as const),
];
const sequences = pictures.filter(isSequence).map((one) => [one.id, one] as const);

describe('every flow', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: browserPath(),
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each(flows)('of %s draws, with the ids that its lights name', async (_id, flow) => {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><title>flow</title><body></body>');
    await page.addScriptTag({ path: bundle });
    const drawn = await page.evaluate(drawIn, flow.mermaid);
    const again = await page.evaluate(drawIn, flow.mermaid);
    const { nodes, edges } = flowParts(flow.mermaid);
    expect([...drawn.nodes].sort()).toEqual([...nodes].sort());
    expect([...drawn.edges].sort()).toEqual(edges.map((edge) => `L_${edge.replace(' ', '_')}_0`).sort());
    expect(again).toEqual(drawn);
  });

  it.each(sequences)('of %s draws each of its messages, numbered as its lights count', async (_id, one) => {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><title>flow</title><body></body>');
    await page.addScriptTag({ path: bundle });
    const { messages } = await page.evaluate(drawIn, one.mermaid);
    expect(messages).toEqual(Array.from({ length: messageCount(one.mermaid) }, (_, at) => `i${at}`));
  });
});
