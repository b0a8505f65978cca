/**
 * The CLI's spelling of a member's or operation's name: `CiphertextBlob` is `--ciphertext-blob`,
 * `ListObjectsV2` is `list-objects-v2`, `KeyARNs` is `key-arns`.
 */
export function kebab(name: string): string {
  const known = spelled.get(name);
  if (known !== undefined) return known;
  const text = spell(name);
  spelled.set(name, text);
  return text;
}

const spelled = new Map<string, string>();

function spell(name: string): string {
  if (name.includes('-')) return name;
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const start = plural ? `${name.slice(0, -plural.length)}-${plural.toLowerCase()}` : name;
  return start
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
