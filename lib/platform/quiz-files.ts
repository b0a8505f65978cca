import type { Catalogue } from '../quiz';

let asked: Promise<Catalogue> | undefined;

/** The catalogue that was written when the site was built. */
export function quizCatalogue(): Promise<Catalogue> {
  asked ??= file('catalogue').then((found) => found as Catalogue);
  // A page that was offline for a moment may ask again.
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}

/** Items as they stand in content, still to be parsed. */
export function quizData(ids: readonly string[]): Promise<readonly unknown[]> {
  return Promise.all(ids.map(file));
}

async function file(name: string): Promise<unknown> {
  const address = `/quiz/data/${name}.json`;
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error(`${address} could not be read: ${answer?.status ?? 'no answer'}`);
  return await answer.json();
}
