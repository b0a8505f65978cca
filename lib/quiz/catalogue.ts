import type { ProblemClass, QuizItem, QuizType } from './schema';

/** What can be known of an item without opening it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly type: QuizType;
  /** Its stem, shortened, without marks. */
  readonly about: string;
  /** The first one is where it is drilled. */
  readonly concepts: readonly string[];
  readonly exam: readonly { readonly code: string; readonly domain: string }[];
  readonly problem?: ProblemClass;
  /** The lab that teaches it. */
  readonly scenario?: string;
}

/** Everything the place of quizzes chooses from. */
export interface Catalogue {
  readonly items: readonly CatalogueEntry[];
  readonly concepts: readonly { readonly id: string; readonly title: string; readonly short: string }[];
  readonly exams: readonly {
    readonly code: string;
    readonly title: string;
    readonly note: string;
    readonly questions: number;
    readonly minutes: number;
    readonly forms: readonly QuizType[];
    readonly domains: readonly { readonly title: string; readonly weight: number }[];
    readonly checked: string;
  }[];
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
}

const LONGEST_ABOUT = 130;
const FEWEST_ABOUT = 45;

/** @param asking scenarios with the ids of the items they ask */
export function catalogueEntry(
  { id, type, stem, concepts, exam, problem, scenario }: QuizItem,
  asking: readonly { readonly id: string; readonly quiz: readonly string[] }[],
): CatalogueEntry {
  const taughtBy = scenario ?? asking.find(({ quiz }) => quiz.includes(id))?.id;
  return { id, type, about: shortened(stem), concepts, exam, problem, scenario: taughtBy };
}

function shortened(stem: string): string {
  const plain = stem.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();
  // What is asked stands at the end; a short question needs the sentence before it.
  const sentences = plain.split(/(?<=[.?!]) /);
  let text = sentences.pop() ?? plain;
  while (text.length < FEWEST_ABOUT && sentences.length > 0) text = `${sentences.pop()} ${text}`;
  if (text.length <= LONGEST_ABOUT) return text;
  const cut = text.slice(0, LONGEST_ABOUT);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
