import type { Findable } from '../../lib/search';
import { labPath } from '../../lib/views';
import { conceptPath, presetPath, rowPath } from './addresses';
import { allConcepts, allPresets, allRows } from './learn';
import { allScenarios } from './scenarios';

const PLACES: readonly Findable[] = [
  place('/', 'Home', 'start, due today', 'Where you are and what is due today.'),
  place('/learn/', 'Learn', 'concept map, concepts, flows, diagrams', 'Concepts with live flows.'),
  place('/labs/', 'Labs', 'scenarios, incidents', 'Incidents to work through, by problem class.'),
  place('/quiz/', 'Quiz', 'drill, exam, review, questions', 'Questions proved by the engine.'),
  place(
    '/playbook/',
    'Playbook',
    'errors, limits, glossary',
    'Errors, symptoms, limits, comparisons, terms.',
  ),
  place('/sandbox/', 'Sandbox', 'console, shell, presets', 'The workspace without a guide.'),
  place(
    '/sandbox/?tour=1',
    'One-minute tour',
    'first visit, how it works',
    'Press one command and see its gates.',
  ),
  place(
    '/differences/',
    'Differences from AWS',
    'assumptions, simulated, limits of the lab',
    'Where the lab guesses, and where it departs on purpose.',
  ),
];

function place(href: string, title: string, also: string, text: string): Findable {
  return { id: `place-${href}`, kind: 'place', title, also, text, href };
}

/** All that the palette finds. */
export function findables(): readonly Findable[] {
  return [
    ...PLACES,
    ...allScenarios().map(({ id, title, summary, pager, group }) => ({
      id: `lab-${id}`,
      kind: 'lab',
      title,
      also: [pager, group].filter(Boolean).join(' '),
      text: summary,
      href: labPath(id),
    })),
    ...allConcepts().map(({ id, title, short, text }) => ({
      id: `concept-${id}`,
      kind: 'concept',
      title,
      also: text,
      text: short,
      href: conceptPath(id),
    })),
    ...allPresets().map(({ id, title, summary }) => ({
      id: `preset-${id}`,
      kind: 'preset',
      title,
      also: 'sandbox preset',
      text: summary,
      href: presetPath(id),
    })),
    ...allRows().map((row) => ({
      id: `row-${row.id}`,
      kind: row.kind,
      title: row.title,
      also: row.also.join(', '),
      text: row.answer,
      href: rowPath(row),
    })),
  ];
}
