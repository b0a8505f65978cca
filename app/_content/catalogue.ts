import { readConcepts } from '../../lib/learn';
import { type Catalogue, catalogueEntry, readExam } from '../../lib/quiz';
import { contentFolder, idsIn } from './files';
import { quizItems } from './quizzes';
import { allScenarios } from './scenarios';

export function quizIds(): readonly string[] {
  return idsIn('quizzes');
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
    concepts: contentFolder('concepts', readConcepts)
      .flat()
      .map(({ id, title, short }) => ({ id, title, short })),
    exams: contentFolder('exams', readExam)
      .map(({ code, title, note, questions, minutes, forms, domains, checked }) => {
        return { code, title, note, questions, minutes, forms, domains, checked };
      })
      .sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code)),
    scenarios: scenarios.map(({ id, title }) => ({ id, title })),
  };
}

/** The one this lab is most about comes first. */
const ORDER = ['SCS-C03', 'SAA-C03', 'SAP-C02'];
