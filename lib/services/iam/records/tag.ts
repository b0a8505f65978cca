/** As IAM spells a tag. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Tags as the principal carries them. */
export function tagMap(tags: readonly Tag[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
