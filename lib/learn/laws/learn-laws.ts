import { broken, citations, type Fact, type Finding, transcript } from '../../scenario';
import type { Concept } from '../schema/concept';
import type { Diagram } from '../schema/diagram';
import type { Preset } from '../schema/preset';
import type { Row } from '../schema/row';
import type { Trial } from '../schema/trial';
import { presetWorld, runTrial } from '../trial';

/** All that Learn, the playbook and the sandbox are made of, and what they may refer to. */
export interface LearnContent {
  readonly concepts: readonly Concept[];
  readonly diagrams: readonly Diagram[];
  readonly rows: readonly Row[];
  readonly presets: readonly Preset[];
  readonly facts: readonly Fact[];
  readonly scenarios: readonly { readonly id: string; readonly steps: readonly { readonly id: string }[] }[];
  readonly todayMs: number;
}

/** Everything that is named exists, ids are there once, and each diagram stands on some page. */
export function linkLaws(content: LearnContent): readonly Finding[] {
  const { concepts, diagrams, rows, presets, facts, todayMs } = content;
  const known = { facts, concepts, quizzes: [], todayMs };
  return [
    ...[concepts, diagrams, rows, presets].flatMap(twice),
    ...concepts.flatMap((one) => [
      ...missing(['concept', one.id], 'a concept', one.needs, concepts),
      ...missing(['concept', one.id], 'a diagram', one.flows, diagrams),
      ...missing(['concept', one.id], 'a preset', presetsOf(one), presets),
      ...citations(['concept', one.id], one.facts, known),
    ]),
    ...rows.flatMap((one) => [
      ...missing(['row', one.id], 'a concept', one.concepts, concepts),
      ...missing(['row', one.id], 'a preset', presetsOf(one), presets),
      ...citations(['row', one.id], one.facts, known),
      ...labLaw(one, content),
    ]),
    ...diagrams.flatMap((one) => [
      ...citations(['diagram', one.id], one.facts, known),
      ...(concepts.some(({ flows }) => flows.includes(one.id))
        ? []
        : [broken(['diagram', one.id], 'expected a concept that shows it, found none')]),
    ]),
    ...circles(concepts),
  ];
}

function presetsOf({ try: one }: { readonly try?: Trial | undefined }): readonly string[] {
  return one ? [one.preset] : [];
}

function missing(
  where: readonly string[],
  what: string,
  wanted: readonly string[],
  there: readonly { readonly id: string }[],
): readonly Finding[] {
  return wanted
    .filter((id) => !there.some((one) => one.id === id))
    .map((id) => broken(where, `expected the id of ${what}, found ${id}`));
}

function twice(all: readonly { readonly id: string }[]): readonly Finding[] {
  const ids = all.map(({ id }) => id);
  const again = ids.filter((id, index) => ids.indexOf(id) !== index);
  return again.map((id) => broken([id], 'expected an id of its own, found it twice'));
}

function labLaw({ id, lab }: Row, { scenarios }: LearnContent): readonly Finding[] {
  if (!lab) return [];
  const scenario = scenarios.find((one) => one.id === lab.scenario);
  if (!scenario) return [broken(['row', id], `expected the id of a scenario, found ${lab.scenario}`)];
  return lab.step === undefined ? [] : missing(['row', id], 'a step', [lab.step], scenario.steps);
}

/** A concept may not build on itself, however far round. */
function circles(concepts: readonly Concept[]): readonly Finding[] {
  const needsOf = new Map(concepts.map(({ id, needs }) => [id, needs]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (needsOf.get(from) ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  return concepts
    .filter(({ id }) => reaches(id, id, new Set()))
    .map(({ id }) => broken(['concept', id], 'expected needs that do not lead back to itself'));
}

/** The commands do what is said of them. */
export async function proveTrial(
  where: readonly string[],
  trial: Trial,
  presets: readonly Preset[],
): Promise<readonly Finding[]> {
  const preset = presets.find(({ id }) => id === trial.preset);
  if (!preset) return [broken(where, `expected the id of a preset, found ${trial.preset}`)];
  const { holds, cells } = await runTrial(preset, trial);
  return holds ? [] : [broken(where, `does not hold: ${trial.outcome}\n${cells.map(transcript).join('')}`)];
}

/** Every command of the setup succeeds. */
export async function provePreset(preset: Preset): Promise<readonly Finding[]> {
  try {
    const stage = await presetWorld(preset);
    const { session } = stage;
    // Account ids follow from the seed: a profile that names another account cannot sign.
    for (const { profile } of preset.identities) {
      await stage.run(`aws sts get-caller-identity --profile ${profile}`);
    }
    const said = session.line.cells.filter(({ statements }) =>
      statements.some(({ stderr }) => stderr !== ''),
    );
    return said.map((cell) =>
      broken(['preset', preset.id], `expected a setup without complaints, found\n${transcript(cell)}`),
    );
  } catch (error) {
    return [broken(['preset', preset.id], error instanceof Error ? error.message : String(error))];
  }
}
