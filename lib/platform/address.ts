/** What follows the `#` of the page's address; empty where nothing does. */
export function addressFragment(): string {
  return location.hash.slice(1);
}

/** The run that the address names; undefined where it names none. */
export function addressedRun(): string | undefined {
  return new URLSearchParams(location.search).get('run') ?? undefined;
}

/** The address now names this run, so that a reload comes back to it instead of doing once more what it asked for. */
export function addressRun(id: string): void {
  const query = new URLSearchParams(location.search);
  query.delete('cmd');
  query.set('run', id);
  history.replaceState(history.state, '', `${location.pathname}?${query}`);
}

/** Takes the fragment away without loading anything, so that a reload does not open it once more. */
export function dropFragment(): void {
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

/** A link to what is opened at `/open/`. */
export function shareAddress(text: string): string {
  return `${location.origin}/open/#${text}`;
}
