import { searchFile } from '../platform';
import type { Search } from '../search';

export type { Found, Search } from '../search';

/** What finds things anywhere in the lab. Loaded when somebody looks for something, and kept. */
export async function searchAnywhere(): Promise<Search> {
  const [{ openSearch }, text] = await Promise.all([import('../search'), searchFile()]);
  return openSearch(text);
}
