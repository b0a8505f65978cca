import { broken, citations, examLaw, type Finding, type Knowledge, transcript } from '../../scenario';
import { runProof } from '../proof';
import type { QuizItem } from '../schema';
import { wordingLaws } from './writing';

/** What an item may refer to. What is not given is not looked at. */
export interface QuizKnowledge extends Knowledge {
  readonly scenarios?: readonly string[];
}

/** Proves an item: its key is what the engine says, its demonstrations fail as told, what it cites exists. */
export async function proveQuizItem(item: QuizItem, known: QuizKnowledge): Promise<readonly Finding[]> {
  const where = ['quiz', item.id];
  const conceptIds = known.concepts.map(({ id }) => id);
  const strange = item.concepts.filter((id) => !conceptIds.includes(id));
  return [
    ...wordingLaws(item),
    ...citations(where, [...item.facts, ...item.proof.facts], known),
    ...strange.map((id) => broken(where, `expected the id of a concept, found ${id}`)),
    ...labLaw(where, item, known),
    ...examLaw(where, item.exam, known.exams),
    ...(await keyLaw(where, item)),
  ];
}

function labLaw(where: readonly string[], { scenario }: QuizItem, { scenarios }: QuizKnowledge): Finding[] {
  if (scenario === undefined || !scenarios || scenarios.includes(scenario)) return [];
  return [broken(where, `expected the id of a scenario, found ${scenario}`)];
}

/** Law 2. */
async function keyLaw(where: readonly string[], item: QuizItem): Promise<Finding[]> {
  const { run, holds, facts } = item.proof;
  if (run.length === 0) {
    return facts.length > 0
      ? []
      : [broken([...where, 'proof'], 'expected commands or the id of a fact, found neither')];
  }
  if (holds === undefined && item.type !== 'predict') {
    return [broken([...where, 'proof'], 'expected what has to hold after the commands, found nothing')];
  }
  const { parts, came } = await runProof(item);
  const found = parts
    .filter((part) => !part.holds)
    .map(({ lead, cells }) =>
      broken([...where, lead ?? 'proof'], `does not hold\n${cells.map(transcript).join('')}`),
    );
  if (item.type === 'predict' && came.join(' ') !== (item.key ?? []).join(' ')) {
    found.push(
      broken([...where, 'key'], `expected ${item.key?.join(', ')}, found ${came.join(', ') || 'none'}`),
    );
  }
  return found;
}
