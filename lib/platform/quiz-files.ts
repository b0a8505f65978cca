import type { Catalogue } from '../quiz';

/** The catalogue that was written when the site was built. */
export async function quizCatalogue(): Promise<Catalogue> {
  return (await file('catalogue')) as Catalogue;
}

/** Items as they stand in content, still to be parsed. */
export function quizData(ids: readonly string[]): Promise<readonly unknown[]> {
  return Promise.all(ids.map(file));
}

const asked = new Map<string, Promise<unknown>>();

/** Each file is fetched once; a page that was offline for a moment may ask again. */
function file(name: string): Promise<unknown> {
  const before = asked.get(name);
  if (before) return before;
  const answer = fetched(`/quiz/data/${name}.json`);
  asked.set(name, answer);
  answer.catch(() => asked.delete(name));
  return answer;
}

async function fetched(address: string): Promise<unknown> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error(`${address} could not be read: ${answer?.status ?? 'no answer'}`);
  return await answer.json();
}
