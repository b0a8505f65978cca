let asked: Promise<string> | undefined;

/** The index that was written when the site was built, as text. */
export function searchFile(): Promise<string> {
  asked ??= load();
  // A page that was offline for a moment may ask again.
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}

async function load(): Promise<string> {
  const address = '/search/index.json';
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error(`${address} could not be read: ${answer?.status ?? 'no answer'}`);
  return await answer.text();
}
