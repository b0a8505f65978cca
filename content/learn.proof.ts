import { describe, expect, it } from 'vitest';
import { diagramLaws, linkLaws, provePreset, proveTrial } from '../lib/learn';
import { type Finding, findingLine } from '../lib/scenario';
import { learnContent } from '../scripts/lab/content-files';

const content = learnContent(Date.now());
const { concepts, diagrams, rows, presets } = content;

function broken(found: readonly Finding[]): readonly string[] {
  return found.filter(({ level }) => level === 'error').map(findingLine);
}

const tried = [...concepts, ...rows].flatMap((one) => (one.try ? [[one.id, one.try] as const] : []));

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
});
