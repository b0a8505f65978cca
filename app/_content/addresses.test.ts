import { describe, expect, it } from 'vitest';
import { presetLesson } from '../../lib/learn';
import { lessonOfPreset, presetOfLesson } from './addresses';
import { allPresets } from './learn';

describe("a run's lesson", () => {
  it('is named after the preset as the lab names it, and leads back to it', () => {
    const presets = allPresets();
    expect(presets.map((preset) => presetLesson(preset).id)).toEqual(
      presets.map(({ id }) => lessonOfPreset(id)),
    );
    expect(presets.map(({ id }) => presetOfLesson(lessonOfPreset(id)))).toEqual(presets.map(({ id }) => id));
  });

  it('that is a lab or the plain sandbox began in no preset', () => {
    expect(['sandbox', 'first-envelope'].map(presetOfLesson)).toEqual([undefined, undefined]);
  });
});
