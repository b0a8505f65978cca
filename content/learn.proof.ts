import { describe, expect, it } from 'vitest';
import { type Concept, diagramLaws, linkLaws, provePreset, proveTrial, runTrial } from '../lib/learn';
import { type Finding, findingLine } from '../lib/scenario';
import { trialView } from '../lib/views';
import { learnContent } from '../scripts/lab/content-files';

const content = learnContent(Date.now());
const { concepts, diagrams, rows, presets } = content;

function broken(found: readonly Finding[]): readonly string[] {
  return found.filter(({ level }) => level === 'error').map(findingLine);
}

const tried = [...concepts, ...rows].flatMap((one) => (one.try ? [[one.id, one.try] as const] : []));

const live = concepts.filter(({ flows }) => flows.length > 0).map((one) => [one.id, one] as const);

/** What a concept's commands leave dark of its flows. */
async function darkIn({ flows, try: trial }: Concept): Promise<readonly string[]> {
  const preset = presets.find(({ id }) => id === trial?.preset);
  const drawn = flows.flatMap((id) => diagrams.filter((one) => one.id === id));
  if (!trial || !preset) return ['nothing to try'];
  const { stage, cells } = await runTrial(preset, trial);
  const { parts } = trialView(
    stage.session,
    stage.lesson,
    cells,
    drawn.map(({ lights }) => lights),
  );
  return drawn.flatMap(({ id, lights }, flow) =>
    lights
      .filter((_, rule) => !parts.some(({ lit }) => lit[flow]?.some((one) => one.rule === rule)))
      .map(({ says }) => `${id}: ${says}`),
  );
}

describe('every law of what is learned and looked up holds', () => {
  it('of its links', () => {
    expect(broken(linkLaws(content))).toEqual([]);
  });

  it.each(diagrams.map((one) => [one.id, one] as const))('of the diagram %s', (_id, diagram) => {
    expect(broken(diagramLaws(diagram))).toEqual([]);
  });

  it.each(presets.map((one) => [one.id, one] as const))('of the preset %s', async (_id, preset) => {
    expect(broken(await provePreset(preset))).toEqual([]);
  });

  it.each(tried)('of what is to be tried in %s', async (id, trial) => {
    expect(broken(await proveTrial([id], trial, presets))).toEqual([]);
  });

  it.each(live)('of the flows of %s: its commands light all that a light names', async (_id, concept) => {
    expect(await darkIn(concept)).toEqual([]);
  });
});
