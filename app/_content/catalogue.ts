import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConcepts } from '../../lib/learn';
import { type Catalogue, catalogueEntry, readExam } from '../../lib/quiz';
import { problemSentence, type Read } from '../../lib/reading';
import { quizItems } from './quizzes';
import { allScenarios } from './scenarios';

const CONTENT = join(process.cwd(), 'content');

/** Every file of a folder of content, read when the site is built. One that cannot be read stops the build. */
function allOf<T>(folder: string, read: (text: string) => Read<T>): readonly T[] {
  return namesIn(folder).map((name) => {
    const path = join(folder, name);
    const result = read(readFileSync(join(CONTENT, path), 'utf8'));
    if (!result.ok) throw new Error(`content/${path}: ${problemSentence(result.problem)}`);
    return result.value;
  });
}

function namesIn(folder: string): readonly string[] {
  const place = join(CONTENT, folder);
  return existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
}

export function quizIds(): readonly string[] {
  return namesIn('quizzes').map((name) => name.slice(0, -'.yaml'.length));
}

/** What the place of quizzes chooses from. An item that names a lab which is not there stops the build. */
export function quizCatalogue(): Catalogue {
  const scenarios = allScenarios();
  const asking = scenarios.map(({ id, debrief }) => ({ id, quiz: debrief.quiz }));
  const items = quizItems(quizIds()).map((item) => catalogueEntry(item, asking));
  for (const { id, scenario } of items) {
    if (scenario !== undefined && !scenarios.some((one) => one.id === scenario))
      throw new Error(`content/quizzes/${id}.yaml: expected the id of a scenario, found ${scenario}.`);
  }
  return {
    items,
    concepts: allOf('concepts', readConcepts)
      .flat()
      .map(({ id, title, short }) => ({ id, title, short })),
    exams: allOf('exams', readExam)
      .map(({ code, title, note, questions, minutes, forms, domains, checked }) => {
        return { code, title, note, questions, minutes, forms, domains, checked };
      })
      .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code)),
    scenarios: scenarios.map(({ id, title }) => ({ id, title })),
  };
}

/** The one this lab is most about comes first. */
const ORDER = ['SCS-C03', 'SAA-C03', 'SAP-C02'];
