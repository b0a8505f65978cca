import { type Fact, isStale } from '../facts';
import type { Scenario } from '../schema';
import { broken, type Finding, warned } from './finding';

/** Everything that content may refer to. */
export interface Knowledge {
  readonly facts: readonly Fact[];
  readonly concepts: readonly { readonly id: string; readonly facts: readonly string[] }[];
  readonly quizzes: readonly string[];
  /** Without them, domains are not looked at. */
  readonly exams?: readonly ExamDomains[] | undefined;
  readonly todayMs: number;
}

export interface ExamDomains {
  readonly code: string;
  readonly domains: readonly { readonly title: string }[];
}

/** What content counts for is a domain of an exam of the lab, word for word: exams are drilled by domain. */
export function examLaw(
  where: readonly string[],
  named: readonly { readonly code: string; readonly domain: string }[],
  exams: readonly ExamDomains[] | undefined,
): Finding[] {
  if (!exams) return [];
  return named.flatMap(({ code, domain }) => {
    const titles = exams.find((one) => one.code === code)?.domains.map(({ title }) => title);
    if (!titles) {
      const codes = exams.map((one) => one.code).join(', ');
      return [broken(where, `expected an exam of the lab (${codes}), found ${code}`)];
    }
    return titles.includes(domain)
      ? []
      : [broken(where, `expected a domain of ${code} (${titles.join(', ')}), found ${domain}`)];
  });
}

/** Law 3: what is cited exists, and was checked lately. */
export function citations(where: readonly string[], cited: readonly string[], known: Knowledge): Finding[] {
  const byId = new Map(known.facts.map((one) => [one.id, one]));
  return [...new Set(cited)].flatMap((id) => {
    const found = byId.get(id);
    if (!found) return [broken(where, `expected the id of a fact, found ${id}`)];
    return isStale(found, known.todayMs)
      ? [warned(where, `fact ${id} was checked on ${found.checked}, more than 180 days ago`)]
      : [];
  });
}

export function knowledgeLaws(scenario: Scenario, known: Knowledge): Finding[] {
  const where = [scenario.id];
  const conceptIds = known.concepts.map(({ id }) => id);
  const cited = [
    ...scenario.facts,
    ...scenario.steps.flatMap(({ traps }) => traps.flatMap(({ facts }) => facts)),
  ];
  return [
    ...citations(where, cited, known),
    ...missing(where, 'a concept', scenario.concepts, conceptIds),
    ...missing(where, 'a quiz item', scenario.debrief.quiz, known.quizzes),
    ...missing(
      [...where, 'instructor'],
      'a step',
      scenario.instructor.timing.map(({ step }) => step),
      scenario.steps.map(({ id }) => id),
    ),
    ...examLaw(where, scenario.exam, known.exams),
    ...timing(scenario),
  ];
}

function missing(
  where: readonly string[],
  what: string,
  wanted: readonly string[],
  there: readonly string[],
) {
  return wanted
    .filter((id) => !there.includes(id))
    .map((id) => broken(where, `expected the id of ${what}, found ${id}`));
}

function timing({ id, minutes, instructor }: Scenario): Finding[] {
  const sum = instructor.timing.reduce((total, one) => total + one.minutes, 0);
  if (sum === minutes || instructor.timing.length === 0) return [];
  return [broken([id, 'instructor'], `expected a timing of ${minutes} minutes in all, found ${sum}`)];
}
