import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import {
  type Concept,
  type Diagram,
  type LearnContent,
  type Preset,
  type Row,
  readConcepts,
  readDiagram,
  readPreset,
  readRows,
} from '../../lib/learn';
import { type Exam, type QuizItem, type QuizKnowledge, readExam, readQuizItem } from '../../lib/quiz';
import { problemSentence, type Read } from '../../lib/reading';
import {
  type Course,
  type CoverageFamily,
  definedTwice,
  type Fact,
  line,
  listOf,
  readContent,
  readCourse,
  readCoverage,
  readFacts,
  readScenario,
  type Scenario,
} from '../../lib/scenario';

const content = fileURLToPath(new URL('../../content/', import.meta.url));

/** One content file that was read, with where it stands. */
export interface ContentFile<T> {
  /** `content/scenarios/replicated-but-unreadable.yaml` */
  readonly path: string;
  readonly value: T;
}

/** @throws Error that names the file, what was expected and what was found. */
function readAll<T>(folder: string, read: (text: string) => Read<T>): readonly ContentFile<T>[] {
  const place = join(content, folder);
  if (!existsSync(place)) return [];
  const names = readdirSync(place).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => readFile(join(place, name), read));
}

export function readFile<T>(path: string, read: (text: string) => Read<T>): ContentFile<T> {
  const shown = path.startsWith(content) ? `content/${path.slice(content.length)}` : path;
  const result = read(readFileSync(path, 'utf8'));
  if (!result.ok) throw new Error(`${shown}: ${problemSentence(result.problem)}`);
  return { path: shown, value: result.value };
}

/** @throws Error where a file cannot be read, or is not named after the scenario's id. */
export function allScenarios(): readonly Scenario[] {
  return readAll('scenarios', readScenario).map(namedAfterId);
}

export function theCourse(): Course {
  return readFile(join(content, 'course.yaml'), readCourse).value;
}

/** By their files' names: an item may name a lab that is just being written. */
function scenarioIds(): readonly string[] {
  return readdirSync(join(content, 'scenarios')).map((name) => basename(name, '.yaml'));
}

export function allQuizItems(): readonly QuizItem[] {
  return readAll('quizzes', readQuizItem).map(namedAfterId);
}

function namedAfterId<T extends { readonly id: string }>({ path, value }: ContentFile<T>): T {
  if (basename(path) === `${value.id}.yaml`) return value;
  throw new Error(`${path}: expected a file named after its id, ${value.id}.yaml.`);
}

/** @throws Error where a fact is defined twice: a citation would mean either. */
export function allFacts(): readonly Fact[] {
  const files = readAll('facts', readFacts);
  const repeated = definedTwice(files);
  if (repeated.length > 0) throw new Error(repeated.join('\n'));
  return files.flatMap(({ value }) => value);
}

export function allConcepts(): readonly Concept[] {
  return readAll('concepts', readConcepts).flatMap(({ value }) => value);
}

export function allDiagrams(): readonly Diagram[] {
  return readAll('diagrams', readDiagram).map(namedAfterId);
}

/** The playbook's rows, with the glossary's. */
export function allRows(): readonly Row[] {
  return ['playbook', 'glossary'].flatMap((folder) =>
    readAll(folder, readRows).flatMap(({ value }) => value),
  );
}

export function allPresets(): readonly Preset[] {
  return readAll('presets', readPreset).map(namedAfterId);
}

export function learnContent(todayMs: number): LearnContent {
  return {
    concepts: allConcepts(),
    diagrams: allDiagrams(),
    rows: allRows(),
    presets: allPresets(),
    facts: allFacts(),
    scenarios: allScenarios(),
    todayMs,
  };
}

/** The checklist that `covers` speaks of. */
export function allFamilies(): readonly CoverageFamily[] {
  return readFile(join(content, 'coverage.yaml'), readCoverage).value;
}

function allExams(): readonly Exam[] {
  return readAll('exams', readExam).map(({ value }) => value);
}

/** A test that shows what no page does: the claim names its file and its title. */
export interface TestClaim {
  readonly id: string;
  readonly test: string;
  readonly title: string;
}

const testClaim = z.strictObject({
  id: z.string().regex(/^[A-Z]-\d{3}$/, { error: 'an id of the checklist such as C-009' }),
  test: line,
  title: line,
});

export function allTestClaims(): readonly TestClaim[] {
  const read = (text: string) => readContent('shown by tests', text, listOf(testClaim, { most: 500 }));
  return readFile(join(content, 'shown-by-tests.yaml'), read).value;
}

/** Every id that something a learner can open says to teach, or that a test shows. */
export function allCovers(): readonly string[] {
  const open = [
    ...allScenarios(),
    ...allQuizItems(),
    ...allConcepts(),
    ...allDiagrams(),
    ...allRows(),
    ...allPresets(),
  ];
  return [...open.flatMap(({ covers }) => covers), ...allTestClaims().map(({ id }) => id)];
}

/** All that content may refer to. */
export function allKnowledge(todayMs: number): QuizKnowledge {
  const quizzes = allQuizItems().map(({ id }) => id);
  return {
    facts: allFacts(),
    concepts: allConcepts(),
    quizzes,
    scenarios: scenarioIds(),
    exams: allExams(),
    todayMs,
  };
}
